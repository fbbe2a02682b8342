"""Rules are as precise as their severity asks; ``python -m tests.precision`` prints the table."""

from __future__ import annotations

import json
from pathlib import Path, PurePosixPath

import pytest

from locdocs.rules import find_rule, rule_names
from locdocs.rules.measured import Measured, measured
from tests.precision.measuring import REQUIRED, TREES, WANTED, Found, find, is_under, measure, own_rules, table
from tests.precision.verdicts import FOLDER, Place, import_round, read_all, read_verdicts, write_verdicts

NOT_JUDGED_YET: set[str] = set()
"""Rules that find something at defaults and wait for their verdicts. It may shrink, not grow."""

MOST_GONE = 1 / 3
"""So many of the judged hits of a rule may be gone before its figures are about another rule."""

FILES = sorted(FOLDER.glob("*.csv"))
WRITE = "run: python -m tests.precision CORPUS --write, then: locdocs rule --pages docs/rules"


def code_of(path: Path) -> str:
    return path.stem


@pytest.fixture(scope="module")
def found(corpus: Path) -> Found:
    if not all((corpus / tree).is_dir() for tree in TREES):
        pytest.skip("not all of the trees are there")
    return find(corpus)


@pytest.mark.parametrize("path", FILES, ids=code_of)
def test_a_file_of_verdicts_names_places_and_nothing_else(path: Path, tmp_path: Path) -> None:
    assert path.stem in rule_names()
    verdicts = read_verdicts(path)
    places = [verdict.place for verdict in verdicts]
    assert places
    assert len(set(places)) == len(places)
    for place in places:
        assert place.tree in TREES
        assert PurePosixPath(place.path).suffix == ".md"
        assert not PurePosixPath(place.path).is_absolute()
        assert place.offset >= 0
        assert place.number.isdecimal() or not place.number
    write_verdicts(tmp_path / path.name, verdicts)
    assert (tmp_path / path.name).read_bytes() == path.read_bytes()


@pytest.mark.parametrize("path", FILES, ids=code_of)
def test_a_rule_is_as_precise_as_its_severity_asks(path: Path) -> None:
    rule, figures = find_rule(path.stem), measure(read_verdicts(path), hits=0, pairs=0)
    assert not is_under(rule, figures), (
        f"{figures.precision:.0%} are true and {REQUIRED[rule.severity]:.0%} are wanted: make it less severe"
    )


def test_the_package_shows_what_the_verdicts_say() -> None:
    assert list(measured()) == [rule.code for rule in own_rules()], WRITE
    verdicts = read_all()
    for code, shown in measured().items():
        assert measure(verdicts.get(code, ()), hits=shown.hits, pairs=shown.pairs) == shown, f"{code}: {WRITE}"


def test_the_package_shows_the_hits_there_are(found: Found) -> None:
    shown = {code: figures.hits for code, figures in measured().items()}
    assert {code: found.hits[code] for code in shown} == shown, WRITE
    assert {figures.pairs for figures in measured().values()} == {found.pairs}, WRITE


@pytest.mark.parametrize("path", FILES, ids=code_of)
def test_what_was_judged_is_still_found(path: Path, found: Found) -> None:
    verdicts = read_verdicts(path)
    gone = len(verdicts) - len(found.kept(path.stem, verdicts))
    print(f"{path.stem}: {gone} of {len(verdicts)} judged hits are no longer found")
    assert gone <= MOST_GONE * len(verdicts), "--prune drops their verdicts; then judge more"


def test_every_rule_that_finds_something_is_judged(found: Found) -> None:
    verdicts = read_all()
    lacking = {
        rule.code
        for rule in own_rules()
        if rule.default != "off"
        and len(found.kept(rule.code, verdicts.get(rule.code, ()))) < min(WANTED, found.hits[rule.code])
    }
    assert lacking - NOT_JUDGED_YET == set(), f"{WANTED} hits of each, or all, are to be judged"
    assert NOT_JUDGED_YET - lacking == set(), "these are judged: take them off the list"


