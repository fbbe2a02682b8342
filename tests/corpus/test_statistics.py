"""What is counted, and how."""

from __future__ import annotations

from pathlib import Path

import pytest

import locdocs
from locdocs.corpus import read_tree
from locdocs.markup import write_pair
from locdocs.statistics import Count, LanguageCount, measure, target_length, text_lines
from tests.exchange.making import document


def test_counts_of_a_few_documents() -> None:
    found = measure(
        [
            document(("One two", "Uno dos tres"), ("OK", "OK"), ("", "Uno"), path="a.md", kind="HT"),
            document(("One", "一つ です"), path="b.md", locale="ja-JP"),
            document(path="c.md", locale=None, kind=None),
        ]
    )
    assert (found.documents, found.documents_without_segments, found.segments) == (3, 1, 4)
    assert (found.source_words, found.same_as_source, found.empty_source, found.empty_target) == (4, 1, 1, 0)
    assert found.languages == {
        "": LanguageCount(documents=1, segments=0, source_words=0, target_length=0, target_unit="word"),
        "es-ES": LanguageCount(documents=1, segments=3, source_words=3, target_length=5, target_unit="word"),
        "ja-JP": LanguageCount(documents=1, segments=1, source_words=1, target_length=4, target_unit="character"),
    }
    assert found.translation_types == {
        "": Count(documents=1, segments=0, source_words=0),
        "HT": Count(documents=1, segments=3, source_words=3),
        "MT": Count(documents=1, segments=1, source_words=1),
    }
    assert found.damage == {}


def test_the_samples(samples: Path) -> None:
    tree = read_tree(samples / "bilingual")
    found = measure(tree)
    assert found.documents == 16
    assert found.segments == sum(len(one) for one in tree)
    assert found.damage["encoded-span-markup"] == 5
    assert found.coverage is not None
    assert found.coverage > 0.95


def test_of_nothing_there_is_no_coverage() -> None:
    assert measure([]).coverage is None


PAIR = write_pair("0c05b-101", "Uno", "One")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{PAIR}\n\nNot in a pair.\n", [True, False]),
        (f"# {PAIR} {PAIR}\n", [True]),
        (f"{PAIR} and more\n", [True]),
        (f"| {PAIR} |\n| --- |\n| x |\n", [True, False]),
        (f"```text\nnot text\n```\n{PAIR}\n", [True]),
        (f"> ~~~\n> code\n> ```\n> ~~~\n> {PAIR}\n", [True]),
        (f"```cmd``` is a code span\n{PAIR}\n", [False, True]),
        (f"- ```\n  code\n  ```\n- {PAIR}\n", [True]),
        ("> [!NOTE]\n[!INCLUDE [x](y.md)]\n![alt](a.png)\n<br>\n---\n[x]: https://y\n:::row:::\n&nbsp;\n1.\n", []),
        (write_pair("0c05b-101", "Uno\ndos", "One\ntwo") + "\nthree\n", [True, True, False]),
        (f"---\ntitle: not counted\n---\n{PAIR}\n", [True]),
        (f"---\ntitle: {PAIR}\n---\nbody\n", [False]),
        ("```\nnever closed\n", []),
        ("", []),
    ],
)
def test_lines_that_hold_text_and_those_that_a_segment_stands_in(text: str, lines: list[bool]) -> None:
    assert list(text_lines(locdocs.parse(text))) == lines


def test_length_is_words_or_characters() -> None:
    assert target_length("Guarde los cambios.", "es-ES") == 3
    assert target_length("変更を 保存します。", "ja-JP") == 9
    assert target_length("변경 내용 저장", "ko-KR") == 3
    assert target_length("", "zh") == 0
