"""``locdocs apply``: paths, what is told, exit codes, and which files are touched."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

import locdocs
from locdocs.markup import write_pair
from tests.cli.running import Run, run_process

HEADER = "---\ntitle: Cuotas\nms.openlocfilehash: {hash}\nms.contentlocale: {language}\n---\n\n"
HASH = "0123456789012345678901234567890123456789"


def bilingual(*pairs: tuple[str, str], language: str = "es-ES", source_hash: str = HASH) -> str:
    written = (write_pair(f"0c05b-{103 + n}", target, source) for n, (target, source) in enumerate(pairs))
    return HEADER.format(hash=source_hash, language=language) + "\n\n".join(written) + "\n"


PAGE = bilingual(("Uno.", "One."), ("Consulte [dos](two.md).", "See [two](two.md)."))


def put(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
    return path


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two documents in a folder, which is the working folder's ``docs``."""
    monkeypatch.chdir(tmp_path)
    put(tmp_path / "docs/a/page.md", PAGE)
    put(tmp_path / "docs/other.md", bilingual(("Otro.", "Other."), source_hash="f" * 40))
    return tmp_path / "docs"


def line(source: str, target: str, path: str | None = "a/page.md", **values: str | None) -> str:
    row = {
        "locdocs": 1,
        "path": path,
        "id": "",
        "source": source,
        "target": target,
        "source_language": "en-US",
        "target_language": "es-ES",
        "source_hash": HASH,
        "inline": "markdown",
        **values,
    }
    return json.dumps(row) + "\n"


def touched(path: Path) -> tuple[int, int]:
    """What changes when a file is written or replaced."""
    return path.stat().st_mtime_ns, path.stat().st_ino


def units(*lines: str, name: str = "edited.jsonl") -> Path:
    return put(Path(name), "".join(lines))


def test_a_changed_target_is_written_and_nothing_else_is_touched(run: Run, tree: Path) -> None:
    before = touched(tree / "other.md")
    result = run("apply", units(line("One.", "Un.")), "--to", "docs")
    assert (result.code, result.out, result.err) == (0, "", "1 target applied to 1 document\n")
    assert (tree / "a/page.md").read_text("utf-8") == PAGE.replace("Uno.", "Un.")
    assert touched(tree / "other.md") == before
    assert sorted(path.name for path in tree.rglob("*")) == ["a", "other.md", "page.md"]


def test_a_document_that_does_not_change_is_not_touched(run: Run, tree: Path) -> None:
    os.utime(tree / "a/page.md", ns=(10**18, 10**18))
    before = touched(tree / "a/page.md")
    result = run("apply", units(line("One.", "Uno.")), "--to", "docs")
    assert (result.code, result.err) == (0, "0 targets applied to 0 documents; 1 unchanged\n")
    assert touched(tree / "a/page.md") == before


def test_what_is_refused_is_told_with_place_and_reason_and_exit_1(run: Run, tree: Path) -> None:
    rows = (
        line("One.", "Un."),
        line("See [two](two.md).", "Consulte dos."),
        line("Nobody.", "Nadie.", id="0c05b-900"),
        line("One!", "¡Uno!", path="gone.md", source_hash=None),
    )
    result = run("apply", units(*rows), "--to", "docs")
    assert result.code == 1
    assert result.out == ""
    assert result.err.splitlines() == [
        "docs/a/page.md:9:1: not applied: 0c05b-104: the new target has lost or broken [..](two.md) [inline-codes]",
        "docs/a/page.md: not applied: 0c05b-900: no segment has its number or its source [unknown-unit]",
        (
            "gone.md: not applied: 1 unit: there is no document gone.md in docs; name with --to the folder in which "
            "this path begins, or the one document if it is called otherwise, or match by source [no-document]"
        ),
        "1 target applied to 1 document; 1 refused; 1 unknown; 1 without a document",
    ]
    assert (tree / "a/page.md").read_text("utf-8") == PAGE.replace("Uno.", "Un.")
    forced = run("apply", "--force", "-q", "edited.jsonl", "--to", "docs")
    assert forced.code == 1
    assert "Consulte dos." in (tree / "a/page.md").read_text("utf-8")


