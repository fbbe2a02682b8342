"""Which segments go out: without empty ones, each pair once, each source once with its best target."""

from __future__ import annotations

import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from locdocs.model import Document
from tests.exchange.making import document, written
from tests.exchange.readers import read_jsonl


def pairs_of(data: bytes) -> list[tuple[str, str]]:
    return [(entry["source"], entry["target"]) for entry in read_jsonl(data)]


def test_empty_ones_are_left_out_and_counted_and_others_are_not() -> None:
    found = document(("", "Uno"), ("Two", ""), ("", ""), ("OK", "OK"), (" ", "Cinco"))
    data, summary = written(found, "jsonl")
    assert pairs_of(data) == [("OK", "OK"), (" ", "Cinco")]
    assert summary.segments == 2
    assert summary.dropped == {"empty source": 2, "empty target": 1}


def test_dedupe_keeps_the_first_of_each_pair() -> None:
    found = [
        document(("One", "Uno"), ("Two", "Dos"), ("One", "Uno"), path="a.md"),
        document(("One", "Una"), ("Two", "Dos"), path="b.md"),
        document(("One", "Uno"), path="c.md", locale="es-MX"),
    ]
    data, summary = written(found, "jsonl", dedupe=True)
    assert [(entry["path"], entry["source"], entry["target"]) for entry in read_jsonl(data)] == [
        ("a.md", "One", "Uno"),
        ("a.md", "Two", "Dos"),
        ("b.md", "One", "Una"),
        ("c.md", "One", "Uno"),  # another language
    ]
    assert summary.dropped == {"repeated": 2}


def test_dedupe_looks_at_the_texts_that_go_out() -> None:
    found = document(("**One**", "**Uno**"), ("One", "Uno"))
    assert written(found, "jsonl", dedupe=True)[1].segments == 2
    assert written(found, "jsonl", dedupe=True, inline="plain")[1].segments == 1


def test_dedupe_tells_texts_that_run_together_alike() -> None:
    found = document(("ab", "c"), ("a", "bc"), ("1:a", "b"), ("1", ":ab"))
    assert written(found, "jsonl", dedupe=True)[1].segments == 4


def best(*found: Document) -> list[tuple[str, str, str]]:
    data, _ = written(list(found), "jsonl", best_target=True)
    return [(entry["path"], entry["source"], entry["target"]) for entry in read_jsonl(data)]


def test_the_best_target_is_a_humans_even_where_machines_are_more() -> None:
    machine = document(("Save", "Ahorrar"), ("Save", "Ahorrar"), path="a.md", kind="MT")
    human = document(("Save", "Guardar"), path="b.md", kind="HT")
    assert best(machine, human) == [("b.md", "Save", "Guardar")]


def test_then_the_most_frequent_then_the_first() -> None:
    first = document(("Save", "Uno"), ("Open", "Tres"), path="a.md")
    second = document(("Save", "Dos"), ("Save", "Dos"), ("Open", "Cuatro"), path="b.md")
    assert best(first, second) == [("a.md", "Open", "Tres"), ("b.md", "Save", "Dos")]


def test_the_humans_occurrence_of_the_best_target_goes_out() -> None:
    machine, human = (
        document(("Save", "Guardar"), path="a.md", kind="MT"),
        document(("Save", "Guardar"), path="b.md", kind="HT"),
    )
    data, summary = written([machine, human], "jsonl", best_target=True)
    assert [entry["translation_type"] for entry in read_jsonl(data)] == ["HT"]
    assert summary.dropped == {"repeated": 1}


def test_each_language_has_its_own_best_target() -> None:
    assert len(best(document(("Save", "Guardar")), document(("Save", "Speichern"), locale="de-DE", path="b.md"))) == 2


def test_reasons_are_counted() -> None:
    found = [document(("Save", "A"), ("Save", "B"), ("Save", "A"), ("Save", ""))]
    _, summary = written(found, "jsonl", best_target=True)
    assert (summary.segments, summary.dropped) == (1, {"empty target": 1, "other target": 1, "repeated": 1})


def test_two_passes_need_something_to_read_twice() -> None:
    with pytest.raises(ValueError, match="twice"):
        written(iter([document(("One", "Uno"))]), "jsonl", best_target=True)


WORDS = st.sampled_from(["Save", "Open", "Close", "Äöü"])


@given(
    st.lists(
        st.tuples(st.sampled_from(["MT", "HT"]), st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6)),
        min_size=1,
        max_size=4,
    )
)
def test_the_best_target_by_the_rule_as_it_is_written(content: list[tuple[str, list[tuple[str, str]]]]) -> None:
    found = [document(*pairs, kind=kind, path=f"{index}.md") for index, (kind, pairs) in enumerate(content)]
    occurrences = [(source, target, kind) for kind, pairs in content for source, target in pairs]
    expected = {}
    for source in {source for source, _, _ in occurrences}:
        targets = [target for other, target, _ in occurrences if other == source]
        human = {target for other, target, kind in occurrences if other == source and kind == "HT"}
        expected[source] = min(targets, key=lambda t: (t not in human, -targets.count(t), targets.index(t)))
    data, summary = written(found, "jsonl", best_target=True)
    assert sorted(pairs_of(data)) == sorted(expected.items())
    assert summary.segments + sum(summary.dropped.values()) == len(occurrences)


class Repeating:
    """The same few pairs in ever new documents."""

    def __init__(self, count: int) -> None:
        self.count = count

    def __iter__(self):
        for index in range(self.count):
            yield document(*((f"Source {n}", f"Target {n}") for n in range(50)), path=f"{index:05}.md")


def peak(count: int, **options: bool) -> int:
    class Nowhere:
        def write(self, data: bytes) -> int:
            return len(data)

        def flush(self) -> None:
            pass

    from locdocs.exchange import write

    tracemalloc.start()
    try:
        write(Nowhere(), Repeating(count), format="tmx", **options)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("options", [{}, {"dedupe": True}, {"best_target": True}], ids=str)
def test_memory_does_not_grow_with_the_number_of_documents(options: dict[str, bool]) -> None:
    peak(5, **options)  # imports
    few, many = peak(20, **options), peak(200, **options)
    # 64 bytes a document to keep tuids apart are allowed for; a document itself takes some 20,000.
    assert many - few < 180 * 150
