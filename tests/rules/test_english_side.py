"""The rules that need the English side, with a git repository that knows more than one version of it."""

from __future__ import annotations

import hashlib
import subprocess
from pathlib import Path

import pytest

from locdocs import parse
from locdocs.config import Config
from locdocs.markup import write_pair
from locdocs.model import Document
from locdocs.validation import Diagnostic, validate

OLD = "# Filters\n\nThe limit is 12 filters. Save the view.\n\nClose the view.\n"
NEW = "# Filters\n\nThe limit is 16 filters. Save the view.\n\nWait a minute.\n\nClose the view.\n"
PATH = "articles/filters.md"


def git(folder: Path, *arguments: str) -> str:
    settings = (
        "-c",
        "user.name=A",
        "-c",
        "user.email=a@example.com",
        "-c",
        "commit.gpgsign=false",
        "-c",
        "core.autocrlf=false",
    )
    done = subprocess.run(["git", "-C", str(folder), *settings, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


def commit(folder: Path, text: str) -> str:
    file = folder / PATH
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, "utf-8", newline="\n")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "-m", "Filters")
    return git(folder, "rev-parse", "HEAD")


@pytest.fixture
def english(tmp_path: Path) -> Path:
    folder = tmp_path / "english"
    folder.mkdir()
    git(folder, "init", "--quiet")
    return folder


def document(revision: str, *, limit: str = "12") -> Document:
    sources = ("Filters", f"The limit is {limit} filters.", "Save the view.", "Close the view.")
    targets = ("Filtros", f"El límite es de {limit} filtros.", "Guarde la vista.", "Cierre la vista.")
    pairs = [write_pair(f"0c05b-{101 + n}", *both) for n, both in enumerate(zip(targets, sources, strict=True))]
    return parse(
        "---\n"
        f"ms.openlocfilehash: {hashlib.sha1(OLD.encode(), usedforsecurity=False).hexdigest()}\n"
        f"ms.sourcegitcommit: {revision}\n"
        "ms.translationtype: HT\nms.contentlocale: es-ES\nms.lasthandoff: 03/14/2021\n---\n"
        f'# <a name="filters"></a>{pairs[0]}\n\n{pairs[1]} {pairs[2]}\n\n{pairs[3]}\n',
        path=PATH,
    )


def run(content: Document, english: Path, code: str) -> list[Diagnostic]:
    return list(validate(content, config=Config(select=(code,), source_repo=english)))


def test_a_document_is_stale_when_its_english_changed_since_its_commit(english: Path) -> None:
    old = commit(english, OLD)
    assert not run(document(old), english, "AL005")
    commit(english, NEW)
    limit, added = run(document(old), english, "AL005")
    assert limit.segment_number == "102"
    assert limit.message == 'the English changed: "12" became "16"'
    assert "outside of the segments" in added.message
    assert added.message == 'the English changed outside of the segments: "Wait a minute." is new'


def test_a_source_that_was_changed_by_hand_is_drift_and_not_stale(english: Path) -> None:
    old = commit(english, OLD)
    commit(english, NEW)
    assert not run(document(old), english, "AL004")
    edited = document(old, limit="13")
    [drift] = run(edited, english, "AL004")
    assert (drift.segment_number, drift.text) == ("102", "13")
    limit, _ = run(edited, english, "AL005")
    assert limit.message == 'the English changed: "13" became "16"'


def test_a_document_at_the_newest_commit_is_not_stale_although_others_are(english: Path) -> None:
    commit(english, "# Filters\n")
    assert not run(document(commit(english, OLD)), english, "AL005")


def test_a_file_that_is_gone_is_not_stale(english: Path) -> None:
    old = commit(english, OLD)
    (english / PATH).unlink()
    assert not run(document(old), english, "AL005")


def test_line_breaks_alone_make_nothing_stale(english: Path) -> None:
    old = commit(english, OLD)
    commit(english, OLD.replace("filters. Save", "filters.\nSave").replace("\n", "\r\n"))
    assert not run(document(old), english, "AL005")


def test_a_folder_without_history_is_enough_to_see_what_changed(tmp_path: Path) -> None:
    file = tmp_path / PATH
    file.parent.mkdir()
    file.write_text(NEW, "utf-8", newline="\n")
    found = run(document("0" * 40), tmp_path, "AL005")
    assert [each.segment_number for each in found][:1] == ["102"]
    assert ["outside of the segments" in each.message for each in found] == [False, True]
    assert not run(document("0" * 40), tmp_path, "AL004")


CHANGED_SINCE = "the English file at ms.sourcegitcommit does not have this hash"


def titled(content: Document, *, wanted: str = OLD) -> Document:
    """A document that cannot prove itself, as its header has more than localization keys."""
    text = content.text.replace("---\n", "---\ntitle: Filtros\n", 1)
    old, new = (hashlib.sha1(each.encode(), usedforsecurity=False).hexdigest() for each in (OLD, wanted))
    return parse(text.replace(old, new), path=PATH)


def test_the_hash_is_that_of_the_file_at_its_commit(english: Path) -> None:
    old = commit(english, OLD)
    commit(english, NEW)
    assert not run(titled(document(old)), english, "FM008")
    [found] = run(titled(document(old), wanted=NEW), english, "FM008")
    assert (found.severity, found.message) == ("error", CHANGED_SINCE)


def test_a_repository_without_the_commit_has_only_another_version(english: Path) -> None:
    commit(english, NEW)
    for code, count in (("FM008", 0), ("AL004", 0), ("AL005", 2)):
        assert len(run(titled(document("0" * 40)), english, code)) == count


def test_a_folder_without_history_has_only_another_version(tmp_path: Path) -> None:
    file = tmp_path / PATH
    file.parent.mkdir()
    file.write_text(NEW, "utf-8", newline="\n")
    for code, count in (("FM008", 0), ("AL004", 0), ("AL005", 2)):
        assert len(run(titled(document("0" * 40)), tmp_path, code)) == count


def test_what_a_file_disproves_of_itself_is_said_beside_another_version(tmp_path: Path) -> None:
    file = tmp_path / PATH
    file.parent.mkdir()
    file.write_text(NEW, "utf-8", newline="\n")
    [found] = run(document("0" * 40, limit="13"), tmp_path, "FM008")
    assert found.message == "the English text of this file does not have this hash"
    assert not run(document("0" * 40), tmp_path, "FM008")
