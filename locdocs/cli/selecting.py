"""Options that name rules: lists with commas, and what severity the rules in them get."""

from __future__ import annotations

from collections.abc import Iterator

import click

from locdocs.rules import SEVERITIES, Severity
from locdocs.validation.selection import severities_of

__all__ = ["names", "severities"]


def names(context: click.Context, parameter: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:  # noqa: ARG001
    """The values of an option that takes rules with commas between, and can be given again."""
    return tuple(_parts(values))


def severities(
    context: click.Context,  # noqa: ARG001
    parameter: click.Parameter,  # noqa: ARG001
    values: tuple[str, ...],
) -> dict[str, Severity]:
    """The severities by code: ``IC,TX003=error,FM=info`` gives that of IC and TX003 first, then that of FM.

    :raises UnknownRuleError: a name means no rule.
    """
    overrides: dict[str, Severity] = {}
    for value in values:
        waiting: list[str] = []
        for part in _parts((value,)):
            name, equals, level = map(str.strip, part.partition("="))
            waiting.append(name)
            if equals:
                overrides.update(dict.fromkeys(waiting, _level(level, value)))
                waiting.clear()
        if waiting:
            raise _misshapen(value)
    return severities_of(overrides)


def _parts(values: tuple[str, ...]) -> Iterator[str]:
    return (part.strip() for value in values for part in value.split(",") if part.strip())


def _level(level: str, value: str) -> Severity:
    for known in SEVERITIES:
        if known == level:
            return known
    raise _misshapen(value)


def _misshapen(value: str) -> click.BadParameter:
    return click.BadParameter(f"{value!r} is not of the form RULES={'|'.join(SEVERITIES)}")
