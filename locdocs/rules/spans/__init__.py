"""The family SP: the markup of the span pair."""

__all__ = []
