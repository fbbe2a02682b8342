"""Diagnostics that are known: found again after edits above and after a new publication."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import locdocs
from locdocs import Config, Diagnostic, validate
from locdocs.errors import ConfigError
from locdocs.model import Document
from locdocs.validation import read_baseline, write_baseline
from tests.validation.documents import HEADER, document, pair

CONFIG = Config(select=("TX003", "AL001", "SP001", "SP007", "CO005"))
ENCODED = (
    '<span data-ttu-id="0c05b-104&quot;>Abra.</span><span class=&quot;sxs-lookup&quot;>'
    "<span data-stu-id=&quot;0c05b-104&quot;>Open.</span></span>"
)
BLOCKS = [
    pair(101, "Son 5.", "They are 6."),
    pair(102, "", "Nothing here."),
    pair(103, "Son 5.", "They are 6."),
    ENCODED,
]


def found(content: Document) -> list[Diagnostic]:
    return list(validate(content, config=CONFIG))


def identities(content: Document) -> list[str]:
    return [diagnostic.identity for diagnostic in found(content)]


def test_equal_findings_have_different_identities() -> None:
    assert len(set(identities(document(*BLOCKS)))) == 4


def test_edits_above_do_not_change_identities() -> None:
    before = document(*BLOCKS)
    after = document(pair(90, "Una frase nueva.", "A new sentence."), "Texto.", *BLOCKS)
    assert identities(after) == identities(before)


@given(prefix=st.text("0123456789abcdef", min_size=5, max_size=5), shift=st.integers(0, 5000))
def test_a_new_publication_does_not_change_identities(prefix: str, shift: int) -> None:
    before = document(*BLOCKS)
    text = before.text
    for number in range(104, 100, -1):
        text = text.replace(f"0c05b-{number}", f"{prefix}-{number + shift}")
    assert identities(locdocs.parse(text, path=before.path)) == identities(before)


def test_another_source_another_text_or_another_file_is_another_finding() -> None:
    known = set(identities(document(BLOCKS[0])))
    assert not known & set(identities(document(pair(101, "Son 5.", "They are 7."))))
    assert not known & set(identities(document(pair(101, "Son 8.", "They are 6."))))
    assert not known & set(identities(document(BLOCKS[0], path="docs/other.md")))


def test_what_a_baseline_knows_is_not_reported(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    assert write_baseline(file, found(document(*BLOCKS))) == 4
    after = document("Texto.", *BLOCKS, pair(200, "Son 9.", "They are 1."))
    assert [
        diagnostic.segment_number for diagnostic in validate(after, config=CONFIG, baseline=read_baseline(file))
    ] == ["200"]


def test_entries_that_are_out_of_date_are_reported(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    write_baseline(file, found(document(*BLOCKS)))
    after = document(*BLOCKS[1:])
    [leftover] = validate(after, config=CONFIG, baseline=read_baseline(file))
    assert leftover.code == "CO005"
    assert "TX003 in docs/page.md" in leftover.message
    assert leftover.message.endswith("is out of date; write known.json anew (--write-baseline)")
    assert leftover.path is not None
    assert leftover.path.name == "known.json"


def test_entries_about_other_files_and_other_rules_are_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    write_baseline(file, found(document(*BLOCKS)))
    assert not list(validate(document("Fin.", path="docs/other.md"), config=CONFIG, baseline=read_baseline(file)))
    only = Config(select=("SP001", "CO005"))
    assert not list(validate(document("Fin."), config=only, baseline=read_baseline(file)))


def test_the_file_does_not_depend_on_order_and_says_what_it_knows(tmp_path: Path) -> None:
    diagnostics = found(document(*BLOCKS))
    write_baseline(tmp_path / "a.json", diagnostics)
    write_baseline(tmp_path / "b.json", reversed(diagnostics))
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    content = json.loads((tmp_path / "a.json").read_bytes())
    assert content["version"] == 1
    assert {entry["rule"] for entry in content["diagnostics"]} == {"TX003", "AL001", "SP007"}


def test_an_empty_baseline_is_one(tmp_path: Path) -> None:
    write_baseline(tmp_path / "a.json", ())
    assert read_baseline(tmp_path / "a.json").entries == {}


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"version": 2, "diagnostics": []}', '{"version": 1, "diagnostics": [1]}']
)
def test_what_is_no_baseline_is_an_error(tmp_path: Path, content: str) -> None:
    file = tmp_path / "known.json"
    file.write_text(content)
    with pytest.raises(ConfigError) as caught:
        read_baseline(file)
    assert caught.value.path == file


def test_a_baseline_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        read_baseline(tmp_path / "no.json")


def test_bytes_that_are_no_utf_8_survive(tmp_path: Path) -> None:
    content = locdocs.parse((HEADER + pair(101, "Son 5 \udcff.", "They are 6.")).encode("utf-8", "surrogateescape"))
    write_baseline(tmp_path / "a.json", found(content))
    assert read_baseline(tmp_path / "a.json").entries.keys() == set(identities(content))
