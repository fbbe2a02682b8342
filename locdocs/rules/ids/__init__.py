"""The family ID: the ids of segments."""

__all__ = []