def test_dry_run_and_diff_write_nothing_and_the_diff_is_a_patch(run: Run, tree: Path) -> None:
    edited = units(line("One.", "Un."))
    before = touched(tree / "a/page.md")
    dry = run("apply", edited, "--to", "docs", "--dry-run")
    assert dry == (0, "", "1 target would be applied to 1 document\n")
    result = run("apply", edited, "--to", "docs", "--diff")
    assert (result.code, result.err) == (0, "1 target would be applied to 1 document; --diff writes nothing\n")
    assert run("apply", edited, "--to", "docs", "--dry-run", "--diff") == result
    assert touched(tree / "a/page.md") == before
    assert (tree / "a/page.md").read_text("utf-8") == PAGE
    assert result.out.startswith("--- a/docs/a/page.md\n+++ b/docs/a/page.md\n@@ ")
    assert "\x1b" not in result.out
    subprocess.run(["git", "apply", "--unsafe-paths", "-"], input=result.out.encode(), check=True, cwd=tree.parent)
    by_patch = (tree / "a/page.md").read_bytes()
    put(tree / "a/page.md", PAGE)
    assert run("apply", edited, "--to", "docs").out == ""
    assert (tree / "a/page.md").read_bytes() == by_patch


def test_the_exit_code_of_a_diff_is_that_of_the_run_that_writes(run: Run, tree: Path) -> None:
    edited = units(line("One.", "Un."), line("See [two](two.md).", "Consulte dos."))
    result = run("apply", edited, "--to", "docs", "--diff")
    assert (result.code, "1 refused; --diff writes nothing" in result.err) == (1, True)
    assert (tree / "a/page.md").read_text("utf-8") == PAGE
    assert run("apply", edited, "--to", "docs").code == 1


def test_a_diff_of_odd_lines_is_still_a_patch(run: Run, tree: Path) -> None:
    odd = PAGE.replace("\n", "\r\n").rstrip() + "\u2028x\x0cy"
    put(tree / "a/page.md", odd)
    result = run("apply", units(line("One.", "Un.")), "--to", "docs", "--diff")
    subprocess.run(["git", "apply", "--unsafe-paths", "-"], input=result.out.encode(), check=True, cwd=tree.parent)
    assert (tree / "a/page.md").read_bytes() == odd.replace("Uno.", "Un.").encode()
    result = run("apply", units(line("See [two](two.md).", "Vea [dos](two.md).")), "--to", "docs", "--diff")
    assert result.out.count("\\ No newline at end of file\n") == 2


def test_a_document_without_a_pair_is_told_in_one_line(run: Run, tree: Path) -> None:
    put(tree / "a/page.md", "# Cuotas\n")
    result = run("apply", units(line("One.", "Un."), line("Two.", "Dos.")), "--to", "docs")
    assert result.code == 1
    assert result.err.splitlines() == [
        "docs/a/page.md: not applied: 2 units: the document holds no span pair [unknown-unit]",
        "0 targets applied to 0 documents; 2 unknown",
    ]


