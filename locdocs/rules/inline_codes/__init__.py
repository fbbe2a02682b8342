"""The family IC: links, code, emphasis, tags and placeholders inside segments."""

__all__ = []
