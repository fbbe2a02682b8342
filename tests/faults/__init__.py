"""Fault injection: faults are put into real documents one at a time, and the rule that names them has to find them.

``python -m tests.faults`` prints the table of rule, injected, found and recall. The mutators are written from the words
of the catalogue and from faults seen in published files, never from the patterns of the rules.
"""