def write_lines(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def key_row(hit: str, offset: int) -> dict[str, object]:
    place = {"_tree": "one", "_path": "a/b.md", "_number": "104", "_offset": offset}
    return {"hit": hit, "rule": "TX007", "_identity": "0" * 32, **place}


def said(hit: str, verdict: object) -> dict[str, object]:
    return {"hit": hit, "true": verdict, "why": "the words of the text"}


def test_a_round_is_added_without_its_reasons(tmp_path: Path) -> None:
    first = write_lines(tmp_path / "first", said("x", True), said("y", True))
    second = write_lines(tmp_path / "second", said("y", False), said("x", True))
    key = write_lines(tmp_path / "key", key_row("y", 9), key_row("x", 7))
    assert import_round(key, first, second, tmp_path) == {"TX007": 2}
    assert (tmp_path / "TX007.csv").read_text("utf-8") == (
        "tree,path,number,offset,first,second\none,a/b.md,104,7,true,true\none,a/b.md,104,9,true,false\n"
    )
    # The same round again adds nothing; another one what is new.
    assert import_round(key, first, second, tmp_path) == {"TX007": 0}
    key = write_lines(tmp_path / "key", key_row("x", 7), key_row("y", 3))
    assert import_round(key, first, second, tmp_path) == {"TX007": 1}
    assert [verdict.place.offset for verdict in read_verdicts(tmp_path / "TX007.csv")] == [3, 7, 9]


@pytest.mark.parametrize(
    ("second", "complaint"),
    [
        ([said("x", True)], "without verdict or not in the key: y"),
        ([said("x", True), said("y", True), said("z", True)], "not in the key: z"),
        ([said("x", True), said("x", False), said("y", True)], "x stands twice"),
        ([said("x", True), said("y", "yes")], "true or false"),
    ],
)
def test_a_round_with_gaps_is_refused(tmp_path: Path, second: list[object], complaint: str) -> None:
    key = write_lines(tmp_path / "key", key_row("x", 7), key_row("y", 9))
    first = write_lines(tmp_path / "first", said("x", True), said("y", True))
    with pytest.raises(ValueError, match=complaint):
        import_round(key, first, write_lines(tmp_path / "second", *second), tmp_path)
    assert not (tmp_path / "TX007.csv").exists()


def test_a_verdict_is_not_replaced(tmp_path: Path) -> None:
    key = write_lines(tmp_path / "key", key_row("x", 7))
    no, yes = (write_lines(tmp_path / name, said("x", name == "yes")) for name in ("no", "yes"))
    import_round(key, no, no, tmp_path)
    with pytest.raises(ValueError, match="judged otherwise"):
        import_round(key, no, yes, tmp_path)


@pytest.mark.parametrize("text", ["tree,path\n", "tree,path,number,offset,first,second\na,b.md,1,2,true,perhaps\n"])
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "TX007.csv"
    path.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=r"TX007\.csv"):
        read_verdicts(path)


def test_thresholds_go_by_severity() -> None:
    def under(code: str, true: int) -> bool:
        return is_under(find_rule(code), Measured(100, 1000, 20, true, true, 20))

    assert (find_rule("TX003").severity, under("TX003", 17), under("TX003", 18)) == ("error", True, False)
    assert (find_rule("TX005").severity, under("TX005", 13), under("TX005", 14)) == ("warning", True, False)
    assert (find_rule("TX006").severity, under("TX006", 0)) == ("info", False)


def test_both_verdicts_count_in_the_figures() -> None:
    figures = Measured(hits=100, pairs=1000, judged=20, true_first=20, true_second=16, agreed=16)
    assert figures.precision == 0.9
    assert figures.interval == pytest.approx((0.6990, 0.9721), abs=1e-3)
    assert Measured(0, 1000, 0, 0, 0, 0).precision is None
    assert next(line for line in table({"TX003": figures._replace(true_second=10)}) if "TX003" in line).endswith("90%!")


def test_a_hit_that_moved_in_its_segment_is_still_found() -> None:
    now = Found()
    now.places["TX007"].add(Place("one", "a.md", 12, "104"))
    assert now.has("TX007", Place("one", "a.md", 10, "104"))
    assert not now.has("TX007", Place("one", "a.md", 12, "105"))
    assert not now.has("TX007", Place("two", "a.md", 12, "104"))
    assert not now.has("TX005", Place("one", "a.md", 12, "104"))
