"""Readers of what locdocs writes that are not locdocs: lxml for TMX, json for JSON Lines."""

from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


class ReadUnit(NamedTuple):
    """A ``tu`` as a parser gives it."""

    tuid: str
    source: str
    target: str
    source_language: str
    target_language: str
    props: dict[str, str]
    attributes: dict[str, str]


def parse_tmx(data: bytes | Path) -> Any:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.parse(BytesIO(data) if isinstance(data, bytes) else str(data), parser)


def read_tmx(data: bytes | Path) -> list[ReadUnit]:
    return [
        ReadUnit(
            tu.get("tuid"),
            *("".join(tuv.find("seg").itertext()) for tuv in tu.iter("tuv")),
            *(tuv.get(XML_LANG) for tuv in tu.iter("tuv")),
            {prop.get("type"): prop.text or "" for prop in tu.iter("prop")},
            dict(tu.attrib),
        )
        for tu in parse_tmx(data).iter("tu")
    ]


def read_jsonl(data: bytes | Path) -> list[dict[str, Any]]:
    content = data if isinstance(data, bytes) else data.read_bytes()
    assert content.endswith(b"\n")
    return [json.loads(line) for line in content.decode("utf-8").split("\n")[:-1]]
