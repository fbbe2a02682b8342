"""Validation: rules run over documents, and what they find.

::

    for diagnostic in validate(tree, config=Config(select=("SP", "ID"))):
        print(diagnostic.path, diagnostic.line, diagnostic.name, diagnostic.message)

:func:`validate` is lazy: the first document is read and looked at when a diagnostic is asked for, the others in groups
of sixteen at most, which are gone with their last diagnostic. :func:`fix` applies what diagnostics offer; a
:class:`Baseline` holds those that are known.
"""

from locdocs.validation.baseline import Baseline, read_baseline, write_baseline
from locdocs.validation.diagnostic import Diagnostic, Fix
from locdocs.validation.fixing import Fixed, fix
from locdocs.validation.report import Report
from locdocs.validation.running import Validation, validate

__all__ = [
    "Baseline",
    "Diagnostic",
    "Fix",
    "Fixed",
    "Report",
    "Validation",
    "fix",
    "read_baseline",
    "validate",
    "write_baseline",
]
