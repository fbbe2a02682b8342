"""XLIFF 1.2, which nearly every translation tool reads.

One ``file`` a document: ``original`` is its path; the header holds the day of the hand-over and who translated
(``phase``), and as notes from ``locdocs`` how inline markup stands in the texts, the roots of the paths, hash and
commit of the English file. One ``trans-unit`` a segment with the segment's id; where an id stands twice in a document,
the second has ``.2`` behind it and the segment's id as ``resname``. What a human translated is ``approved`` and
``final``; what a machine translated is ``translated`` with the qualifier ``leveraged-mt``.

The layout ``publisher`` writes the same content the way the publisher of the documents hands it to translators:
:mod:`locdocs.exchange.xliff_publisher`.

Documents of several target languages may share a file, since each ``file`` names its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from locdocs.exchange.columns import columns_of, interleaved, with_codes
from locdocs.exchange.settings import Settings, Tally
from locdocs.exchange.xliff_layout import STANDARD, Frame, Layout
from locdocs.exchange.xliff_names import UnitIds
from locdocs.exchange.xliff_publisher import PUBLISHER
from locdocs.exchange.xml import held_texts
from locdocs.files import Output
from locdocs.units import Origin, Unit, UnitColumns

__all__ = ["write"]

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_END = b"</xliff>\n"


def write(batches: Iterable[Sequence[Unit]], output: Output, settings: Settings, tally: Tally) -> None:
    """Write an XLIFF 1.2 file.

    :param batches: units, those of a batch with one origin; neighbours of one origin share a ``file``.
    :param tally: gets the number of characters that XML cannot hold.
    :raises LanguageError: a document has a language that is no language tag.
    """
    file = output.open()
    layout = PUBLISHER if settings.layout == "publisher" else STANDARD
    ids = UnitIds("resname", layout.made_of, keeps_plain=layout.made_of is None)
    origin: Origin | None = None
    frame = layout.frame(Origin(None, "", None))
    for batch in batches:
        columns = columns_of(batch)
        if columns.origin != origin:
            file.write((_DECLARATION + layout.root).encode() if origin is None else layout.file_end)
            origin = columns.origin
            file.write(layout.file(origin, settings).encode())
            ids.begin_file()
            frame = layout.frame(origin)
        file.write(b"".join(_pieces(columns, ids, frame, layout, tally)))
    if origin is not None:
        file.write(layout.file_end + _END)
    tally.characters_replaced += ids.replaced


def _pieces(columns: UnitColumns, ids: UnitIds, frame: Frame, layout: Layout, tally: Tally) -> Iterable[bytes]:
    """The units of a batch in pieces, so that nothing is copied before all of it is joined."""
    sources, targets = held_texts(columns.sources), held_texts(columns.targets)
    tally.characters_replaced += sources.replaced + targets.replaced
    for index in with_codes(columns):
        sources.escaped[index], targets.escaped[index] = layout.marked_up(
            sources.texts[index],
            (columns.source_codes and columns.source_codes[index]) or (),
            targets.texts[index],
            (columns.target_codes and columns.target_codes[index]) or (),
        )
    blocks = columns.blocks if columns.blocks and any(columns.blocks) else ()
    return interleaved(
        frame.before_id,
        (ids.values(columns.ids), b'"'),
        (list(map(layout.attributes, blocks)), frame.before_source),
        (sources.escaped, frame.before_target),
        (targets.escaped, frame.after_target),
        (list(map(layout.context, blocks)), frame.end),
        count=len(columns),
    )
