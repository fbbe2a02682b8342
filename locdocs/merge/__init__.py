"""Edited translations back into the documents they came from.

``apply(document, units)`` is the way in. Units find their segments (:mod:`~locdocs.merge.matching`), targets are
spelled as the document writes them (:mod:`~locdocs.merge.spelling`), nothing around them may change
(:mod:`~locdocs.merge.proving`) and no inline code may get lost (:mod:`~locdocs.merge.codes`).
"""

from locdocs.merge.applying import apply
from locdocs.merge.target_files import apply_target
from locdocs.merge.values import Applied, Match, Outside, Reason, Refusal, Result

__all__ = ["Applied", "Match", "Outside", "Reason", "Refusal", "Result", "apply", "apply_target"]
