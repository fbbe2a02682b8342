"""The target and the source view against the samples' published files, and the rules one by one."""

from __future__ import annotations

from pathlib import Path

import pytest

import locdocs

SAMPLES = Path(__file__).parents[2] / "samples"
WITH_TARGET = sorted(path.relative_to(SAMPLES / "target") for path in (SAMPLES / "target").rglob("*.md"))


def pair(number: str, target: str, source: str) -> str:
    return (
        f'<span data-ttu-id="0a1b2-{number}">{target}</span>'
        f'<span class="sxs-lookup"><span data-stu-id="0a1b2-{number}">{source}</span></span>'
    )


def document(*pairs: tuple[str, str], between: str = "\n\n") -> locdocs.Document:
    """A document of one paragraph a pair."""
    return locdocs.parse(between.join(pair(str(101 + n), *texts) for n, texts in enumerate(pairs)) + "\n")


def read_sample(relative: Path) -> tuple[locdocs.Document, bytes]:
    original = SAMPLES / "source" / Path(*relative.parts[1:])
    return locdocs.read(SAMPLES / "bilingual" / relative), original.read_bytes()


@pytest.mark.parametrize("relative", WITH_TARGET, ids=str)
def test_target_view_is_the_published_file(relative: Path) -> None:
    sample, original = read_sample(relative)
    published = (SAMPLES / "target" / relative).read_bytes()
    assert locdocs.render(sample, "target").encode() == published
    assert locdocs.render(sample, "target", original=original).encode() == published


@pytest.mark.parametrize("relative", WITH_TARGET, ids=str)
def test_source_view_is_the_original_but_for_what_the_format_does_not_keep(relative: Path) -> None:
    sample, original = read_sample(relative)
    english = original.decode().replace("\r\n", "\n")
    ours = locdocs.render(sample, "source", original=original)
    # One sample has an image whose alternative text stands outside any pair, in the target language only.
    differing = [line for line, wanted in zip(ours.split("\n"), english.split("\n"), strict=True) if line != wanted]
    assert all(line.lstrip().startswith("![") for line in differing)
    assert len(differing) <= 1


def test_source_view_takes_the_header_from_the_original_only() -> None:
    sample, original = read_sample(Path("es-es/articles/get-started.md"))
    without = locdocs.render(sample, "source")
    assert "ms.openlocfilehash" not in without
    assert sample.front_matter["title"] in without
    title = next(line for line in original.decode().splitlines() if line.startswith("title:"))
    assert title in locdocs.render(sample, "source", original=original)


@pytest.mark.parametrize("path", sorted((SAMPLES / "bilingual").rglob("*.md")), ids=lambda path: path.stem)
def test_bilingual_view_is_the_file(path: Path) -> None:
    sample = locdocs.read(path)
    assert locdocs.render(sample, "bilingual").encode() == path.read_bytes() == sample.to_bytes()


@pytest.mark.parametrize("view", ["target", "source", "bilingual"])
def test_view_of_a_document_without_pairs_is_its_text(view: str) -> None:
    text = '# Solo título\n\nTexto con \\* y <a name="x"></a> y &quot;comillas&quot;.\n'
    assert locdocs.render(locdocs.parse(text), view) == text


def test_unknown_view_is_refused_with_the_known_ones() -> None:
    with pytest.raises(locdocs.LocdocsError, match="bilingual, target, source, html"):
        locdocs.render(locdocs.parse(""), "pdf")


