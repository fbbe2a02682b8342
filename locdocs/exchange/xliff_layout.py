"""The usual layout of XLIFF 1.2: what stands around the texts.

:mod:`locdocs.exchange.xliff_publisher` has another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from locdocs.exchange.settings import Settings
from locdocs.exchange.xliff_inline import with_codes
from locdocs.exchange.xliff_names import language_of
from locdocs.exchange.xml import attribute, content
from locdocs.units import InlineMode, Origin

if TYPE_CHECKING:
    from locdocs.markdown import InlineCode

__all__ = ["NAMESPACE", "STANDARD", "Frame", "Layout", "MarkedUp", "file_attributes", "tool", "with_codes_of_both"]

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"

MarkedUp = tuple[bytes, bytes]
"""Source and target as XLIFF writes them."""

_DATATYPE: dict[InlineMode, str] = {"markdown": "x-markdown", "plain": "plaintext", "codes": "x-markdown"}
_PROCESS = {"MT": "machine translation", "HT": "human translation"}
_BLOCK = '<context-group purpose="information"><context context-type="x-block">{}</context></context-group>\n'


class Frame(NamedTuple):
    """What stands around the variable parts of a ``trans-unit``: the same for all units of a document."""

    before_id: bytes
    before_source: bytes
    before_target: bytes
    after_target: bytes
    end: bytes


class Layout(NamedTuple):
    """A way to write XLIFF 1.2."""

    root: str
    """The start tag of the root element."""
    file: Callable[[Origin, Settings], str]
    """What stands before the first unit of a document."""
    file_end: bytes
    """What stands after the last."""
    frame: Callable[[Origin], Frame]
    """What stands around the parts of a unit."""
    made_of: Callable[[str], str] | None
    """What the id of a unit is made of a segment's; ``None``: it is the same."""
    marked_up: Callable[[str, Sequence[InlineCode], str, Sequence[InlineCode]], MarkedUp]
    """Source and target with inline codes."""
    attributes: Callable[[str | None], bytes]
    """What a unit says of its block, as attributes."""
    context: Callable[[str | None], bytes]
    """What a unit says of its block, as elements after the target."""


def file_attributes(origin: Origin, name: str, datatype: str) -> str:
    """The start tag of a ``file``.

    :raises LanguageError: a language of the document cannot be written.
    """
    return (
        f'<file original="{attribute(name)}" source-language="{language_of(origin.source_language, origin)}" '
        f'target-language="{language_of(origin.target_language, origin)}" datatype="{datatype}" tool-id="locdocs">\n'
    )


def tool() -> str:
    """The element that names this program."""
    from locdocs import __version__  # noqa: PLC0415 - the package imports this module

    return f'<tool tool-id="locdocs" tool-name="locdocs" tool-version="{__version__}"/>\n'


def with_codes_of_both(
    source: str, source_codes: Sequence[InlineCode], target: str, target_codes: Sequence[InlineCode]
) -> MarkedUp:
    """Source and target with the inline codes of the standard."""
    return with_codes(source, source_codes), with_codes(target, target_codes)


def _file(origin: Origin, settings: Settings) -> str:
    notes = [f"inline: {settings.inline}", *(f"root: {root}" for root in settings.roots)]
    notes += [f"source hash: {origin.source_hash}"] if origin.source_hash else []
    notes += [f"source commit: {origin.source_commit}"] if origin.source_commit else []
    if origin.translation_type and origin.translation_type not in _PROCESS:
        notes.append(f"translation type: {origin.translation_type}")
    return (
        file_attributes(origin, origin.path or "", _DATATYPE[settings.inline])
        + "<header>\n"
        + _phase(origin)
        + tool()
        + "".join(f'<note from="locdocs">{content(note)}</note>\n' for note in notes)
        + "</header>\n<body>\n"
    )


def _phase(origin: Origin) -> str:
    """Who translated, and when: what the standard has phases for."""
    if not origin.translation_type and not origin.last_handoff:
        return ""
    process = _PROCESS.get(origin.translation_type or "", "translation")
    date = f' date="{origin.last_handoff:%Y-%m-%d}T00:00:00Z"' if origin.last_handoff else ""
    return (
        f'<phase-group>\n<phase phase-name="translation" process-name="{process}" tool-id="locdocs"{date}/>\n'
        "</phase-group>\n"
    )


def _frame(origin: Origin) -> Frame:
    # Human work was published, which is as approved as a text can be; machine work is a translation, and says whose.
    human, machine = origin.translation_type == "HT", origin.translation_type == "MT"
    approved = ' approved="yes"' if human else ""
    state = "final" if human else 'translated" state-qualifier="leveraged-mt' if machine else "translated"
    return Frame(
        b'<trans-unit id="',
        f'{approved} xml:space="preserve">\n<source>'.encode(),
        f'</source>\n<target state="{state}">'.encode(),
        b"</target>\n",
        b"</trans-unit>\n",
    )


def _context(block: str | None) -> bytes:
    return _BLOCK.format(content(block)).encode() if block else b""


STANDARD = Layout(
    f'<xliff version="1.2" xmlns="{NAMESPACE}">\n',
    _file,
    b"</body>\n</file>\n",
    _frame,
    None,
    with_codes_of_both,
    lambda _: b"",
    _context,
)
"""The usual layout, valid against the strict schema."""