class TestPaths:
    @pytest.mark.parametrize(
        ("path", "to", "roots"),
        [
            ("a/page.md", "docs", []),
            ("page.md", "docs/a", []),
            ("docs/a/page.md", ".", []),
            ("docs/a/page.md", "docs", []),
            ("docs/a/page.md", "docs/a", []),
            ("a/page.md", "docs/a", ["docs"]),
            ("a/page.md", ".", ["docs"]),
            ("page.md", ".", ["docs/a"]),
            ("a/page.md", "docs/a/page.md", []),
            ("page.md", "docs/a/page.md", []),
            ("was/elsewhere.md", "docs", []),
        ],
    )
    def test_the_document_is_found_below_what_was_given(
        self, run: Run, tree: Path, path: str, to: str, roots: list[str]
    ) -> None:
        row = json.loads(line("One.", "Un.", path)) | ({"roots": roots} if roots else {})
        result = run("apply", units(json.dumps(row) + "\n"), "--to", to)
        assert result.code == 0, result.err
        assert "Un." in (tree / "a/page.md").read_text("utf-8")

    @pytest.mark.parametrize(
        "path", ["../page.md", "a/../../page.md", "/page.md", "{top}/page.md", "..\\page.md", "C:\\page.md", "a\0b"]
    )
    def test_a_path_that_leads_out_of_the_folder_finds_nothing(self, run: Run, tree: Path, path: str) -> None:
        outside = put(tree.parent / "page.md", PAGE)
        put(tree / "a/page.md", bilingual(("Otro.", "Other."), source_hash="f" * 40))
        result = run("apply", units(line("One.", "Un.", path.format(top=tree.parent))), "--to", "docs")
        assert result.code == 1
        assert "[unsafe-path]" in result.err
        assert outside.read_text("utf-8") == PAGE

    @pytest.mark.parametrize("path", ["{top}/docs/a/page.md", "../docs/a/page.md", "../../page.md"])
    def test_a_path_that_leads_back_into_what_was_given_is_one_of_it(self, run: Run, tree: Path, path: str) -> None:
        edited = units(line("One.", "Un.", path.format(top=tree.parent), source_hash=None))
        for to in ("docs/a/page.md", "docs/a"):
            put(tree / "a/page.md", PAGE)
            result = run("apply", edited, "--to", to)
            assert result.err == "1 target applied to 1 document\n"

    def test_a_document_deep_below_is_found_by_the_name_of_its_folder(self, run: Run, tree: Path) -> None:
        row = json.loads(line("One.", "Un.", "page.md", source_hash=None)) | {"roots": ["a"]}
        put(tree / "b/page.md", PAGE)
        assert run("apply", units(json.dumps(row) + "\n"), "--to", ".").err == "1 target applied to 1 document\n"
        assert (tree / "b/page.md").read_text("utf-8") == PAGE

    def test_a_link_that_leads_out_of_the_folder_finds_nothing(self, run: Run, tree: Path) -> None:
        outside = put(tree.parent / "outside/page.md", PAGE)
        (tree / "link").symlink_to(outside.parent)
        (tree / "linked.md").symlink_to(outside)
        for path in ("link/page.md", "linked.md"):
            result = run("apply", units(line("One.", "Un.", path, source_hash=None)), "--to", "docs")
            assert (result.code, "[no-document]" in result.err) == (1, True)
        assert outside.read_text("utf-8") == PAGE

    def test_a_link_to_nothing_is_called_so(self, run: Run, tree: Path) -> None:
        (tree / "broken.md").symlink_to("gone.md")
        edited = units(line("One.", "Un.", "broken.md", source_hash=None))
        for to in ("docs", "docs/broken.md"):
            result = run("apply", edited, "--to", to)
            assert result.code != 0
            assert "docs/broken.md" in result.err
            assert "is a link to a file that is not there" in result.err

    def test_several_documents_of_one_path_are_told_apart_by_language_or_not_at_all(self, run: Run, tree: Path) -> None:
        other = put(tree.parent / "ja/a/page.md", bilingual(("一。", "One."), language="ja-JP"))
        edited = units(line("One.", "Un."), line("One.", "壱。", target_language="ja-JP"))
        result = run("apply", edited, "--to", "docs", "ja")
        assert (result.code, result.err) == (0, "2 targets applied to 2 documents\n")
        assert "壱。" in other.read_text("utf-8")
        shutil.copytree(tree, tree.parent / "copy")
        result = run("apply", edited, "--to", "docs", "--to", "copy")
        assert result.code == 1
        assert (
            "can mean 2 documents: docs/a/page.md, copy/a/page.md; name with --to the folder of one [several-"
            in result.err
        )
        assert "1 of another language" in result.err

    def test_units_of_no_document_need_one_file_or_a_match_by_source(self, run: Run, tree: Path) -> None:
        edited = units(line("One.", "Un.", None, source_hash=None))
        result = run("apply", edited, "--to", "docs")
        assert (result.code, "name one file, or match by source" in result.err) == (1, True)
        assert run("apply", edited, "--to", "docs/a/page.md").code == 0
        put(tree / "a/page.md", PAGE)
        assert run("apply", edited, "--to", "docs", "--match", "source").code == 0
        assert "Un." in (tree / "a/page.md").read_text("utf-8")

    def test_documents_that_come_up_again_and_again_are_applied_as_a_whole(self, run: Run, tree: Path) -> None:
        first = units(line("One.", "Un."), line("Other.", "Otra.", "other.md", source_hash="f" * 40))
        second = units(line("One.", "Uno solo."), line("See [two](two.md).", "Vea [dos](two.md)."), name="two.jsonl")
        result = run("apply", first, second, "--to", "docs")
        assert result.code == 1
        assert result.err.count("[conflicting-targets]") == 2
        assert "2 targets applied to 2 documents; 2 refused" in result.err
        assert (tree / "a/page.md").read_text("utf-8") == PAGE.replace("Consulte", "Vea")


