"""locdocs."""

from locdocs.parser import parse, read

__version__ = "0.1.0"
__all__ = ["parse", "read"]
