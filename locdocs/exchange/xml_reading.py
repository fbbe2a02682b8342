"""XML read as a stream, and safely: no entities, no DTD, no network, no more memory than one element needs.

A ``DOCTYPE`` is passed over. One that declares entities is refused before anything is made of them; so is an element or
text beyond the limits of libxml2 (10 MB of text, 256 levels), which no translation comes near.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, BinaryIO, Literal

from locdocs.exchange.reading import Faults

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["XML_LANG", "XML_SPACE", "has_entity", "inner_text", "line_of", "local_name", "xml_element", "xml_events"]

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
"""The name of ``xml:lang``."""
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
"""The name of ``xml:space``."""

_SAFELY: Mapping[str, Any] = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "remove_comments": True,
    "remove_pis": True,
}


def xml_events(
    file: BinaryIO, faults: Faults, *, root: str, ends: Collection[str], starts: Collection[str] = ()
) -> Iterator[tuple[Literal["start", "end"], _Element]]:
    """The elements of an XML file as they begin and end, freed as soon as they have been looked at.

    :param root: the local name that the root element must have.
    :param ends: the local names of elements to hand over when they are complete, whatever their namespace; each is
        emptied when the next event is asked for. What lies outside of them is freed with the next of them.
    :param starts: the local names of elements to hand over when they begin, with their attributes and nothing else.
    :return: ``start`` or ``end``, and the element; ``element.sourceline`` is its line.
    :raises ExchangeError: no well-formed XML (truncated, for one), another root element, or declared entities.
    """
    # Imported here: import locdocs stays light.
    from lxml.etree import XMLSyntaxError, iterparse  # noqa: PLC0415

    context: Any = iterparse(
        file,
        events=("start", "end") if starts else ("end",),
        tag=[f"{{*}}{name}" for name in {*ends, *starts}],
        **_SAFELY,
    )
    checked = False
    try:
        for event, element in context:
            if not checked:
                _check(context.root if context.root is not None else element.getroottree().getroot(), root, faults)
                checked = True
            if event == "start":
                if local_name(element) in starts:
                    yield event, element
            else:
                if local_name(element) in ends:
                    yield event, element
                _free(element)
    except XMLSyntaxError as error:
        message, line = _explained(context, error)
        raise faults.fatal(message, line=line) from None
    if not checked:
        _check(context.root, root, faults)


def xml_element(data: bytes, faults: Faults, *, root: str) -> _Element:
    """A small document as an element, as safely: for pieces of a file, twice as fast as its events.

    :param root: the local name that the root element must have.
    :raises ExchangeError: no well-formed XML, another root element, or declared entities.
    """
    # Imported here: import locdocs stays light.
    from lxml.etree import XMLSyntaxError, fromstring  # noqa: PLC0415

    parser = _parser()
    try:
        element: _Element = fromstring(data, parser)
    except XMLSyntaxError as error:
        message, line = _explained(parser, error)
        raise faults.fatal(message, line=line) from None
    _check(element, root, faults)
    return element


@cache
def _parser() -> Any:
    # Imported here, as above.
    from lxml.etree import XMLParser  # noqa: PLC0415

    return XMLParser(**_SAFELY)


def local_name(element: _Element) -> str:
    """The name of an element without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def inner_text(element: Any) -> str:
    """All text in an element, that of the elements in it included."""
    return "".join(element.itertext())


def has_entity(element: _Element) -> bool:
    """Whether an entity stands in an element: nothing says what it means, since no DTD is read."""
    # Imported here: import locdocs stays light.
    from lxml.etree import Entity  # noqa: PLC0415

    return next(element.iter(Entity), None) is not None


def _check(root: _Element, expected: str, faults: Faults) -> None:
    declared: Any = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.entities()):
        raise faults.fatal("the document type declares entities; such a file is not read")
    if local_name(root) != expected:
        raise faults.fatal(f"the root element is <{local_name(root)}>, not <{expected}>", line=line_of(root))


def line_of(element: Any) -> int | None:
    """The line of an element; the stubs of lxml know nothing of it."""
    line: int | None = element.sourceline
    return line


def _free(element: _Element) -> None:
    """Empty an element and drop what stands before it."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def _explained(context: Any, error: Any) -> tuple[str, int | None]:
    """A message without a place, and the line."""
    entries = list(context.error_log)
    if not entries:
        return ("it is empty" if error.lineno == 0 else f"no well-formed XML: {error.msg}"), error.lineno or None
    return f"no well-formed XML: {entries[0].message}", entries[0].line
