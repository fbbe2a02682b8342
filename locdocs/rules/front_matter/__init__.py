"""The family FM: the YAML header."""

__all__ = []
