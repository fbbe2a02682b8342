"""The family AL: whether source and target belong together."""

__all__ = []