class TestMemory:
    def test_every_segment_with_the_source_changes(self, run: Run, tree: Path) -> None:
        put(tree / "other.md", bilingual(("Uno.", "One."), source_hash="f" * 40))
        memory = units(line("One.", "Un.", "elsewhere.md"), *(line(f"{n}", f"{n}", "x.md") for n in range(50)))
        result = run("apply", memory, "--match", "source", "--to", "docs")
        assert (result.code, result.err) == (0, "2 targets applied to 2 documents; 50 without a segment\n")

    def test_a_memory_of_another_language_changes_nothing(self, run: Run, tree: Path) -> None:
        memory = units(line("One.", "一。", target_language="ja-JP"))
        result = run("apply", memory, "--match", "source", "--to", "docs")
        assert (result.code, result.err) == (1, "0 targets applied to 0 documents; 1 of another language\n")
        assert (tree / "a/page.md").read_text("utf-8") == PAGE

    def test_units_without_a_language_are_for_documents_of_one(self, run: Run, tree: Path) -> None:
        other = put(tree / "ja/page.md", bilingual(("一。", "One."), language="ja-JP"))
        before = other.read_bytes()
        table = put(tree.parent / "memory.csv", "source,target\nOne.,Un.\n")
        refused = run("apply", table, "--match", "source", "--to", "docs")
        assert (refused.code, refused.out) == (2, "")
        assert "memory.csv: names no target language, and there are documents in es-ES, ja-JP" in refused.err
        assert (tree / "a/page.md").read_text("utf-8") == PAGE
        result = run("apply", table, "--match", "source", "--to", "docs", "--target-language", "es-ES")
        assert (result.code, result.err) == (0, "1 target applied to 1 document\n")
        assert (tree / "a/page.md").read_text("utf-8") == PAGE.replace("Uno.", "Un.")
        assert other.read_bytes() == before
        put(tree / "a/page.md", PAGE)
        assert run("apply", table, "--match", "source", "--to", "docs/a", "docs/other.md").code == 0
        assert (tree / "a/page.md").read_text("utf-8") == PAGE.replace("Uno.", "Un.")

    def test_the_language_of_units_without_one_can_be_said_for_a_document_too(self, run: Run, tree: Path) -> None:
        edited = units(line("One.", "Un.", target_language=None))
        result = run("apply", edited, "--to", "docs", "--target-language", "ja-JP")
        assert (result.code, result.err) == (1, "0 targets applied to 0 documents; 1 of another language\n")
        assert run("apply", edited, "--to", "docs", "--target-language", "es").code == 0
        assert run("apply", edited, "--to", tree, "--target-language", "?").code == 2

    def test_a_source_that_only_a_page_of_another_language_has_is_told(self, run: Run, tree: Path) -> None:
        put(tree / "ja/page.md", bilingual(("二。", "Two."), language="ja-JP"))
        memory = units(line("Two.", "Dos."), line("One.", "Un."), line("One.", "Eins.", target_language="de-DE"))
        result = run("apply", memory, "--match", "source", "--to", "docs")
        assert (result.code, result.err) == (
            0,
            "1 target applied to 1 document; 1 of another language; 1 without a segment\n",
        )

    def test_only_changed_goes_with_units(self, run: Run, tree: Path) -> None:
        memory = units(line("One.", "Un."))
        result = run("apply", memory, "--match", "source", "--only-changed", "--to", "docs")
        assert (result.code, "no meaning" in result.err) == (2, True)
        assert (tree / "a/page.md").read_text("utf-8") == PAGE

    def test_only_changed_is_silent_about_what_nobody_edited(self, run: Run, tree: Path) -> None:
        stale = units(line("Gone.", "Uno.", id="0c05b-900"), line("Gone too.", "Dos.", id="0c05b-901"))
        assert "2 unknown" in run("apply", stale, "--to", tree).err
        assert "1 unknown" in run("apply", stale, "--to", tree, "--only-changed").err


