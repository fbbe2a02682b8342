"""An English file is no translation: giving it by mistake changes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.cli.running import Run

SAMPLES = Path(__file__).parents[2] / "samples"


@pytest.mark.parametrize("page", ["articles/get-started.md", "includes/retention-limits.md"])
def test_the_english_file_is_refused(page: str, tmp_path: Path, run: Run) -> None:
    folder = tmp_path / "es-es"
    shutil.copytree(SAMPLES / "bilingual" / "es-es", folder)
    before = (folder / page).read_bytes()
    done = run("apply", str(SAMPLES / "source" / page), "--to", str(folder / page))
    assert done.code == 2
    assert "ms.contentlocale" in done.err
    assert (folder / page).read_bytes() == before
