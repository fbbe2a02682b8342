"""Thai. It has no marks at the end of sentences, and spaces stand between these. No published tree was measured."""

from locdocs.languages.profile import Profile

__all__ = ["PROFILE"]

PROFILE = Profile(
    language="th",
    script="THAI",
    spaced=False,
    doubles_freely=True,
    rules=frozenset({"TX002", "TX007", "AL008"}),
)