class TestTargetFiles:
    def test_an_edited_file_comes_back(self, run: Run, tree: Path) -> None:
        assert run("render", "docs", "-o", "published").code == 0
        page = tree.parent / "published/a/page.md"
        text = page.read_text("utf-8")
        page.write_text(text.replace("Uno.", "Un.").replace("Cuotas", "Límites") + "\nMás.\n", "utf-8")
        for edited, to in (("published", "docs"), (page, "docs"), ("published/a/page.md", "docs/a/page.md")):
            put(tree / "a/page.md", PAGE)
            result = run("apply", edited, "--to", to)
            assert result.code == 1
            [told, summary] = result.err.splitlines()
            assert told.startswith(
                f"{edited if edited != 'published' else 'published/a/page.md'}:11: not applied: “Más.” was put in"
            )
            assert told.endswith("[outside]")
            assert summary == "2 targets applied to 1 document; 1 changed outside of segments"
            assert (tree / "a/page.md").read_text("utf-8") == PAGE.replace("Uno.", "Un.").replace("Cuotas", "Límites")

    def test_a_document_is_no_target_file(self, run: Run, tree: Path) -> None:
        result = run("apply", "docs/a/page.md", "--to", "docs")
        assert (result.code, "holds span pairs" in result.err) == (2, True)
        assert (tree / "a/page.md").read_text("utf-8") == PAGE

    def test_a_file_without_a_document_is_told(self, run: Run, tree: Path) -> None:
        put(tree.parent / "new.md", "# Nuevo\n")
        advice = (
            "name with --to the folder laid out like the edited files, or the one document if it is called otherwise"
        )
        result = run("apply", "new.md", "--to", "docs")
        assert result.code == 1
        assert f"there is no document new.md in docs; {advice} [no-document]\n" in result.err
        put(tree.parent / "work/new.md", bilingual(source_hash="e" * 40))
        result = run("apply", "work/new.md", "--to", "docs", "docs/a")
        assert (
            "no document work/new.md or new.md in docs, docs/a, nor one made from the same English file" in result.err
        )

    def test_a_folder_that_holds_both_is_told_with_what_to_name(self, run: Run, tree: Path) -> None:
        assert run("render", "docs", "-o", "both/target").code == 0
        shutil.copytree(tree, tree.parent / "both/source")
        result = run("apply", "both/target", "--to", "both")
        assert result.code == 1
        assert (
            "both/source/a/page.md, both/target/a/page.md; name with --to the folder of one [several-doc" in result.err
        )
        assert run("apply", "both/target", "--to", "both/source").code == 0


