"""The fixes of the rules about inline codes put back what the target had before it was damaged."""

from __future__ import annotations

import pytest

import locdocs
from locdocs.config import Config
from locdocs.validation import fix

PAIR = (
    '<span data-ttu-id="7c1e4-102">{target}</span>'
    '<span class="sxs-lookup"><span data-stu-id="7c1e4-102">{source}</span></span>\n'
)

RESTORED = [
    (
        "IC002",
        "Read [**OpenRoom**](openroom.md), then [**CloseRoom**](closeroom.md).",
        "Lea [**OpenRoom**](closeroom.md) y [**CloseRoom**](closeroom.md).",
        "Lea [**OpenRoom**](openroom.md) y [**CloseRoom**](closeroom.md).",
    ),
    (
        "IC002",
        "[a](alpha-one.md), then [b](beta-two.md)",
        "[b](beta-tvo.md) y [a](alpha-ome.md)",
        "[b](beta-two.md) y [a](alpha-one.md)",
    ),
    ("IC002", "Read <https://example.com/a>.", "Lea <http://example.com/a>.", "Lea <https://example.com/a>."),
    ("IC002", "Read https://example.com/a.", "Lea http://example.com/a.", "Lea https://example.com/a."),
    (
        "IC003",
        "Read [it](https://example.com/a).",
        "Lea [eso][https://example.com/a].",
        "Lea [eso](https://example.com/a).",
    ),
    ("IC003", "Read [it](a.md).", "Lea (eso)[a.md].", "Lea [eso](a.md)."),
    ("IC003", "Read [it](a.md).", "Lea [eso]{a.md}.", "Lea [eso](a.md)."),
    (
        "IC004",
        "Type `length`, `width`, `height` and `depth`.",
        "Escriba `width`, `width`, `height` y `depth`.",
        "Escriba `length`, `width`, `height` y `depth`.",
    ),
    ("IC004", "Type `pack --all`.", "Escriba `pack  --all`.", "Escriba `pack --all`."),
    ("IC004", "Type `pack`.", "Escriba ` pack`.", "Escriba `pack`."),
    ("IC007", "Read [**Keys**](a.md).", "Lea [** Llaves**](a.md).", "Lea [**Llaves**](a.md)."),
    ("IC007", "Choose it (**Red**).", "Elija esta (** Roja**).", "Elija esta (**Roja**)."),
    (
        "IC010",
        'The window :::no-loc text="Console"::: is new.',
        'La ventana ::no-loc text="Console"::: es nueva.',
        'La ventana :::no-loc text="Console"::: es nueva.',
    ),
    (
        "IC010",
        'The window :::no-loc text="Console"::: is new.',
        'La ventana :::no-loc text="Console":: es nueva.',
        'La ventana :::no-loc text="Console"::: es nueva.',
    ),
]

LEFT_ALONE = [
    ("IC004", "Type `Room Length`, then `Room Width`.", "Escriba `Room Width` y `Room Width`."),
    ("IC004", "Type `width` and `length`.", "Escriba `ancho` y `largo`."),
    ("IC004", "Type `room length`.", "Escriba `room` `length`."),
    ("IC002", "Read [a](room-one.md) and [b](garden.md).", "Lea [a](room-ome.md) y [b](room-one.md)."),
    ("IC002", "Read [it](https://example.com/a).", "Lea [eso](https:// example.com/a)."),
    ("IC003", "Read [it](a.md).", "Lea [eso].(a.md)."),
    ("IC010", "See <xref:room.open> and <xref:room.shut>.", "Vea <xref:room.shut> y <xref:room.shut>."),
]


def fixed(code: str, source: str, target: str) -> str:
    document = locdocs.parse(
        PAIR.format(source=source, target=target), source_language="en-US", target_language="es-ES"
    )
    return fix(document, unsafe=True, config=Config(select=(code,))).document.segments[0].target


@pytest.mark.parametrize(("code", "source", "damaged", "whole"), RESTORED)
def test_a_fix_puts_back_what_was_there(code: str, source: str, damaged: str, whole: str) -> None:
    assert fixed(code, source, damaged) == whole


@pytest.mark.parametrize("marker", ["[!NOTE ]", "[!NOTE)", "[!NOTE\\]", "[! NOTE ]", "[!NOTE", "[!NOTE］"])
def test_a_marker_is_mended_as_a_whole(marker: str) -> None:
    document = locdocs.parse(f"> {marker}\n> Guarde la lista.\n", source_language="en-US", target_language="es-ES")
    after = fix(document, unsafe=True, config=Config(select=("IC010",))).document
    assert after.text == "> [!NOTE]\n> Guarde la lista.\n"


@pytest.mark.parametrize(("code", "source", "damaged"), LEFT_ALONE)
def test_nothing_is_fixed_that_is_not_certain(code: str, source: str, damaged: str) -> None:
    assert fixed(code, source, damaged) == damaged
