"""Configuration files: what they say, and how they fail."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from locdocs import Config
from locdocs.config import find_config, read_config
from locdocs.errors import ConfigError


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_everything_a_file_can_say(tmp_path: Path) -> None:
    file = written(
        tmp_path / "pyproject.toml",
        """
        [tool.locdocs]
        select = ["SP", "ID"]
        extend-select = ["broken-link-syntax"]
        ignore = ["SP005"]
        fail-on = "warning"
        baseline = "known.json"
        source-repo = "../docs"
        target-language = "es-ES"
        locale = "es-ES"
        [tool.locdocs.severity]
        SP001 = "info"
        [tool.locdocs.per-file-ignores]
        "includes/*" = ["SP"]
        """,
    )
    assert read_config(file) == Config(
        select=("SP", "ID"),
        extend_select=("broken-link-syntax",),
        ignore=("SP005",),
        fail_on="warning",
        baseline=tmp_path / "known.json",
        source_repo=tmp_path / ".." / "docs",
        target_language="es-ES",
        locale="es-ES",
        severity={"SP001": "info"},
        per_file_ignores={"includes/*": ("SP",)},
    )


def test_the_nearest_file_wins_and_counts_alone(tmp_path: Path) -> None:
    outer = written(tmp_path / "pyproject.toml", "[tool.locdocs]\nignore = ['SP']\n")
    inner = written(tmp_path / "docs/.locdocs.toml", "select = ['ID']\n")
    written(tmp_path / "docs/es/pyproject.toml", "[tool.other]\n")
    (tmp_path / "docs/es/articles").mkdir()
    assert find_config(tmp_path / "docs/es/articles") == inner
    assert find_config(tmp_path) == outer
    assert read_config(inner).ignore == ()


def test_in_one_folder_the_own_file_wins(tmp_path: Path) -> None:
    written(tmp_path / "pyproject.toml", "[tool.locdocs]\n")
    own = written(tmp_path / ".locdocs.toml", "")
    assert find_config(tmp_path) == own
    assert read_config(own) == Config()


def test_the_own_file_may_have_no_dot(tmp_path: Path) -> None:
    written(tmp_path / "pyproject.toml", "[tool.locdocs]\n")
    plain = written(tmp_path / "locdocs.toml", "select = ['ID']\n")
    assert find_config(tmp_path / "docs") == plain
    assert read_config(plain) == Config(select=("ID",))
    hidden = written(tmp_path / ".locdocs.toml", "")
    assert find_config(tmp_path / "docs") == hidden


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("selct = ['SP']", "unknown key 'selct'; did you mean 'select'?"),
        ("extend_select = ['SP']", "did you mean 'extend-select'"),
        ("select = ['SP01X']", "no rule is called 'SP01X'; did you mean 'SP0"),
        ("select = ['broken-link-sintax']", "did you mean 'broken-link-syntax'?"),
        ("select = 'SP'", "select must be a list of strings"),
        ("select = [1]", "select must be a list of strings"),
        ("fail-on = 'eror'", "fail-on must be one of error, warning, info, not 'eror'; did you mean 'error'?"),
        ("severity = 'error'", "severity must be a table"),
        ("[severity]\nSP001 = 'bad'", "severity.SP001 must be one of"),
        ("[severity]\nSPX = 'error'", "no rule is called 'SPX'"),
        ("[per-file-ignores]\n'a' = 'SP'", "per-file-ignores.a must be a list of strings"),
        ("[per-file-ignores]\n'a' = ['nope']", "no rule is called 'nope'"),
        ("locale = 5", "locale must be a language tag such as es-ES, not 5"),
        ("locale = 'x'", "locale must be a language tag such as es-ES, not 'x'"),
        ("target-language = 'xx-yyyyyyyyyyyyy'", "target-language must be a language tag such as es-ES"),
        ("[tool.locdocs]\nselect = ['SP']", "unknown key 'tool': leave the table header [tool.locdocs] away"),
        ("tool.locdocs.ignore = ['SP']", "unknown key 'tool': leave the table header [tool.locdocs] away"),
        ("[rules.AL001]\nx = 1", "AL001 empty-target has no option 'x'; it has none"),
        ("[rules]\nAL001 = 1", "rules.AL001 must be a table"),
        ("select = [", "is no TOML"),
    ],
)
def test_what_nothing_understands_is_an_error_that_names_the_file(tmp_path: Path, text: str, message: str) -> None:
    file = written(tmp_path / ".locdocs.toml", text)
    with pytest.raises(ConfigError) as caught:
        read_config(file)
    assert message in caught.value.message
    assert caught.value.path == file


def test_a_pyproject_on_the_way_that_is_no_toml_is_an_error(tmp_path: Path) -> None:
    written(tmp_path / "pyproject.toml", "[tool")
    with pytest.raises(ConfigError, match="is no TOML"):
        find_config(tmp_path)


def test_options_of_rules_are_checked_by_name_and_type() -> None:
    from locdocs.rules import all_rules

    for rule in all_rules():
        for name, value in rule.options.items():
            assert Config(rules={rule.slug: {name: value}}).rules == {rule.code: {name: value}}
            with pytest.raises(ConfigError, match="has no option"):
                Config(rules={rule.code: {f"{name}-x": value}})
            with pytest.raises(ConfigError, match="is of type"):
                Config(rules={rule.code: {name: object()}})


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"fail_on": "x"}, "fail_on must be one of error, warning, info, not 'x'"),
        ({"fail_on": "eror"}, "did you mean 'error'?"),
        ({"locale": ""}, "locale must be a language tag such as es-ES, not ''"),
        ({"target_language": "español"}, "target_language must be a language tag such as es-ES, not 'español'"),
        ({"severity": {"TX003": "loud"}}, "severity['TX003'] must be one of error, warning, info, not 'loud'"),
    ],
)
def test_a_value_that_there_is_not_is_an_error_in_python_too(values: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        Config(**values)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"select": "IC"}, "select must be a tuple, such as ('IC',), not 'IC'"),
        ({"extend_select": "IC"}, "extend_select must be a tuple"),
        ({"ignore": "IC"}, "ignore must be a tuple"),
        ({"memory": Path("a.tmx")}, "memory must be a tuple, such as ('a.tmx',)"),
        ({"per_file_ignores": {"a/*": "IC"}}, "per_file_ignores['a/*'] must be a tuple"),
    ],
)
def test_one_text_is_not_taken_letter_by_letter(values: dict[str, Any], message: str) -> None:
    with pytest.raises(TypeError) as caught:
        Config(**values)
    assert message in str(caught.value)
