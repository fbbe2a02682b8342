"""Reports: from the diagnostics of a run to text, in the format that somebody reads. No logic, no input, no output.

A reporter is a module with ``report(run)``, a generator of pieces of text; it may begin before the run is over. To add
one, write the module and a line in :data:`~locdocs.reporters.registry.REPORTERS`.
"""

from locdocs.reporters.registry import REPORTERS, Reporter, Run, Unread, find_reporter

__all__ = ["REPORTERS", "Reporter", "Run", "Unread", "find_reporter"]