class TestAsterisks:
    """What becomes of an escaped asterisk without the original (docs/format.md, "The target view")."""

    def test_bare_in_english_loses_the_backslash(self) -> None:
        doc = document((r"Los archivos \*.tmp se borran.", r"The \*.tmp files are deleted."))
        assert locdocs.render(doc, "target") == "Los archivos *.tmp se borran.\n"
        assert locdocs.render(doc, "source") == "The *.tmp files are deleted.\n"

    def test_verbatim_keeps_every_backslash(self) -> None:
        doc = document((r"Los archivos \*.tmp se borran.", r"The \*.tmp files are deleted."))
        assert locdocs.render(doc, "target", verbatim=True) == "Los archivos \\*.tmp se borran.\n"

    def test_code_is_left_alone(self) -> None:
        doc = document((r"Führen Sie `del \*.tmp` aus.", r"Run `del \*.tmp`."))
        assert locdocs.render(doc, "target") == "Führen Sie `del \\*.tmp` aus.\n"

    def test_author_who_must_escape_once_escapes_everywhere(self) -> None:
        # Bare, "\*Leave empty\*" would be emphasis: so this author escapes, and "2\*" was escaped too.
        doc = document((r"\*Leer lassen\*", r"\*Leave empty\*"), (r"Stufe 2\* von 3", r"Level 2\* of 3"))
        assert locdocs.render(doc, "target") == "\\*Leer lassen\\*\n\nStufe 2\\* von 3\n"

    def test_asterisk_that_would_begin_a_list_stays_escaped(self) -> None:
        doc = document((r"\* Solo en Windows.", r"\* Windows only."), (r"Hora\*", r"Time\*"))
        assert locdocs.render(doc, "target") == "\\* Solo en Windows.\n\nHora*\n"

    def test_asterisk_that_begins_a_table_cell_is_bare(self) -> None:
        cell = pair("102", r"\* Lector", r"\* Reader")
        text = f"| {pair('101', 'Rol', 'Role')} |\n| --- |\n| {cell} |\n"
        assert locdocs.render(locdocs.parse(text), "target") == "| Rol |\n| --- |\n| * Lector |\n"

    def test_backslash_of_a_path_stays(self) -> None:
        doc = document((r"Kopieren Sie C:\Daten\*.config hierher.", r"Copy C:\Data\*.config here."))
        assert locdocs.render(doc, "target") == "Kopieren Sie C:\\Daten\\*.config hierher.\n"

    def test_escape_that_only_the_target_has_was_put_there(self) -> None:
        doc = document((r"値は 5\* です。", "The value is 5."))
        assert locdocs.render(doc, "target") == "値は 5* です。\n"

    def test_author_who_escapes_other_things_escapes_asterisks(self) -> None:
        doc = document((r"a\_b\_c\_d und \*", r"a\_b\_c\_d and \*"))
        assert locdocs.render(doc, "target") == "a\\_b\\_c\\_d und \\*\n"

    @pytest.mark.parametrize(
        ("english", "expected"),
        [
            ("Copies 2 * 3 files, then\nstops.\n", "Copia 2 * 3 archivos y se detiene.\n"),
            ("Copies 2 \\* 3 files,\n\tthen stops.\n", "Copia 2 \\* 3 archivos y se detiene.\n"),
            # Of another version: only the words around the asterisk are found again.
            ("It copies 2 * 3 files, and goes on.\n", "Copia 2 * 3 archivos y se detiene.\n"),
            ("Nothing of the kind.\n", "Copia 2 \\* 3 archivos y se detiene.\n"),
        ],
        ids=["bare", "escaped", "window", "not found"],
    )
    def test_original_decides_each_one(self, english: str, expected: str) -> None:
        doc = document((r"Copia 2 \* 3 archivos y se detiene.", r"Copies 2 \* 3 files, then stops."))
        for original in (english, english.encode(), english.replace("\n", "\r\n")):
            assert locdocs.render(doc, "target", original=original) == expected

    def test_original_decides_mixed_asterisks_one_by_one(self) -> None:
        doc = document((r"Entweder \*.a oder 2\*3.", r"Either \*.a or 2\*3."))
        assert locdocs.render(doc, "target", original="Either *.a or 2\\*3.") == "Entweder *.a oder 2\\*3.\n"

    def test_original_gives_nothing_but_the_decision(self) -> None:
        doc = document((r"Copia \* todo.", r"Copies \* everything."))
        spoiled = "Copies * everything. Geheim!"
        assert "Geheim" not in locdocs.render(doc, "target", original=spoiled)


class TestSourceView:
    def test_generated_anchor_goes_and_the_authors_own_stays(self) -> None:
        heading = f'## <a name="next-steps"></a>{pair("101", "Pasos siguientes", "Next steps")}\n'
        own = f'## <a name="further"></a>{pair("102", "Más", "More")}\n'
        assert locdocs.render(locdocs.parse(heading + own), "source") == (
            '## Next steps\n## <a name="further"></a>More\n'
        )

    def test_markup_only_target_without_source_stands_in_the_english_too(self) -> None:
        text = f"{pair('101', '<br/>', '')} {pair('102', 'Neu.', '')}\n"
        assert locdocs.render(locdocs.parse(text), "source") == "<br/> \n"

    def test_localization_keys_go_and_nothing_else(self) -> None:
        text = '---\r\ntitle: Título\r\nms.contentlocale: es-ES\r\nms.locfileid: "7"\r\n---\r\nHola\r\n'
        assert locdocs.render(locdocs.parse(text), "source") == "---\r\ntitle: Título\r\n---\r\nHola\r\n"

    def test_header_of_localization_keys_only_goes_as_a_whole(self) -> None:
        text = "---\nms.translationtype: HT\nms.contentlocale: de-DE\n---\n> Hallo\n"
        assert locdocs.render(locdocs.parse(text), "source") == "> Hallo\n"


class TestEncodedQuotes:
    """Encoded quotes between an image link and the next quote and parenthesis (docs/format.md, "Damage")."""

    TEXT = (
        "![Ein Bild](media/a.png)\n\n"
        '<span data-ttu-id="0a1b2-105&quot;>Drücken Sie &quot;Weiter&quot; oder (&quot;Ende").</span>'
        '<span class="sxs-lookup"><span data-stu-id="0a1b2-105">Press "Next" or ("End").</span></span>\n'
    )

    def test_target_has_what_the_same_tool_published(self) -> None:
        # The tool that encoded the quotes made the published file too: there the first quote is the first of the text.
        assert locdocs.render(locdocs.parse(self.TEXT), "target") == (
            '![Ein Bild](media/a.png)\n\nDrücken Sie "Weiter&quot; oder (&quot;Ende").\n'
        )

    def test_verbatim_repairs_nothing(self) -> None:
        assert "Sie &quot;Weiter" in locdocs.render(locdocs.parse(self.TEXT), "target", verbatim=True)

    def test_source_has_plain_quotes_again(self) -> None:
        text = (
            "![Ein Bild](media/a.png)\n\n"
            '<span data-ttu-id="0a1b2-105&quot;>Drücken Sie Weiter.</span><span class=&quot;sxs-lookup&quot;>'
            "<span data-stu-id=&quot;0a1b2-105&quot;>Press &quot;Next&quot;.</span></span>\n\n"
            '    print(&quot;ok")\n'
        )
        assert locdocs.render(locdocs.parse(text), "source").endswith('Press "Next".\n\n    print("ok")\n')
