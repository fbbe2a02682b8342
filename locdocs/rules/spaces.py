"""White space as it is compared: how much of it there is does not matter."""

from __future__ import annotations

__all__ = ["NOT_ONE_SPACE", "spaces_joined"]

NOT_ONE_SPACE = ("  ", "\n", "\xa0", "\t", "\u3000")
"""What a text holds whose white space is more than single spaces."""


def spaces_joined(text: str) -> str:
    """A text with one space in place of each run of white space, and none around it."""
    return " ".join(text.split()) if any(map(text.__contains__, NOT_ONE_SPACE)) else text.strip()
