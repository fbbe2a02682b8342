"""Title, description and keywords: values of the front matter that are translated, edited in place.

The YAML stays as its writer wrote it, quotes, folding and comments included; one value changes, in the style it has, or
in double quotes where that style cannot hold it. The header is read again: every other value must be as before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from locdocs.errors import FrontMatterError
from locdocs.front_matter import FrontMatter, find_header
from locdocs.merge.spelling import same_text, unwanted_character
from locdocs.merge.values import Applied, Reason, Refusal
from locdocs.model import Document
from locdocs.parser import parse
from locdocs.units import Unit

if TYPE_CHECKING:
    from yaml import ScalarNode

__all__ = ["FIELDS", "Values", "apply_values", "field_of", "field_ranges", "replace_raw"]

FIELDS = ("title", "description", "keywords")
"""The keys whose values are translated (docs/format.md, "Front matter")."""

_TITLE_NUMBER = "101"


class Values(NamedTuple):
    """What became of new values for a header."""

    document: Document
    applied: list[Applied]
    refused: list[Refusal]
    unchanged: list[Unit]


def field_of(document: Document, unit: Unit) -> str | None:
    """The key that a unit is a value of, or ``None``.

    That is a unit that is called like the key, as no segment is; or the one of the front matter with the number 101,
    which is the title's (docs/format.md, "The id") where no pair of the document has it.
    """
    if not document.front_matter.raw:
        return None
    if unit.id in FIELDS:
        return unit.id
    if unit.block != "front matter":
        return None
    is_title = unit.number == _TITLE_NUMBER and all(one.number != _TITLE_NUMBER for one in document.segments)
    return "title" if is_title else None


def apply_values(document: Document, before: Document, units: Iterable[Unit]) -> Values:
    """Put new values into the header of a document, each checked on its own.

    :param before: the document before any edit, for the places.
    :param units: units for which :func:`field_of` names a key.
    """
    values = Values(document, [], [], [])
    by_field: dict[str, list[Unit]] = {}
    for unit in units:
        by_field.setdefault(field_of(before, unit) or unit.id, []).append(unit)
    for field, several in by_field.items():
        values = _apply_one(values, before, field, several)
    return values


def _apply_one(values: Values, before: Document, field: str, units: list[Unit]) -> Values:
    node = _scalars(values.document.front_matter).get(field)
    unit = units[0]
    new = unit.target.strip().replace("\r\n", "\n").replace("\r", "\n")
    if node is not None and all(same_text(one.target.strip(), str(node.value).strip()) for one in units):
        return values._replace(unchanged=[*values.unchanged, *units])
    problem = _at_sight(before, unit, node, field, count=len({one.target for one in units}))
    edited = None if problem or node is None else _with_value(values.document, field, node, new)
    problem = problem or ("front-matter", f"the new {field} would break the front matter")
    if edited is None:
        return values._replace(refused=[*values.refused, *(_refusal(before, one, node, problem) for one in units)])
    return values._replace(document=edited, applied=[*values.applied, Applied(unit, None, new)])


def _at_sight(
    document: Document, unit: Unit, node: ScalarNode | None, field: str, *, count: int
) -> tuple[Reason, str] | None:
    given, own = unit.origin.source_hash, document.localization.source_hash
    if node is None:
        return "front-matter", f"the front matter has no {field}, or none that is text"
    if count > 1:
        return "conflicting-targets", f"there are {count} different values for the {field}"
    if not unit.target.strip():
        return "empty-target", f"the new {field} is empty"
    if given is not None and own is not None and given != own:
        return "source-changed", f"the English file has changed since the export, perhaps its {field} too"
    if (char := unwanted_character(unit.target, node.value)) is not None:
        return "control-character", f"the new {field} holds U+{ord(char):04X}"
    return None


def _refusal(document: Document, unit: Unit, node: ScalarNode | None, problem: tuple[Reason, str]) -> Refusal:
    offset = document.front_matter.body_start + (node.start_mark.index if node is not None else 0)
    return Refusal(unit, None, *problem, document.location(offset))


def field_ranges(header: FrontMatter) -> dict[str, tuple[int, int]]:
    """Where the translated values stand, quotes included: offsets in the header, by key."""
    return {
        field: (header.body_start + node.start_mark.index, header.body_start + node.end_mark.index)
        for field, node in _scalars(header).items()
    }


def _scalars(header: FrontMatter) -> dict[str, ScalarNode]:
    """The nodes of the translated values that are text; none where the header cannot be read."""
    import yaml  # noqa: PLC0415 - slow to load, and most runs never look at a value

    try:
        dict(header)
        root = yaml.compose(header.body, Loader=yaml.SafeLoader)
    except (FrontMatterError, yaml.YAMLError):
        return {}
    if not isinstance(root, yaml.MappingNode):
        return {}
    return {
        key.value: value
        for key, value in root.value
        if key.value in FIELDS and isinstance(value, yaml.ScalarNode) and value.tag == "tag:yaml.org,2002:str"
    }


def _with_value(document: Document, field: str, node: ScalarNode, new: str) -> Document | None:
    """The document with a new value, in the first way of writing it that reads back; ``None`` where there is none."""
    for raw in _spellings(document.front_matter, node, new):
        edited = replace_raw(document, field, raw)
        if edited is not None and str(edited.front_matter[field]).strip() == new:
            return edited
    return None


def replace_raw(document: Document, field: str, raw: str) -> Document | None:
    """The document with a value written as it is given; ``None`` where anything else would change.

    :param raw: YAML: with its quotes, if it has any.
    """
    header = document.front_matter
    start, end = field_ranges(header)[field]
    text = document.text[:start] + raw + document.text[end:]
    if find_header(text).end != header.end + len(raw) - (end - start):
        return None
    edited = parse(
        text,
        path=document.path,
        source_language=document.source_language,
        target_language=document.target_language,
    )
    same_pairs = [segment[:3] for segment in edited.segments] == [segment[:3] for segment in document.segments]
    same_damage = [damage.kind for damage in edited.damage] == [damage.kind for damage in document.damage]
    same_values = _others(edited.front_matter, field) == _others(header, field)
    return edited if same_pairs and same_damage and same_values and field in edited.front_matter else None


def _others(header: FrontMatter, field: str) -> Mapping[str, Any] | None:
    try:
        values = {key: value for key, value in header.items() if key != field}
    except FrontMatterError:
        return None
    return {**values, " ": list(header)}


def _spellings(header: FrontMatter, node: ScalarNode, new: str) -> Iterator[str]:
    """A value as YAML: in the style it has now, then in double quotes."""
    one_line = " ".join(new.split("\n"))
    if node.style is None:
        yield one_line
    elif node.style == "'":
        yield "'" + one_line.replace("'", "''") + "'"
    elif node.style in ("|", ">"):
        yield from _block(header.body[node.start_mark.index : node.end_mark.index], new)
    escaped = new.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t").replace("\n", "\\n")
    # A literal or folded value ends behind its line break.
    raw = header.body[node.start_mark.index : node.end_mark.index]
    yield f'"{escaped}"' + raw[len(raw.rstrip()) :]


def _block(raw: str, new: str) -> Iterator[str]:
    """A literal or folded value with the indentation and the line ends it has."""
    lines = raw.splitlines(keepends=True)
    first = next((line for line in lines[1:] if line.strip()), None)
    if first is None:
        return
    indent = first[: len(first) - len(first.lstrip())]
    ending = first[len(first.rstrip("\r\n")) :] or "\n"
    trailing = raw[len(raw.rstrip()) :]
    yield lines[0] + ending.join(indent + line if line else "" for line in new.split("\n")) + trailing
