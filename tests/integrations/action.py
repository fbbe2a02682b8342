"""Run the steps of the composite action as GitHub does: expressions filled in, scripts in bash, one after the other."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any, NamedTuple

import yaml

__all__ = ["ACTION", "REPOSITORY", "Ran", "read_action", "run_action"]

REPOSITORY = Path(__file__).parents[2]
ACTION = REPOSITORY / ".github/actions/validate/action.yml"
_EXPRESSION = re.compile(r"\$\{\{ *([\w.-]+) *\}\}")


class Ran(NamedTuple):
    """What running the action came to."""

    code: int
    """The exit code of the step that failed; 0 where none did."""
    log: str
    """What the scripts wrote."""
    outputs: dict[str, str]
    """The outputs of all steps, as ``steps.validate.outputs.exit-code``."""
    used: list[str]
    """The other actions that were to run, without their versions."""


def read_action(path: Path = ACTION) -> dict[str, Any]:
    """The action as YAML has it."""
    action: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return action


def run_action(
    work: Path, temporary: Path, *, inputs: dict[str, str] | None = None, python: str = "", without: str = ""
) -> Ran:
    """Run the action in a working folder.

    :param temporary: the folder of the runner for what steps leave each other.
    :param python: the Python that the first step is taken to have set up.
    :param without: the name of a step that is left out.
    """
    action = read_action()
    values = {f"inputs.{name}": entry["default"] for name, entry in action["inputs"].items()}
    values |= {f"inputs.{name}": value for name, value in (inputs or {}).items()}
    values["steps.python.outputs.python-path"] = python
    log, used, failed = "", [], 0
    for step in action["runs"]["steps"]:
        if step.get("name") == without or not _wanted(step, values, failed):
            continue
        if "uses" in step:
            used.append(step["uses"].partition("@")[0])
            continue
        told = temporary / "output"
        told.write_text("")
        environment = {
            **os.environ,
            "RUNNER_TEMP": str(temporary),
            "GITHUB_ACTION_PATH": str(ACTION.parent),
            "GITHUB_OUTPUT": str(told),
            **{name: _filled(value, values) for name, value in step.get("env", {}).items()},
        }
        assert "${{" not in step["run"], "a script takes what it is given from its environment"
        shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        done = subprocess.run(shell, cwd=work, env=environment, capture_output=True, check=False)
        log += (done.stdout + done.stderr).decode()
        failed = failed or done.returncode
        lines = [line.partition("=") for line in told.read_text("utf-8").splitlines()]
        values |= {f"steps.{step.get('id')}.outputs.{name}": value for name, _, value in lines}
        values[f"steps.{step.get('id')}.outcome"] = "failure" if done.returncode else "success"
    return Ran(failed, log, {name: value for name, value in values.items() if ".outputs." in name}, used)


def _wanted(step: dict[str, Any], values: dict[str, str], failed: int) -> bool:
    """Whether the condition of a step holds; there are these and no others."""
    condition = step.get("if")
    if condition is None:
        return not failed
    parts = [part.strip() for part in condition.split("&&")]
    if not (failed and "always()" not in parts):
        return all(_holds(part, values) for part in parts if part != "always()")
    return False


def _holds(part: str, values: dict[str, str]) -> bool:
    found = re.fullmatch(r"([\w.-]+) == '([^']*)'", part)
    assert found, f"a condition that is not understood: {part}"
    return values.get(found[1], "") == found[2]


def _filled(text: str, values: dict[str, str]) -> str:
    return _EXPRESSION.sub(lambda found: values.get(found[1], ""), text)
