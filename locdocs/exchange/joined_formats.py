"""Joined units as TMX, JSON Lines, CSV, TSV and XLSX: one entry a source, with its target in every language.

==========  ===========================================================================================================
TMX         one ``tu`` with a ``tuv`` for each language. What differs from language to language (``x-segment-id``,
            ``x-translation-type``, ``x-source-commit``, ``x-source-hash``, ``changedate``) stands in the ``tuv``;
            ``x-file`` and ``x-number`` in the ``tu``, whose ``tuid`` is path, ``#`` and number.
JSON Lines  one object with ``targets``: for each language an object with ``id``, ``target``, ``translation_type``,
            ``source_commit``, ``source_hash``, ``last_handoff`` and ``line``; the other keys as usual.
CSV, TSV,   one row, with those values in columns of their own for each language: ``target:es-ES``, ``id:es-ES``, ..
XLSX
==========  ===========================================================================================================

All are read back as one unit for each language.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from json import dumps
from typing import Any

from locdocs.exchange.csv import write_rows
from locdocs.exchange.joined import JoinedUnit
from locdocs.exchange.jsonl import VERSION, code_object, encoded_line
from locdocs.exchange.rows import VARIANT_COLUMNS
from locdocs.exchange.settings import Settings, Tally
from locdocs.exchange.tmx import FOOTER, header, prop, segment_content
from locdocs.exchange.xml import attribute, escape, replace_unheld
from locdocs.files import Output
from locdocs.units import Unit

__all__ = ["JOINED_WRITERS", "JoinedWriter"]

JoinedWriter = Callable[[Iterable[Sequence[JoinedUnit]], Sequence[str], Output, Settings, Tally], None]
"""Writes the joined units of page after page; it is told the target languages beforehand."""


def _write_tmx(
    pages: Iterable[Sequence[JoinedUnit]], languages: Sequence[str], output: Output, settings: Settings, tally: Tally
) -> None:
    del languages
    file = output.open()
    language: str | None = None
    seen: Counter[str] = Counter()
    for page in pages:
        seen.clear()
        for joined in page:
            if language is None:
                language = joined.variants[0].source_language
                file.write(header(language, settings))
            name = f"{joined.path}#{joined.number}"
            seen[name] += 1
            if seen[name] > 1:
                name += f"~{seen[name]}"
            file.write(_tu("%20".join(name.split()), joined, settings, tally).encode())
    file.write((b"" if language else header("*all*", settings)) + FOOTER)


def _tu(name: str, joined: JoinedUnit, settings: Settings, tally: Tally) -> str:
    first = joined.variants[0]
    block = prop("x-block", first.block) if settings.block_kind else ""
    source = _content(joined.source, first.source_codes, settings, tally)
    return (
        f'<tu tuid="{attribute(name)}">\n{prop("x-file", joined.path)}{prop("x-number", joined.number)}{block}'
        f'<tuv xml:lang="{attribute(first.source_language)}"><seg>{source}</seg></tuv>\n'
        + "".join(_tuv(unit, settings, tally) for unit in joined.variants)
        + "</tu>\n"
    )


def _tuv(unit: Unit, settings: Settings, tally: Tally) -> str:
    origin = unit.origin
    date = f' changedate="{origin.last_handoff:%Y%m%d}T000000Z"' if origin.last_handoff else ""
    return (
        f'<tuv xml:lang="{attribute(origin.target_language or "")}"{date}>\n'
        + prop("x-segment-id", unit.id)
        + prop("x-translation-type", origin.translation_type)
        + prop("x-source-commit", origin.source_commit)
        + prop("x-source-hash", origin.source_hash)
        + f"<seg>{_content(unit.target, unit.target_codes, settings, tally)}</seg></tuv>\n"
    )


def _content(text: str, codes: Sequence[Any] | None, settings: Settings, tally: Tally) -> str:
    held, count = replace_unheld(text)
    tally.characters_replaced += count
    # A character is replaced by one character, so the codes still fit.
    return segment_content(held, codes or ()) if settings.inline == "codes" else escape(held)


def _write_jsonl(
    pages: Iterable[Sequence[JoinedUnit]], languages: Sequence[str], output: Output, settings: Settings, tally: Tally
) -> None:
    del languages, tally
    file = output.open()
    for page in pages:
        for joined in page:
            file.write(encoded_line(_entry(joined, settings)))


def _entry(joined: JoinedUnit, settings: Settings) -> dict[str, Any]:
    first = joined.variants[0]
    entry: dict[str, Any] = {
        "locdocs": VERSION,
        "path": first.origin.path,
        "number": joined.number,
        "source": joined.source,
        "source_language": first.source_language,
        "inline": settings.inline,
        "targets": {unit.target_language: dict(_variant(unit)) for unit in joined.variants},
    }
    if settings.block_kind:
        entry["block"] = first.block
    if settings.inline == "codes":
        entry["source_codes"] = [code_object(code) for code in first.source_codes or ()]
        for unit in joined.variants:
            codes = [code_object(code) for code in unit.target_codes or ()]
            entry["targets"][unit.target_language]["target_codes"] = codes
    if settings.roots:
        entry["roots"] = settings.roots
    return entry


def _variant(unit: Unit) -> Iterator[tuple[str, Any]]:
    """What differs from language to language, by the names of the columns."""
    origin = unit.origin
    yield "id", unit.id
    yield "target", unit.target
    yield "translation_type", origin.translation_type
    yield "source_commit", origin.source_commit
    yield "source_hash", origin.source_hash
    yield "last_handoff", origin.last_handoff.isoformat() if origin.last_handoff else None
    yield "line", unit.line


def _write_table(separator: str) -> JoinedWriter:
    def write(
        pages: Iterable[Sequence[JoinedUnit]],
        languages: Sequence[str],
        output: Output,
        settings: Settings,
        tally: Tally,
    ) -> None:
        names = _columns(languages, settings, roots=True)
        rows = (_row(joined, names, settings) for page in pages for joined in page)
        write_rows(names, rows, output, settings, tally, separator=separator)

    return write


def _write_workbook(
    pages: Iterable[Sequence[JoinedUnit]], languages: Sequence[str], output: Output, settings: Settings, tally: Tally
) -> None:
    # Imported here: the other formats do without its library.
    from locdocs.exchange import xlsx  # noqa: PLC0415

    names = _columns(languages, settings, roots=False)
    targets = [index for index, name in enumerate(names) if name.startswith("target:")]

    def uncount(row: Sequence[Any]) -> None:
        tally.joined[sum(row[index] is not None for index in targets)] -= 1

    rows = (_row(joined, names, settings) for page in pages for joined in page)
    xlsx.write_rows(names, rows, output, settings, tally, on_drop=uncount)


def _columns(languages: Sequence[str], settings: Settings, *, roots: bool) -> tuple[str, ...]:
    shared = ("locdocs", "path", "number", "source_language", "source", "inline")
    own = [f"{name}:{language}" for language in languages for name in VARIANT_COLUMNS]
    return (
        *shared,
        *own,
        *(("block",) if settings.block_kind else ()),
        *(("roots",) if roots and settings.roots else ()),
    )


def _row(joined: JoinedUnit, names: Sequence[str], settings: Settings) -> list[Any]:
    first = joined.variants[0]
    values: dict[str, Any] = {
        "locdocs": VERSION,
        "path": first.origin.path,
        "number": joined.number,
        "source_language": first.source_language,
        "source": joined.source,
        "inline": settings.inline,
        "block": first.block,
        "roots": dumps(settings.roots, ensure_ascii=False) if settings.roots else None,
    }
    for unit in joined.variants:
        values |= {f"{name}:{unit.target_language}": value for name, value in _variant(unit)}
    return [values.get(name) for name in names]


JOINED_WRITERS: Mapping[str, JoinedWriter] = {
    "tmx": _write_tmx,
    "jsonl": _write_jsonl,
    "csv": _write_table(","),
    "tsv": _write_table("\t"),
    "xlsx": _write_workbook,
}
"""The formats that hold several targets of one source."""
