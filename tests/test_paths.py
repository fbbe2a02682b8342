"""Paths that go out: what is settled by a pattern is what path objects say."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from locdocs.paths import portable_path, stays_inside

PATHS = st.text(st.sampled_from("ab.:/\\ -_~é\n\0")) | st.lists(
    st.sampled_from(["", ".", "..", "a", ".git", "a b", "...", "c:", "é.md", "a.", " a", "-", "a\n"])
).map("/".join)


@given(path=PATHS)
@example(path="/srv/.cache/docs/page.md")
@example(path="//server/share/page.md")
@example(path="articles/page.md\n")
def test_paths_are_what_path_objects_make_of_them(path: str) -> None:
    windows = PureWindowsPath(path)
    outward = windows.is_absolute() or windows.drive or windows.root or ".." in windows.parts
    inside = bool(path) and "\0" not in path and not outward
    assert stays_inside(path) == inside
    assert portable_path(path) == (path if inside else windows.name or "document.md")


@pytest.mark.parametrize(
    ("path", "portable"),
    [
        ("articles/page.md", "articles/page.md"),
        ("/srv/docs/page.md", "page.md"),
        ("../docs/page.md", "page.md"),
        ("C:/docs/page.md", "page.md"),
        ("/", "document.md"),
    ],
)
def test_a_path_says_nothing_of_the_machine(path: str, portable: str) -> None:
    assert portable_path(path) == portable_path(PurePosixPath(path)) == portable
