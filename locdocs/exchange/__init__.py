"""Pairs out to the formats other tools read: one module a format, all with the same verb.

``write`` is the way in. A format's module holds ``write(batches, output, settings, tally)``: it is handed the units in
batches (the units of one document, or a part of them), writes them as they come, and keeps nothing. What every format
has in common is settled before it sees them: which segments go out (:mod:`locdocs.exchange.selection`) and how inline
markup stands in them (:mod:`locdocs.units`).
"""

from locdocs.exchange.registry import FORMATS, Format, find_format
from locdocs.exchange.settings import INLINE_MODES, Settings, Summary
from locdocs.exchange.writing import write

__all__ = ["FORMATS", "INLINE_MODES", "Format", "Settings", "Summary", "find_format", "write"]
