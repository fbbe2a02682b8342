"""Addresses, compared as far as a translation must keep them: the language in them may change."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from urllib.parse import unquote

from locdocs.rules import DocumentFacts

__all__ = ["address_key", "languages_of"]

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LANGUAGE_PARAMETERS = "hl|lang|language|locale|mkt|setlang|culture|ui-culture|cc|clcid|lcid"


def languages_of(facts: DocumentFacts) -> tuple[str, str]:
    """The primary subtags of the source language and of the target language, ``en`` and ``es``."""
    document = facts.document
    return _primary(document.source_language), _primary(document.target_language or document.source_language)


def address_key(address: str, languages: tuple[str, str]) -> str:
    """What two addresses have in common that lead to the same place, in whatever language.

    Entities, backslashes and percent signs are resolved. A path segment, a first part of the host name or a parameter
    that names one of the languages is left out: ``/en-us/``, ``//en.``, ``?hl=en``.

    :param address: as it is written.
    :param languages: the primary subtags of both languages.
    """
    if "&" in address:
        address = unescape(address)
    if "\\" in address:
        address = _ESCAPE.sub(r"\1", address)
    if "%" in address:
        address = unquote(address)
    if "/" not in address and "=" not in address:
        return address
    return _language(languages).sub("", address)


@lru_cache(maxsize=64)
def _language(languages: tuple[str, str]) -> re.Pattern[str]:
    names = "|".join(map(re.escape, dict.fromkeys(languages)))
    tag = rf"(?:{names})(?:-[a-z0-9]{{2,8}})*"
    return re.compile(
        rf"(?<=//){tag}\. | (?<!/)/{tag}(?=[/?\#]|\Z) | ^{tag}(?=/) | [?&](?:{_LANGUAGE_PARAMETERS})=[\w-]*",
        re.IGNORECASE | re.VERBOSE,
    )


def _primary(language: str) -> str:
    return language.casefold().replace("_", "-").partition("-")[0]
