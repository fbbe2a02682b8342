"""The fixture that runs the command line."""

from tests.cli.running import run

__all__ = ["run"]
