"""locdocs reads, aligns, renders and exports side-by-side localized Markdown.

::

    doc = locdocs.read("articles/sign-in.md")
    for segment in doc:
        print(segment.id, segment.source, segment.target)
    locdocs.render(doc, "target")

The map of the package, in the order in which data flows:

=====================  ==============================================================================================
``parse``, ``read``    text, bytes or a file to a frozen :class:`Document` of :class:`Segment` values
``read_tree``          a folder of documents, one after the other, in a stable order
``structure``          what Markdown says: blocks, inline codes, plain text, heading anchors, numbering
``render``             the views: ``bilingual``, ``target``, ``source``, ``html``
``prove``              do the sources hash to the English file the document was made from?
``replace``            new targets, every other byte as before
``apply``              edited translations back into a document: units to a :class:`Result`, nothing guessed
``diff``               what has changed between two versions of a document, segment by segment
``write``              segments out: TMX, XLIFF, PO, CSV, TSV, XLSX, JSON Lines, Parquet, parallel text
``read_units``         units back from any of these, whoever wrote it
``validate``           what rules find, as an iterator over :class:`Diagnostic`; ``fix`` applies what these offer
=====================  ==============================================================================================

Everything raised on purpose is a :class:`LocdocsError`; the tree is in :mod:`locdocs.errors`. What is wrong inside a
document never raises: it is kept, and listed in ``Document.damage``.
"""

from locdocs.comparison import Difference, diff
from locdocs.config import Config
from locdocs.corpus import Tree, read_tree
from locdocs.edits import replace
from locdocs.errors import LocdocsError
from locdocs.exchange import Summary, UnitFile, read_units, write
from locdocs.front_matter import FrontMatter, Localization
from locdocs.markdown import Structure, structure
from locdocs.merge import Result, apply
from locdocs.model import Damage, Document, Location, Segment
from locdocs.parser import parse, read
from locdocs.proof import Proof, prove
from locdocs.units import Unit
from locdocs.validation import Diagnostic, Report, fix, validate
from locdocs.views import render

__version__ = "0.1.0"

__all__ = [
    "Config",
    "Damage",
    "Diagnostic",
    "Difference",
    "Document",
    "FrontMatter",
    "Localization",
    "Location",
    "LocdocsError",
    "Proof",
    "Report",
    "Result",
    "Segment",
    "Structure",
    "Summary",
    "Tree",
    "Unit",
    "UnitFile",
    "apply",
    "diff",
    "fix",
    "parse",
    "prove",
    "read",
    "read_tree",
    "read_units",
    "render",
    "replace",
    "structure",
    "validate",
    "write",
]
