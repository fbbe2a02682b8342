"""What all tests share: hypothesis profiles, and the folders of published documents and schemas where they exist."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).parent.parent

# The same examples on every run; HYPOTHESIS_PROFILE=deep looks for new ones.
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
settings.register_profile("default", deadline=None, derandomize=True, max_examples=150, suppress_health_check=_SLOW)
settings.register_profile("deep", deadline=None, max_examples=5_000, suppress_health_check=_SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of published trees, one folder a tree with ``bilingual/`` and perhaps ``target/``, ``source/``."""
    folder = os.environ.get("LOCDOCS_CORPUS")
    if not folder:
        pytest.skip("LOCDOCS_CORPUS names no folder of published documents")
    return Path(folder)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder that holds the schemas of the exchange formats: LOCDOCS_SHARED, or ``../shared``."""
    folder = Path(os.environ.get("LOCDOCS_SHARED") or REPOSITORY.parent / "shared")
    if not folder.is_dir():
        pytest.skip("LOCDOCS_SHARED names no folder of schemas")
    return folder


@pytest.fixture(scope="session")
def samples() -> Path:
    """The sample documents of this repository."""
    return REPOSITORY / "samples"
