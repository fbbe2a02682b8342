"""The public names: complete, documented, and cheap to import."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import locdocs

HEAVY = (
    "bs4",
    "click",
    "frontmatter",
    "lxml",
    "markdown_it",
    "mdit_py_plugins",
    "openpyxl",
    "pathspec",
    "polib",
    "pyarrow",
    "pyromark",
    "rich",
    "yaml",
)


def test_importing_locdocs_imports_none_of_the_heavy_libraries() -> None:
    code = f"import sys, locdocs; print(*[name for name in {HEAVY!r} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []


def test_reading_imports_none_of_the_heavy_libraries() -> None:
    code = f"""if True:
        import sys, locdocs
        document = locdocs.parse('---\\nms.contentlocale: es-ES\\n---\\n<span data-ttu-id="0c05b-101">x')
        document.damage, document.target_language, document.to_bytes()
        print(*[name for name in {HEAVY!r} if name in sys.modules])
    """
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == []


def test_all_holds_what_the_package_imports_and_nothing_else() -> None:
    tree = ast.parse(Path(inspect.getfile(locdocs)).read_text("utf-8"))
    imported = {alias.name for node in tree.body if isinstance(node, ast.ImportFrom) for alias in node.names}
    assert set(locdocs.__all__) == imported - {"annotations"}


@pytest.mark.parametrize("name", locdocs.__all__)
def test_a_public_name_is_documented(name: str) -> None:
    public = getattr(locdocs, name)
    assert inspect.getdoc(public), f"{name} has no docstring"
    if inspect.isclass(public):
        for attribute, value in vars(public).items():
            if not attribute.startswith("_") and (inspect.isfunction(value) or isinstance(value, property)):
                assert inspect.getdoc(value), f"{name}.{attribute} has no docstring"


@pytest.mark.parametrize("name", locdocs.__all__)
def test_a_public_name_is_annotated(name: str) -> None:
    public = getattr(locdocs, name)
    if inspect.isfunction(public):
        signature = inspect.signature(public)
        assert signature.return_annotation is not signature.empty
        assert all(parameter.annotation is not parameter.empty for parameter in signature.parameters.values())


def test_the_version_is_there() -> None:
    assert locdocs.__version__.count(".") == 2
