"""The export as a whole: what can be handed in, how formats are found, what goes wrong and what is left behind."""

from __future__ import annotations

import errno
from io import BytesIO
from pathlib import Path

import pytest

from locdocs.corpus import read_tree
from locdocs.errors import InputError, LanguageError, OutputError, UnknownFormatError
from locdocs.exchange import FORMATS, find_format, write
from locdocs.units import units_of
from tests.exchange.making import document, written
from tests.exchange.readers import read_jsonl, read_tmx

# Every format but the one of several files can be written to a stream.
STREAMED = [name for name in FORMATS if name != "moses"]


@pytest.fixture(autouse=True)
def _extra_for_parquet(request: pytest.FixtureRequest) -> None:
    """Parquet is an extra: its cases are passed over where it is not installed."""
    callspec = getattr(request.node, "callspec", None)
    if callspec and "parquet" in map(str, callspec.params.values()):
        pytest.importorskip("pyarrow")


@pytest.mark.parametrize("name", STREAMED)
def test_the_same_input_gives_the_same_bytes(samples: Path, name: str) -> None:
    # Of one language, because not every format holds several.
    tree = read_tree(samples / "bilingual" / "es-es")
    assert written(tree, name)[0] == written(tree, name)[0] == written(list(tree), name, roots=tree.roots)[0]


@pytest.mark.parametrize("name", STREAMED)
def test_a_document_its_units_and_a_list_of_either_are_alike(name: str) -> None:
    found = document(("One", "Uno"), ("Two", "Dos"))
    units = units_of(found, lines=FORMATS[name].lines)
    expected = written(found, name)[0]
    assert written([found], name)[0] == written(iter([found]), name)[0] == expected
    assert written(units, name)[0] == written(iter(units), name)[0] == expected


def test_units_and_documents_may_be_mixed() -> None:
    found = [*units_of(document(("One", "Uno"), path="a.md")), document(("Two", "Dos")), document(path="c.md")]
    data, summary = written(found, "jsonl")
    assert [entry["source"] for entry in read_jsonl(data)] == ["One", "Two"]
    assert (summary.documents, summary.documents_without_segments, summary.segments) == (2, 1, 2)


def test_many_units_of_one_origin_stay_in_order() -> None:
    units = units_of(document(*((f"Source {n}", f"Target {n}") for n in range(2_500))))
    assert [unit.source for unit in read_tmx(written(units, "tmx")[0])] == [unit.source for unit in units]


def test_something_else_is_refused() -> None:
    with pytest.raises(TypeError):
        written(["page.md"], "tmx")
    with pytest.raises(ValueError, match="markdown, plain, codes"):
        written(document(("One", "Uno")), "tmx", inline="html")


def test_the_suffix_names_the_format(tmp_path: Path) -> None:
    found = document(("One", "Uno"))
    for suffix in (".tmx", ".TMX", ".jsonl", ".ndjson"):
        summary = write(tmp_path / f"memory{suffix}", found)
        assert summary.format == find_format(path=f"memory{suffix}").name
    assert write(str(tmp_path / "memory.txt"), found, format="tmx").format == "tmx"


@pytest.mark.parametrize(
    ("path", "name"), [("memory.docx", None), ("memory", None), (None, None), ("memory.tmx", "tmx2")]
)
def test_an_unknown_format_is_an_error_that_names_the_known_ones(path: str | None, name: str | None) -> None:
    with pytest.raises(UnknownFormatError, match=r"tmx.*jsonl"):
        find_format(name, path)


@pytest.mark.parametrize(
    "content", [[], document(), [document(), document(path="b.md")], document(("", "Uno"))], ids=["0", "1", "2", "3"]
)
def test_nothing_to_write_is_an_error_and_no_file(tmp_path: Path, content: object) -> None:
    with pytest.raises(InputError, match="no segment to write"):
        write(tmp_path / "memory.tmx", content)
    assert list(tmp_path.iterdir()) == []


def test_no_target_language_is_an_error_that_names_the_document(tmp_path: Path) -> None:
    (tmp_path / "memory.tmx").write_bytes(b"what was there")
    found = [document(("One", "Uno")), document(("Two", "Dos"), path="a/b.md", locale=None)]
    with pytest.raises(LanguageError, match=r"a/b\.md: .*target language"):
        write(tmp_path / "memory.tmx", found)
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"what was there"]
    write(tmp_path / "pairs.jsonl", found)  # this one can do without
    write(tmp_path / "memory.tmx", [found[0], document(path="c.md", locale=None)])  # nothing to say it about


class FullDisk(BytesIO):
    def write(self, data: object) -> int:  # noqa: ARG002 - the interface of files
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("name", STREAMED)
def test_a_full_disk_is_an_output_error(name: str) -> None:
    with pytest.raises(OutputError, match="disk is full"):
        write(FullDisk(), document(("One", "Uno")), format=name)


def interrupted():
    yield document(("One", "Uno"))
    raise KeyboardInterrupt


@pytest.mark.parametrize("name", FORMATS)
def test_an_interrupted_run_leaves_what_was_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "memory", interrupted(), format=name)
    assert list(tmp_path.iterdir()) == []


def test_summaries_are_values() -> None:
    import pickle

    summary = written(document(("One", "Uno")), "tmx")[1]
    assert pickle.loads(pickle.dumps(summary)) == summary == written(document(("Two", "Dos")), "tmx")[1]


def test_units_know_their_document() -> None:
    [unit] = units_of(document(("One", "Uno"), path="a/b.md"), lines=True, block_kind=True, inline="codes")
    assert (unit.path, unit.number, unit.line, unit.block) == ("a/b.md", "101", 5, "paragraph")
    assert (unit.source_language, unit.target_language, unit.origin.translation_type) == ("en-US", "es-ES", "MT")
    assert unit.source_codes == unit.target_codes == ()


def test_plain_export_needs_no_markdown_parser(samples: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from locdocs.corpus import read_tree; from locdocs.exchange import write;"
        "import io; write(io.BytesIO(), read_tree(sys.argv[1], gitignore=False), format='tmx');"
        "print({'lxml', 'bs4', 'markdown_it', 'pyromark', 'yaml', 'rich', 'click', 'pathspec'} & set(sys.modules))"
    )
    found = subprocess.run(
        [sys.executable, "-c", code, str(samples / "bilingual")], capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "set()"
