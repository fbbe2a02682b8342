"""Pairs out to the formats other tools read, and back: one module a format, all with the same two verbs.

``write`` is the way out. A format's module holds ``write(batches, output, settings, tally)``: it is handed the units in
batches (the units of one document, or a part of them), writes them as they come, and keeps nothing. What every format
has in common is settled before it sees them: which segments go out (:mod:`locdocs.exchange.selection`,
:mod:`locdocs.exchange.filters`) and how inline markup stands in them (:mod:`locdocs.units`).

``read_units`` is the way back. A format's module holds ``read(file, header, faults)`` and yields units
(:mod:`locdocs.exchange.reading`). Other packages add formats of their own (:mod:`locdocs.exchange.registry`).
"""

from locdocs.exchange.filters import Filters
from locdocs.exchange.joined_writing import write_joined
from locdocs.exchange.reading import Faults, Header, UnitFile, read_units
from locdocs.exchange.registry import FORMATS, Format, find_format
from locdocs.exchange.settings import INLINE_MODES, Settings, Summary
from locdocs.exchange.writing import write

__all__ = [
    "FORMATS",
    "INLINE_MODES",
    "Faults",
    "Filters",
    "Format",
    "Header",
    "Settings",
    "Summary",
    "UnitFile",
    "find_format",
    "read_units",
    "write",
    "write_joined",
]
