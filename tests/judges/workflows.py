"""What runs on the servers of others: their schemas and a security linter judge the action and the recipes of the docs.

Then the action is run, step by step, with locdocs installed from this repository as its users install it; and the rule
of the docs is installed beside it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

from tests.integrations.action import ACTION, run_action
from tests.integrations.recipes import blocks, recipes
from tests.judges.judging import Places, Verdict
from tests.validation.documents import document, pair

__all__ = ["judge"]

BAD = document(pair(101, "Abra 5.", "Open 6.")).text
SCHEMAS = {"action": "vendor.github-actions", "github": "vendor.github-workflows", "gitlab": "vendor.gitlab-ci"}


def judge(places: Places) -> Verdict:
    """Check the files, then run the action on a document with a fault and on one without."""
    problems: list[str] = []
    checked = {"action": [ACTION]} | {kind: list(_written(places.work, kind)) for kind in ("github", "gitlab")}
    for kind, files in checked.items():
        if not files:
            problems.append(f"the documentation holds no recipe for {kind}")
        problems += _complaint("check-jsonschema", "--builtin-schema", SCHEMAS[kind], *map(str, files))
    problems += _complaint("zizmor", "--offline", "--no-progress", "--persona", "auditor", str(ACTION))
    problems += _complaint("zizmor", "--offline", "--no-progress", *map(str, checked["github"]))
    problems += _ran(places.work)
    problems += _with_a_rule(places.work)
    return Verdict(f"1 action, {sum(map(len, checked.values())) - 1} recipes, 2 runs, 1 rule", problems)


def _written(folder: Path, kind: str) -> list[Path]:
    """The recipes of a kind in files, where their checkers look for them."""
    place = folder / (".github/workflows" if kind == "github" else kind)
    place.mkdir(parents=True)
    files = []
    for number, recipe in enumerate(recipes(kind), 1):
        files.append(place / f"{number}.yml")
        files[-1].write_text(recipe, "utf-8")
    return files


def _complaint(program: str, *arguments: str) -> list[str]:
    """What a program said that ended badly."""
    path = Path(sysconfig.get_path("scripts")) / program
    ran = subprocess.run([str(path), *arguments], capture_output=True, text=True, check=False)
    return [f"{program}: {ran.stdout}{ran.stderr}"] if ran.returncode else []


def _ran(folder: Path) -> list[str]:
    problems = []
    os.environ.pop("PYTHONPATH", None)  # what is installed is judged, not what is at hand
    temporary, work = folder / "temporary", folder / "work"
    temporary.mkdir()
    (work / "docs").mkdir(parents=True)
    (work / ".git").mkdir()
    # What is checked is nothing to import from.
    (work / "locdocs.py").write_text("raise SystemExit('the action imports what it checks')\n")
    for text, code in ((BAD, 1), (BAD.replace("Abra 5", "Abra 6"), 0)):
        (work / "docs/page.md").write_bytes(text.encode())
        ran = run_action(work, temporary, inputs={"paths": "docs"}, python=sys.executable)
        if ran.code != code or ("::error file=docs/page.md" in ran.log) is not bool(code):
            problems.append(f"the action ended with {ran.code} instead of {code}: {ran.log[-800:]}")
        if not (temporary / "locdocs.sarif").is_file():
            problems.append("the action wrote no report")
    return problems


def _with_a_rule(folder: Path) -> list[str]:
    """Install the package of the how-to page beside the locdocs that the action installed, and run its rule."""
    package, installed = folder / "package", folder / "temporary/locdocs" / Path(sysconfig.get_path("scripts")).name
    package.mkdir()
    for language, name in (("python", "acme_rules.py"), ("toml", "pyproject.toml")):
        block, *_ = blocks("write-a-rule.md", language)
        (package / name).write_text(block, "utf-8")
    page = folder / "page.md"
    page.write_bytes(document(pair(101, "Abra.", "Open Mirefold.")).text.encode())
    for command, code, said in (
        (["python", "-I", "-m", "pip", "install", "--quiet", str(package)], 0, ""),
        (["locdocs", "validate", str(page), "--select", "product-name", "--fail-on", "warning"], 1, "ACME001"),
        (["locdocs", "rule", "product-name"], 0, "keeps the name of the product"),
    ):
        ran = subprocess.run([str(installed / command[0]), *command[1:]], capture_output=True, text=True, check=False)
        if ran.returncode != code or said not in ran.stdout:
            return [f"{' '.join(command)} ended with {ran.returncode}: {ran.stdout}{ran.stderr}"]
    return []
