"""The shape of the house: a lower layer never imports a higher one, and only the command line talks to the world."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "locdocs"

# From the ground up. A module or package imports from its own line and from those above it in this table.
LAYERS = (
    ("errors", "text", "differences", "fences", "files", "paths", "discovery", "folder_language", "repository"),
    ("front_matter", "languages", "commonmark", "contamination"),
    ("model",),
    ("span_tags", "markup", "damaged_markup", "unread_markup"),
    ("parser",),
    ("projection",),
    ("markdown",),
    ("asterisks", "original", "quotes"),
    ("units", "views", "edits", "english"),
    ("proof",),
    ("exchange", "rules", "comparison", "statistics"),
    ("corpus", "validation", "config"),
    ("merge", "places"),
    ("reporters",),
    ("testing",),
    ("cli",),
)
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}

MODULES = [path for path in sorted(PACKAGE.rglob("*.py")) if path.parent != PACKAGE or not path.name.startswith("__")]

# Modules that are longer than 300 lines, each with the reason why it is not two.
LONG_MODULES: dict[str, str] = {}

MOST_LINES_OF_A_MODULE = 300
MOST_LINES_OF_A_FUNCTION = 50


def name_of(path: Path) -> str:
    """A module without ``locdocs.``: its layer is that of the first part."""
    return ".".join(path.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def imports(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """What a module imports, anywhere in it: module and name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_from_its_own_layer_and_below(path: Path) -> None:
    own = LEVEL[name_of(path).partition(".")[0]]
    for module, name in imports(parsed(path)):
        package, _, rest = module.partition(".")
        if package != "locdocs":
            continue
        # The root package holds the version and, for the command line, everything public.
        if not rest and name == "__version__":
            continue
        layer = (rest or name).partition(".")[0]
        assert layer in LEVEL, f"{name_of(path)} imports {module}.{name}: take it from the module that defines it"
        assert LEVEL[layer] <= own, f"{name_of(path)} imports {layer}, which stands above it"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_line_prints_exits_and_reads_the_environment(path: Path) -> None:
    if name_of(path).partition(".")[0] == "cli":
        return
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"print", "input", "exit", "quit"}, f"line {node.lineno}"
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            used = node.value.id, node.attr
            assert used[0] != "sys" or used[1] not in {"exit", "argv", "stdout", "stderr", "stdin"}, (
                f"line {node.lineno}"
            )
            assert used[0] != "os" or used[1] not in {"environ", "getenv", "_exit"}, f"line {node.lineno}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_is_and_what_it_offers(path: Path) -> None:
    tree = parsed(path)
    assert ast.get_docstring(tree), "no docstring"
    offered = [
        ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and any(isinstance(t, ast.Name) and t.id == "__all__" for t in node.targets)
    ]
    assert len(offered) == 1, "no __all__"
    defined = {name for node in tree.body for name in names_bound_by(node)}
    assert set(offered[0]) <= defined
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and node.name in offered[0]:
            assert ast.get_docstring(node), f"{node.name} has no docstring"


def names_bound_by(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.FunctionDef() | ast.ClassDef():
            yield node.name
        case ast.Assign():
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        case ast.AnnAssign(target=ast.Name() as target):
            yield target.id
        case ast.Import() | ast.ImportFrom():
            yield from (alias.asname or alias.name for alias in node.names)


def test_modules_are_short_or_say_why_not() -> None:
    long = {name_of(path) for path in MODULES if len(path.read_text("utf-8").splitlines()) > MOST_LINES_OF_A_MODULE}
    assert long == set(LONG_MODULES)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_functions_are_short(path: Path) -> None:
    for node in ast.walk(parsed(path)):
        if not isinstance(node, ast.FunctionDef):
            continue
        body = node.body[1:] if ast.get_docstring(node) else node.body
        lines = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
        assert lines <= MOST_LINES_OF_A_FUNCTION, f"{node.name} has {lines} lines"


def test_every_module_has_a_layer() -> None:
    assert {name_of(path).partition(".")[0] for path in MODULES} <= set(LEVEL)
