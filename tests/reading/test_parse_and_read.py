"""parse and read: what goes in, what the document is called, its languages, and the errors of files."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

import locdocs
from locdocs import parser
from locdocs.errors import InputError, UnknownSegmentError
from locdocs.markup import write_pair
from locdocs.model import Location

TEXT = "---\nms.contentlocale: ja-JP\n---\n" + write_pair("77c0d-101", "水位", "Level") + "\n"


def test_text_and_bytes_give_the_same_document() -> None:
    assert locdocs.parse(TEXT) == locdocs.parse(TEXT.encode())


def test_paths_are_stored_with_forward_slashes() -> None:
    assert locdocs.parse("", path=PureWindowsPath(r"a\b\c.md")).path == PurePosixPath("a/b/c.md")
    assert locdocs.parse("", path="a/b.md").path == PurePosixPath("a/b.md")
    assert locdocs.parse("").path is None


def test_the_locale_of_the_header_goes_before_the_language_that_was_given() -> None:
    assert locdocs.parse(TEXT, target_language="de-DE").target_language == "ja-JP"
    assert locdocs.parse("", target_language="de-DE").target_language == "de-DE"
    assert locdocs.parse("").target_language is None
    assert locdocs.parse("---\nms.contentlocale:\n---\n").target_language is None


def test_sources_are_english_unless_somebody_says_otherwise() -> None:
    assert locdocs.parse("").source_language == "en-US"
    assert locdocs.parse("", source_language="en-GB").source_language == "en-GB"


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode() + b"\xff")
    document = locdocs.read(path, name="docs/a.md", target_language="de-DE", source_language="en-GB")
    assert document.to_bytes() == path.read_bytes()
    assert document.path == PurePosixPath("docs/a.md")
    assert (document.source_language, document.target_language) == ("en-GB", "ja-JP")
    assert locdocs.read(str(path)).path == PurePosixPath(path.as_posix())


def test_a_missing_file_and_a_folder_are_errors_that_name_them(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.md: no such file"):
        locdocs.read(tmp_path / "none.md")
    with pytest.raises(InputError, match="folder"):
        locdocs.read(tmp_path)


def test_an_unreadable_path_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    with pytest.raises(InputError, match=r"b\.md"):
        locdocs.read(tmp_path / "a.md" / "b.md")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="everything is readable here")
def test_a_file_without_permission_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("x")
    path.chmod(0)
    with pytest.raises(InputError, match="cannot be read"):
        locdocs.read(path)


def test_a_huge_file_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parser, "MAX_BYTES", 10)
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * 10)
    assert len(locdocs.read(path).text) == 10
    path.write_bytes(b"x" * 11)
    with pytest.raises(InputError, match="larger"):
        locdocs.read(path)


def test_segments_are_found_by_index_slice_and_id() -> None:
    document = locdocs.parse(write_pair("0d9aa-101", "Uno", "One") + write_pair("0d9aa-p101", "Dos", "Two"))
    first, second = document
    assert document.segments[0] is first
    assert document.segments[-1:] == (second,)
    assert document.segments["0d9aa-p101"] == second
    assert document.segments.get("0d9aa-999") is None
    assert (first.number, second.number) == ("101", "p101")
    with pytest.raises(UnknownSegmentError):
        document.segments["0d9aa-999"]
    with pytest.raises(KeyError):
        document.segments["0d9aa-999"]


def test_the_first_of_two_segments_with_one_id_is_found() -> None:
    document = locdocs.parse(write_pair("0d9aa-101", "Uno", "One") + write_pair("0d9aa-101", "Dos", "Two"))
    assert document.segments["0d9aa-101"].target == "Uno"


def test_a_document_is_true_even_without_segments() -> None:
    document = locdocs.parse("")
    assert document
    assert len(document) == 0
    assert list(document) == []


def test_a_place_is_named_by_path_line_and_column() -> None:
    document = locdocs.parse(TEXT, path="a.md")
    location = document.location(document.segments[0])
    assert location == Location(PurePosixPath("a.md"), TEXT.index("<span"), 4, 1)
    assert str(location) == "a.md:4:1"
    assert str(locdocs.parse("x\r\ny\rz").location(5)) == "<text>:3:1"
