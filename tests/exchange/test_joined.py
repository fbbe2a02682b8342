"""Exports across languages: the same page joined, one source with all its targets, and read back."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

import locdocs
from locdocs.errors import LanguageError, LocdocsError, UnknownFormatError
from locdocs.exchange import Filters, read_units, write_joined

FORMATS = ["tmx", "jsonl", "csv", "tsv", "xlsx"]


def pair(prefix: str, number: str, target: str, source: str) -> str:
    return (
        f'<span data-ttu-id="{prefix}-{number}">{target}</span>'
        f'<span class="sxs-lookup"><span data-stu-id="{prefix}-{number}">{source}</span></span>'
    )


def page(locale: str, prefix: str, *texts: tuple[str, str, str], kind: str = "MT") -> str:
    header = f"---\nms.translationtype: {kind}\nms.contentlocale: {locale}\nms.lasthandoff: 05/06/2020\n---\n"
    return header + "\n\n".join(pair(prefix, *text) for text in texts) + "\n"


@pytest.fixture
def trees(tmp_path: Path) -> tuple[Path, Path]:
    """One page in Spanish and Japanese, whose second sentence changed in between, and one in Spanish alone."""
    spanish, japanese = tmp_path / "docs.es-es", tmp_path / "docs.ja-jp"
    for folder in (spanish, japanese):
        (folder / "a").mkdir(parents=True)
    (spanish / "a" / "panel.md").write_text(
        page("es-ES", "0a1b2", ("101", "Panel", "Dashboard"), ("102", "Abra el panel.", "Open the dashboard.")), "utf-8"
    )
    (japanese / "a" / "panel.md").write_text(
        page(
            "ja-JP", "9f8e7", ("101", "ダッシュボード", "Dashboard"), ("102", "開いてください。", "Open it."), kind="HT"
        ),
        "utf-8",
    )
    (spanish / "a" / "solo.md").write_text(page("es-ES", "33333", ("101", "Solo = uno", "Only = one")), "utf-8")
    return spanish, japanese


def joined(path: Path, trees: tuple[Path, Path], **options: object) -> locdocs.Summary:
    return write_joined(path, [locdocs.read_tree(tree) for tree in trees], **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", FORMATS)
def test_same_number_and_source_are_joined_and_the_rest_is_kept(
    name: str, trees: tuple[Path, Path], tmp_path: Path
) -> None:
    summary = joined(tmp_path / f"all.{name}", trees)
    assert summary.segments == 4
    assert summary.joined == {2: 1, 1: 3}
    units = [
        (unit.path, unit.id, unit.source, unit.target, unit.target_language, unit.origin.translation_type)
        for unit in read_units(tmp_path / f"all.{name}")
    ]
    assert sorted(units) == [
        ("a/panel.md", "0a1b2-101", "Dashboard", "Panel", "es-ES", "MT"),
        ("a/panel.md", "0a1b2-102", "Open the dashboard.", "Abra el panel.", "es-ES", "MT"),
        ("a/panel.md", "9f8e7-101", "Dashboard", "ダッシュボード", "ja-JP", "HT"),
        ("a/panel.md", "9f8e7-102", "Open it.", "開いてください。", "ja-JP", "HT"),
        ("a/solo.md", "33333-101", "Only = one", "Solo = uno", "es-ES", "MT"),
    ]


def test_tmx_is_valid_with_a_variant_for_each_language(trees: tuple[Path, Path], tmp_path: Path, shared: Path) -> None:
    joined(tmp_path / "all.tmx", trees, inline="codes", block_kind=True)
    document = etree.parse(tmp_path / "all.tmx")
    dtd = etree.DTD(str(shared / "schemas" / "tmx14.dtd"))
    assert dtd.validate(document), dtd.error_log
    first, *_ = document.findall(".//tu")
    assert first.get("tuid") == "a/panel.md#101"
    assert [tuv.findtext("seg") for tuv in first.findall("tuv")] == ["Dashboard", "Panel", "ダッシュボード"]
    tuids = [tu.get("tuid") for tu in document.findall(".//tu")]
    assert len(set(tuids)) == len(tuids)


def test_json_lines_has_one_object_with_all_targets(trees: tuple[Path, Path], tmp_path: Path) -> None:
    joined(tmp_path / "all.jsonl", trees)
    first = json.loads((tmp_path / "all.jsonl").read_text("utf-8").splitlines()[0])
    assert first["source"] == "Dashboard"
    assert {language: entry["target"] for language, entry in first["targets"].items()} == {
        "es-ES": "Panel",
        "ja-JP": "ダッシュボード",
    }


def test_a_table_has_columns_for_each_language(trees: tuple[Path, Path], tmp_path: Path) -> None:
    joined(tmp_path / "all.csv", trees)
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as file:
        first, second, *_ = csv.DictReader(file)
    assert (first["target:es-ES"], first["target:ja-JP"]) == ("Panel", "ダッシュボード")
    assert (second["target:es-ES"], second["target:ja-JP"]) == ("Abra el panel.", "")


def test_a_workbook_has_columns_for_each_language(trees: tuple[Path, Path], tmp_path: Path) -> None:
    joined(tmp_path / "all.xlsx", trees, roots=["docs.es-es"])
    names, first, second, *_ = openpyxl.load_workbook(tmp_path / "all.xlsx").active.iter_rows(values_only=True)
    rows = [dict(zip(names, row, strict=True)) for row in (first, second)]
    assert [(row["target:es-ES"], row["target:ja-JP"]) for row in rows] == [
        ("Panel", "ダッシュボード"),
        ("Abra el panel.", None),
    ]
    found = read_units(tmp_path / "all.xlsx")
    assert (found.inline, found.roots, found.tool) == ("markdown", ("docs.es-es",), "locdocs")


def test_a_segment_too_long_for_a_cell_is_counted(trees: tuple[Path, Path], tmp_path: Path) -> None:
    long = page("ja-JP", "9f8e7", ("101", "あ" * 33_000, "Dashboard"))
    (trees[1] / "a" / "panel.md").write_text(long, "utf-8")
    summary = joined(tmp_path / "all.xlsx", trees)
    assert (summary.segments, summary.joined) == (2, {1: 2})
    assert summary.dropped == {"too long for a cell": 1}


def test_several_languages_in_a_workbook_come_back(trees: tuple[Path, Path], tmp_path: Path) -> None:
    joined(tmp_path / "all.xlsx", trees)
    for tree in trees:
        document = locdocs.read(tree / "a" / "panel.md", name="a/panel.md")
        edited = [
            unit._replace(target=f"{unit.target}!")
            for unit in read_units(tmp_path / "all.xlsx")
            if unit.target != "Panel"
        ]
        result = locdocs.apply(document, edited)
        assert result.complete
        assert len(result.applied) == (2 if tree is trees[1] else 1)


def test_a_format_with_one_target_is_refused(trees: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError, match="tmx, jsonl, csv, tsv, xlsx"):
        joined(tmp_path / "all.xlf", trees)
    assert not (tmp_path / "all.xlf").exists()


def test_two_folders_of_one_language_are_refused(trees: tuple[Path, Path], tmp_path: Path) -> None:
    with pytest.raises(LanguageError, match="es-ES"):
        joined(tmp_path / "all.tmx", (trees[0], trees[0]))


def test_filters_and_dedupe_hold_across_languages(trees: tuple[Path, Path], tmp_path: Path) -> None:
    summary = joined(tmp_path / "all.tmx", trees, filters=Filters(translation_types=("HT",)))
    assert summary.joined == {1: 2}
    assert summary.dropped == {"other translation type": 3}
    (trees[0] / "a" / "zwei.md").write_text((trees[0] / "a" / "solo.md").read_text("utf-8"), "utf-8")
    assert joined(tmp_path / "all.tmx", trees, dedupe=True).dropped == {"repeated": 1}


class TestFilters:
    """What stays out of an export of one language, counted by reason."""

    @pytest.fixture
    def document(self) -> locdocs.Document:
        text = page(
            "es-ES",
            "0a1b2",
            ("101", "Panel", "Panel"),
            ("102", "Abra el panel y elija un filtro.", "Open the dashboard and choose a filter."),
            ("103", "Hola panel", "open hello dashboard"),
        ).replace("2020", "2017")
        return locdocs.parse("# " + text if not text.startswith("---") else text, path="panel.md")

    def written(self, document: locdocs.Document, tmp_path: Path, **filters: object) -> dict[str, int]:
        summary = locdocs.write(tmp_path / "a.jsonl", document, filters=Filters(**filters))  # type: ignore[arg-type]
        assert summary.segments + sum(summary.dropped.values()) == 3
        return dict(summary.dropped)

    def test_contaminated_sources_of_2017_stay_out_by_default(self, document: locdocs.Document, tmp_path: Path) -> None:
        assert locdocs.write(tmp_path / "a.tmx", document).dropped == {"contaminated source": 1}
        assert self.written(document, tmp_path, contaminated=True) == {}

    def test_contamination_is_looked_for_in_old_documents_only(
        self, document: locdocs.Document, tmp_path: Path
    ) -> None:
        newer = locdocs.parse(document.text.replace("2017", "2019"), path="panel.md")
        assert self.written(newer, tmp_path) == {}

    @pytest.mark.parametrize(
        ("filters", "dropped"),
        [
            ({"same_as_source": False}, {"same as source": 1}),
            ({"min_words": 2}, {"too short": 1}),
            ({"max_words": 3}, {"too long": 1}),
            ({"blocks": ["heading"]}, {"other block": 3}),
        ],
    )
    def test_each_filter_counts_what_it_drops(
        self, document: locdocs.Document, tmp_path: Path, filters: dict[str, object], dropped: dict[str, int]
    ) -> None:
        if filters.get("blocks"):
            with pytest.raises(LocdocsError, match="3 other block"):
                self.written(document, tmp_path, contaminated=True, **filters)
            return
        assert self.written(document, tmp_path, contaminated=True, **filters) == dropped

    def test_a_function_can_reject_segments(self, document: locdocs.Document, tmp_path: Path) -> None:
        assert self.written(document, tmp_path, reject=lambda doc: doc.segments[1:], contaminated=True) == {
            "rejected": 2
        }


def test_published_trees_join(corpus: Path, tmp_path: Path) -> None:
    trees = [corpus / f"nuget-docs.{locale}" / "bilingual" for locale in ("es-es", "ja-jp")]
    if not all(tree.is_dir() for tree in trees):
        pytest.skip("the trees to join are not there")
    summary = write_joined(tmp_path / "all.tmx", [locdocs.read_tree(tree) for tree in trees])
    assert summary.joined[2] >= 15_619
    assert sum(1 for _ in read_units(tmp_path / "all.tmx")) == sum(n * count for n, count in summary.joined.items())
