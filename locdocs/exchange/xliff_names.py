"""What both versions of XLIFF ask of names: ids of units that are unique in a ``file``, and well-formed languages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from string import ascii_letters, digits

from locdocs.errors import LanguageError
from locdocs.exchange.xml import attribute, replace_unheld
from locdocs.units import Origin

__all__ = ["UnitIds", "language_of"]

_PLAIN = f"{ascii_letters}{digits}-._".encode()
# xs:language, which the schemas of both versions ask for; XML Schema 1.0 part 2, section 3.3.3.
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(?:-[0-9A-Za-z]{1,8})*")


class UnitIds:
    """Makes the ids of the units of a ``file``: the segment's, and ``.2`` behind it where it was there before.

    Where the id of a unit is not the segment's, another attribute holds the segment's.

    :param attribute: the name of that attribute.
    :param made_of: what the id of a unit is made of a segment's, if not the same.
    :param keeps_plain: whether ``made_of`` leaves ids alone that hold ASCII letters, digits, ``-``, ``.``, ``_`` only.
    """

    def __init__(
        self, attribute: str, made_of: Callable[[str], str] | None = None, *, keeps_plain: bool = True
    ) -> None:
        self._attribute = attribute
        self._made_of = made_of
        self._keeps_plain = keeps_plain
        self._used: set[str] = set()
        self._counts: dict[str, int] = {}
        self.replaced = 0
        """Characters in the ids so far that XML cannot hold."""

    def begin_file(self) -> None:
        """Forget the ids of the last file."""
        self._used, self._counts = set(), {}

    def values(self, ids: Sequence[str]) -> Sequence[bytes]:
        """The value of the attribute ``id`` for each segment's id, and behind it, where it is needed, the other one."""
        new = set(ids)
        if self._keeps_plain and len(new) == len(ids) and "" not in new and self._used.isdisjoint(new):
            joined = "\n".join(ids)
            # A table for bytes, because a pattern costs many times as much.
            if joined.isascii() and (data := joined.encode()).translate(None, _PLAIN) == b"\n" * (len(ids) - 1):
                self._used |= new
                return data.split(b"\n")
        return list(self._slowly(ids))

    def _slowly(self, ids: Sequence[str]) -> Iterator[bytes]:
        for segment_id in ids:
            self.replaced += replace_unheld(segment_id)[1]
            name = plain = replace_unheld(self._made_of(segment_id) if self._made_of else segment_id)[0]
            count = self._counts.get(plain, 1)
            while name in self._used:
                count += 1
                name = f"{plain}.{count}"
            self._counts[plain] = count
            self._used.add(name)
            value = attribute(name)
            if name != segment_id:
                value += f'" {self._attribute}="{attribute(segment_id)}'
            yield value.encode()


def language_of(tag: str | None, origin: Origin) -> str:
    """A language as XLIFF can name it.

    :raises LanguageError: it is no language tag; the schemas would refuse the file.
    """
    if tag is None or not _LANGUAGE.fullmatch(tag):
        raise LanguageError(
            f"XLIFF cannot name the language {tag or ''!r}: a language tag looks like es-ES",
            path=origin.path or "<text>",
        )
    return tag
