"""What the XLIFF 2.1 standard asks of a file and its schema cannot say (sections 4.2 and 4.3, "Constraints")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

__all__ = ["violations"]

CORE = "{urn:oasis:names:tc:xliff:document:2.0}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
REFERENCES = ("dataRef", "dataRefStart", "dataRefEnd")
SUB_TYPES = {"fmt": {"lb", "pb", "b", "i", "u"}, "ui": {"var"}}
PAIR = {"pc", "sc", "ec"}


def violations(root: Any) -> Iterator[str]:
    """One sentence for each thing that is wrong."""
    source, target = root.get("srcLang"), root.get("trgLang")
    yield from repeated("file", root.iter(f"{CORE}file"))
    for file in root.iter(f"{CORE}file"):
        yield from repeated("group", file.iter(f"{CORE}group"))
        yield from repeated("unit", file.iter(f"{CORE}unit"))
    for element, language in ((f"{CORE}source", source), (f"{CORE}target", target)):
        for found in root.iterfind(f".//{CORE}unit/*/{element}"):
            if language is None:
                yield "a target without a target language"
            elif found.get(XML_LANG, language).lower() != language.lower():
                yield "a text in another language than the file"
    for unit in root.iter(f"{CORE}unit"):
        yield from violations_of_unit(unit)


def repeated(what: str, elements: Iterable[Any]) -> Iterator[str]:
    counts = Counter(element.get("id") for element in elements if element.get("id") is not None)
    yield from (f"{what} id {name} {count} times" for name, count in counts.items() if count > 1)


def violations_of_unit(unit: Any) -> Iterator[str]:
    yield from repeated("data", unit.iterfind(f"{CORE}originalData/{CORE}data"))
    yield from repeated("note", unit.iterfind(f"{CORE}notes/{CORE}note"))
    data = {element.get("id") for element in unit.iterfind(f"{CORE}originalData/{CORE}data")}
    parts = [*unit.iterfind(f"{CORE}segment"), *unit.iterfind(f"{CORE}ignorable")]
    kinds: list[dict[str, tuple[str, str | None]]] = []
    for side in ("source", "target"):
        codes = [
            code for part in parts for text in part.iterfind(CORE + side) for code in text.iter() if code is not text
        ]
        yield from repeated(f"inline {side}", [*parts, *codes])
        yield from violations_of_codes(codes, data)
        kinds.append({code.get("id"): kind(code) for code in codes if code.get("id") is not None})
    for name in kinds[0].keys() & kinds[1].keys():
        if kinds[0][name] != kinds[1][name]:
            yield f"code {name} is another thing in the target"


def kind(code: Any) -> tuple[str, str | None]:
    name = code.tag.removeprefix(CORE)
    return "pair" if name in PAIR else name, code.get("type")


def violations_of_codes(codes: list[Any], data: set[str]) -> Iterator[str]:
    open_codes: set[str] = set()
    for code in codes:
        name = code.tag.removeprefix(CORE)
        for reference in REFERENCES:
            if code.get(reference) is not None and code.get(reference) not in data:
                yield f"{name} refers to data {code.get(reference)}, which is not there"
        if name == "cp" and not unheld(int(code.get("hex"), 16)):
            yield f"cp {code.get('hex')} is a character that XML holds"
        if name == "sc" and code.get("isolated") != "yes":
            open_codes.add(code.get("id"))
        if name == "ec":
            isolated = code.get("isolated") == "yes"
            if isolated != (code.get("startRef") is None) or isolated != (code.get("id") is not None):
                yield "an ec that is neither isolated nor the end of something"
            elif not isolated and code.get("startRef") not in open_codes:
                yield f"ec ends {code.get('startRef')}, which is not open"
            open_codes.discard(code.get("startRef"))
        prefix, _, own = (code.get("subType") or "").partition(":")
        if prefix and code.get("type") is None:
            yield "a subType without a type"
        if prefix == "xlf" and own not in SUB_TYPES.get(code.get("type"), set()):
            yield f"no subType of {code.get('type')}: {own}"
    yield from (f"sc {name} is never closed" for name in open_codes)


def unheld(code_point: int) -> bool:
    """Whether XML 1.0 has no room for a character (production 2)."""
    return not (
        code_point in (9, 10, 13)
        or 0x20 <= code_point <= 0xD7FF
        or 0xE000 <= code_point <= 0xFFFD
        or 0x10000 <= code_point <= 0x10FFFF
    )
