"""The language that a folder's name says: ``docs.es-es``, ``de-de``, ``articles_zh-hans``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

__all__ = ["folder_language"]

# ISO 639-1. Without this list "how-to" and "add-on" would be languages.
_LANGUAGES = re.compile(
    """
    aa|ab|ae|af|ak|am|an|ar|as|av|ay|az|ba|be|bg|bi|bm|bn|bo|br|bs|ca|ce|ch|co|cr|cs|cu|cv|cy|da|de|dv|dz|ee|el|en|eo|
    es|et|eu|fa|ff|fi|fil|fj|fo|fr|fy|ga|gd|gl|gn|gu|gv|ha|he|hi|ho|hr|ht|hu|hy|hz|ia|id|ie|ig|ii|ik|io|is|it|iu|ja|jv|
    ka|kg|ki|kj|kk|kl|km|kn|ko|kr|ks|ku|kv|kw|ky|la|lb|lg|li|ln|lo|lt|lu|lv|mg|mh|mi|mk|ml|mn|mr|ms|mt|my|na|nb|nd|ne|
    ng|nl|nn|no|nr|nv|ny|oc|oj|om|or|os|pa|pi|pl|ps|pt|qu|rm|rn|ro|ru|rw|sa|sc|sd|se|sg|si|sk|sl|sm|sn|so|sq|sr|ss|st|
    su|sv|sw|ta|te|tg|th|ti|tk|tl|tn|to|tr|ts|tt|tw|ty|ug|uk|ur|uz|ve|vi|vo|wa|wo|xh|yi|yo|za|zh|zu
    """,
    re.VERBOSE,
)
_TAG_AT_THE_END = re.compile(
    r"(?:^|[._-]) (?P<language>[a-z]{2,3}) (?:-(?P<script>[a-z]{4}))? (?:-(?P<region>[a-z]{2}|[0-9]{3}))? $",
    re.VERBOSE | re.IGNORECASE,
)


def folder_language(names: Iterable[str]) -> str | None:
    """The language that the first of some folder names says, or ``None`` where none does.

    A name says a language when it is a tag with a region or a script, or ends with one after a dot, an underscore or a
    hyphen.

    :param names: folder names, the one to ask first in front.
    :return: the tag as BCP 47 writes it: ``es-ES``, ``zh-Hans``, ``sr-Latn-RS``, ``es-419``.
    """
    return next(filter(None, map(_language_of, names)), None)


@lru_cache(maxsize=1024)  # folder names come again with every file
def _language_of(name: str) -> str | None:
    found = _TAG_AT_THE_END.search(name)
    if found and _LANGUAGES.fullmatch(found["language"].lower()) and (found["script"] or found["region"]):
        parts = (found["language"].lower(), (found["script"] or "").title(), (found["region"] or "").upper())
        return "-".join(part for part in parts if part)
    return None