class TestExchangeFiles:
    def test_a_file_that_breaks_off_changes_nothing(self, run: Run, tree: Path) -> None:
        assert run("export", "docs", "-o", "whole.tmx").code == 0
        text = Path("whole.tmx").read_text("utf-8").replace("Uno.", "Un.")
        put(Path("cut.tmx"), text[: text.index("Otro.")])
        result = run("apply", "cut.tmx", "--to", "docs")
        assert (result.code, result.out) == (2, "")
        assert "cut.tmx" in result.err
        assert (tree / "a/page.md").read_text("utf-8") == PAGE

    def test_a_bad_row_is_told_once_and_the_rest_is_taken(self, run: Run, tree: Path) -> None:
        edited = units(line("One.", "Un."), "nonsense\n")
        result = run("apply", edited, "--to", "docs")
        assert result.code == 1
        assert result.err.count("edited.jsonl:2") == 1
        assert "1 target applied to 1 document; 1 unreadable" in result.err
        put(tree / "a/page.md", PAGE)
        result = run("apply", edited, "--to", "docs", "--strict")
        assert (result.code, "edited.jsonl:2" in result.err) == (2, True)
        assert (tree / "a/page.md").read_text("utf-8") == PAGE

    def test_a_file_without_units_is_an_error(self, run: Run, tree: Path) -> None:
        empty = put(tree.parent / "empty.tmx", '<tmx version="1.4"><header/><body></body></tmx>')
        for match in ("unit", "source"):
            result = run("apply", empty, "--to", "docs", "--match", match)
            assert (result.code, "no unit" in result.err) == (2, True)

    @pytest.mark.parametrize("arguments", [["edited.jsonl"], ["edited.jsonl", "--to"], ["--to", "docs"]])
    def test_both_sides_must_be_named(self, run: Run, tree: Path, arguments: list[str]) -> None:
        assert tree.is_dir()
        units(line("One.", "Un."))
        assert run("apply", *arguments).code == 2

    @pytest.mark.parametrize("missing", [["gone.tmx", "--to", "docs"], ["edited.jsonl", "--to", "gone"]])
    def test_what_is_missing_is_named(self, run: Run, tree: Path, missing: list[str]) -> None:
        assert tree.is_dir()
        units(line("One.", "Un."))
        result = run("apply", *missing)
        assert (result.code, "gone" in result.err) == (2, True)

    def test_every_format_and_mode_comes_back_without_a_change(self, run: Run, samples: Path, tmp_path: Path) -> None:
        folder = shutil.copytree(samples / "bilingual/es-es", tmp_path / "es-es")
        before = {path: touched(path) for path in folder.rglob("*.md")}
        for name in ("tmx", "xliff", "xliff2", "jsonl", "csv", "tsv", "po"):
            for inline in ("markdown", "codes", "plain"):
                file = tmp_path / f"{name}-{inline}"
                assert run("export", folder, "--format", name, "--inline", inline, "-o", file).code == 0
                result = run("apply", file, "--format", name, "--to", folder)
                assert (result.code, result.err) == (0, "0 targets applied to 0 documents; 99 unchanged\n"), file
        assert {path: touched(path) for path in folder.rglob("*.md")} == before


def test_a_document_that_is_not_utf_8_keeps_its_bytes(run: Run, tree: Path) -> None:
    data = PAGE.encode().replace(b"Consulte", b"Consult\xe9")
    (tree / "a/page.md").write_bytes(data)
    assert run("apply", units(line("One.", "Un.")), "--to", "docs").code == 0
    assert (tree / "a/page.md").read_bytes() == data.replace(b"Uno.", b"Un.")


def test_messages_and_diff_are_utf_8_wherever_it_runs(tree: Path) -> None:
    edited = units(line("One.", "¡Ünö!"))
    result = run_process("apply", edited, "--to", "docs", "--diff", cwd=tree.parent, PYTHONIOENCODING="ascii")
    assert result.code == 0, result.err
    assert "¡Ünö!" in result.out


def test_the_document_is_the_one_that_the_library_makes(run: Run, tree: Path) -> None:
    document = locdocs.read(tree / "a/page.md")
    edited = units(line("One.", "2 * 3"))
    assert run("apply", edited, "--to", "docs").code == 0
    made = locdocs.apply(document, locdocs.read_units(edited)).document
    assert (tree / "a/page.md").read_bytes() == made.to_bytes()
    assert b"2 \\* 3" in made.to_bytes()
