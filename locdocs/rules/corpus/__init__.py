"""The family CO: what only many documents together show."""

__all__ = []
