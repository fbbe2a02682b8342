"""Reading as a whole: which format a file is in, what it says of itself, faults, and formats of other packages."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints
from pathlib import Path
from types import ModuleType

import pytest

import locdocs
from locdocs.cli import main
from locdocs.errors import ExchangeError, InputError, UnknownFormatError
from locdocs.exchange import FORMATS, Format, find_format, read_units, registry, write
from locdocs.units import Origin, Unit
from tests.exchange.making import document

FOUND = document(("One", "Uno"), ("Two", "Dos"))
WRITTEN = [name for name in FORMATS if name != "moses"]


@pytest.mark.parametrize("name", WRITTEN)
def test_every_format_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    """Tables apart, which nothing but their name tells from any other text."""
    if name == "parquet":
        pytest.importorskip("pyarrow")
    suffix = f".{name}" if name in {"csv", "tsv"} else ""
    write(tmp_path / f"file{suffix}", FOUND, format=name, roots=["docs"])
    units = read_units(tmp_path / f"file{suffix}")
    assert (units.format, units.roots, units.path) == (name, ("docs",), tmp_path / f"file{suffix}")
    assert [(unit.source, unit.target, unit.path, unit.number) for unit in units] == [
        ("One", "Uno", "page.md", "101"),
        ("Two", "Dos", "page.md", "102"),
    ]
    # Again and again.
    assert len(list(units)) == len(list(units)) == 2


def test_content_counts_more_than_the_suffix_and_a_name_more_than_both(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", FOUND, format="tmx")
    assert read_units(tmp_path / "a.csv").format == "tmx"
    with pytest.raises(ExchangeError, match="names no columns"):
        list(read_units(tmp_path / "a.csv", format="csv"))


@pytest.mark.parametrize(
    "prolog",
    [
        "\ufeff",
        "\n\n",
        '<?xml version="1.0"?>\n',
        "<!-- <po> \n-->",
        '<!DOCTYPE tmx SYSTEM "x">',
        "<!DOCTYPE tmx [<!ELEMENT tmx ANY>]>",
    ],
)
@pytest.mark.parametrize("root", ["<tmx>", '<a:tmx xmlns:a="x">', "<tmx\n version='1.4'>"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be"])
def test_a_root_element_is_found_behind_a_prolog(prolog: str, root: str, encoding: str) -> None:
    text = prolog + root if encoding == "utf-8" else "\ufeff" + prolog.removeprefix("\ufeff") + root
    found = registry.sniff_format(text.encode(encoding))
    assert found is not None
    assert found.name == "tmx"


@pytest.mark.parametrize(
    "head", [b"", b"once upon a time", b"<html>", b"<!-- <tmx> ", b"source,target", b"\xff\xff\xff"]
)
def test_what_is_none_of_them_is_none(head: bytes) -> None:
    assert registry.sniff_format(head) is None


def test_looking_for_a_root_element_is_linear() -> None:
    for head in (b"<!--" * 20_000, b"<?" * 30_000, b" " * 60_000, b"<!DOCTYPE [" * 6_000, b"#\n" * 30_000):
        assert registry.sniff_format(head) is None


def test_unknown_formats_and_files(tmp_path: Path) -> None:
    (tmp_path / "a.xyz").write_text("once upon a time")
    with pytest.raises(UnknownFormatError, match=r"a\.xyz: the suffix '\.xyz' means no exchange format"):
        read_units(tmp_path / "a.xyz")
    for near, known in ((".xlf2", ".xlf"), (".json", ".jsonl"), (".cvs", ".csv")):
        with pytest.raises(UnknownFormatError, match=rf"or use \.tmx, .*; did you mean {re.escape(known)}\?"):
            find_format(path=f"a{near}")
    with pytest.raises(UnknownFormatError, match=r"there is tmx, .*; did you mean xliff\?"):
        find_format("xliff1")
    with pytest.raises(UnknownFormatError, match="no exchange format is called 'xyz'; there is tmx, "):
        read_units(tmp_path / "a.xyz", format="xyz")
    with pytest.raises(InputError, match="No such file"):
        read_units(tmp_path / "b.tmx")
    with pytest.raises(InputError, match="directory"):
        read_units(tmp_path)


def test_public_names() -> None:
    assert locdocs.read_units is read_units


def test_asking_what_a_file_says_reads_its_beginning_only(tmp_path: Path) -> None:
    write(tmp_path / "a.jsonl", FOUND, inline="plain", roots=["docs"])
    with (tmp_path / "a.jsonl").open("a") as file:
        file.write("nonsense\n")
    units = read_units(tmp_path / "a.jsonl", strict=True)
    assert (units.inline, units.roots, units.tool) == ("plain", ("docs",), "locdocs")
    with pytest.raises(ExchangeError, match=r"a\.jsonl:3: is no JSON"):
        list(units)


def test_faults_are_those_of_the_last_reading(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"source": "a", "target": "b"}\n{}\n')
    units = read_units(tmp_path / "a.jsonl")
    for _ in range(2):
        assert len(list(units)) == 1
        assert [str(fault) for fault in units.faults] == [f"{tmp_path / 'a.jsonl'}:2: has no text as source"]


# Formats of other packages


def lines_module() -> ModuleType:
    """A format as somebody else writes one: source and target on a line, with an equals sign between."""
    module = ModuleType("acme_lines")

    def write_lines(batches, output, settings, tally) -> None:  # noqa: ARG001
        file = output.open()
        for batch in batches:
            file.write("".join(f"{unit.source} = {unit.target}\n" for unit in batch).encode())

    def read_lines(file, header, faults) -> Iterator[Unit]:
        header.tool = "acme"
        for number, line in enumerate(file.read().decode().splitlines(), 1):
            source, found, target = line.partition(" = ")
            if found:
                yield Unit("", source, target, Origin(None, "en", "es"))
            else:
                faults.report("has no equals sign", line=number)

    module.write, module.read = write_lines, read_lines  # type: ignore[attr-defined]
    module.LINES = Format("lines", (".lines",), "acme_lines", "Lines", signature="[A-Z][a-z]+ = ")  # type: ignore[attr-defined]
    module.NONE = "no format"  # type: ignore[attr-defined]
    return module


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[EntryPoint]]:
    """The entry points that are installed, to be added to."""
    points: list[EntryPoint] = []
    monkeypatch.setitem(sys.modules, "acme_lines", lines_module())
    monkeypatch.setattr("importlib.metadata.entry_points", lambda *, group: EntryPoints(points).select(group=group))
    registry._loaded.cache_clear()
    yield points
    registry._loaded.cache_clear()


def test_another_package_adds_a_format(installed: list[EntryPoint], tmp_path: Path) -> None:
    installed.append(EntryPoint("lines", "acme_lines:LINES", registry.ENTRY_POINTS))
    write(tmp_path / "a.lines", FOUND)
    assert (tmp_path / "a.lines").read_text() == "One = Uno\nTwo = Dos\n"
    (tmp_path / "a.lines").rename(tmp_path / "noname")
    with (tmp_path / "noname").open("a") as file:
        file.write("three\n")
    units = read_units(tmp_path / "noname")
    assert (units.format, units.tool) == ("lines", "acme")
    assert [(unit.source, unit.target) for unit in units] == [("One", "Uno"), ("Two", "Dos")]
    assert [str(fault) for fault in units.faults] == [f"{tmp_path / 'noname'}:3: has no equals sign"]
    with pytest.raises(UnknownFormatError, match=r"there is tmx, .*, lines"):
        find_format("xyz")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("acme_lines:NONE", "'lines' (acme_lines:NONE) is not a locdocs.exchange.Format"),
        ("acme_lines:MISSING", "cannot be loaded"),
        ("acme_nothing:LINES", "cannot be loaded: No module named 'acme_nothing'"),
    ],
)
def test_a_broken_format_of_another_package_says_so(installed: list[EntryPoint], value: str, message: str) -> None:
    installed.append(EntryPoint("lines", value, registry.ENTRY_POINTS))
    assert find_format("tmx").name == "tmx"
    with pytest.warns(UserWarning, match=re.escape(message)), pytest.raises(UnknownFormatError) as raised:
        find_format("lines")
    assert message in str(raised.value)


def test_a_broken_format_does_not_stop_the_others(installed: list[EntryPoint], tmp_path: Path) -> None:
    """Nor is anybody warned who has no use for it."""
    installed.append(EntryPoint("broken", "acme_lines:MISSING", registry.ENTRY_POINTS))
    installed.append(EntryPoint("lines", "acme_lines:LINES", registry.ENTRY_POINTS))
    write(tmp_path / "a.tmx", FOUND)
    assert len(list(read_units(tmp_path / "a.tmx"))) == 2
    with pytest.warns(UserWarning, match="the format 'broken' .* cannot be loaded"):
        write(tmp_path / "a.lines", FOUND)
    assert len(list(read_units(tmp_path / "a.lines"))) == 2


@pytest.mark.filterwarnings("default")
def test_the_command_line_tells_of_a_broken_format_in_one_line(
    installed: list[EntryPoint], samples: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    installed.append(EntryPoint("broken", "acme_lines:MISSING", registry.ENTRY_POINTS))
    installed.append(EntryPoint("lines", "acme_lines:LINES", registry.ENTRY_POINTS))
    arguments = ["export", str(samples / "bilingual/es-es/TOC.md"), "-o", str(tmp_path / "a.lines")]
    assert main([*arguments, "--target-language", "es-ES"]) == 0
    warned, summary = capfd.readouterr().err.splitlines()
    assert warned.startswith("warning: the format 'broken' (acme_lines:MISSING) cannot be loaded: ")
    assert "16 segments" in summary


def test_a_format_may_have_one_verb_only(installed: list[EntryPoint], tmp_path: Path) -> None:
    installed.append(EntryPoint("lines", "acme_lines:LINES", registry.ENTRY_POINTS))
    module = sys.modules["acme_lines"]
    del module.write
    (tmp_path / "a.lines").write_text("One = Uno\n")
    assert len(list(read_units(tmp_path / "a.lines"))) == 1
    with pytest.raises(UnknownFormatError, match="Lines can be read but not written"):
        write(tmp_path / "b.lines", FOUND)
    del module.read
    with pytest.raises(UnknownFormatError, match="Lines can be written but not read"):
        list(read_units(tmp_path / "a.lines"))
