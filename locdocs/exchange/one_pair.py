"""Formats that hold one pair of languages a file."""

from __future__ import annotations

from locdocs.errors import LanguageError
from locdocs.units import Origin

__all__ = ["OnePair"]


class OnePair:
    """Sees to it that all units are of one pair of languages.

    :param name: what the file is called in the message.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._pair: tuple[str, str | None] | None = None

    def first(self, origin: Origin) -> bool:
        """Whether these are the first units.

        :raises LanguageError: they are of another pair of languages than the first ones.
        """
        pair = origin.source_language, origin.target_language
        if self._pair is None:
            self._pair = pair
            return True
        if pair != self._pair:
            raise LanguageError(
                f"{self._name} holds one pair of languages: this is {pair[0]} to {pair[1]}, after {self._pair[0]} to "
                f"{self._pair[1]}; export each on its own",
                path=origin.path or "<text>",
            )
        return False
