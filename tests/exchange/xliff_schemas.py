"""The schemas of XLIFF, from the folder of schemas."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

__all__ = ["strict", "transitional", "version_2"]

CORE_AND_METADATA = """\
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:import namespace="urn:oasis:names:tc:xliff:document:2.0" schemaLocation="xliff_core_2.0.xsd"/>
  <xs:import namespace="urn:oasis:names:tc:xliff:metadata:2.0" schemaLocation="metadata.xsd"/>
</xs:schema>
"""


def strict(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(file=str(shared / "schemas" / "xliff-core-1.2-strict.xsd"))


def transitional(shared: Path) -> etree.XMLSchema:
    return etree.XMLSchema(file=str(shared / "schemas" / "xliff-core-1.2-transitional.xsd"))


def version_2(shared: Path) -> etree.XMLSchema:
    """Core and metadata; the core schema alone lets metadata be anything."""
    base = (shared / "schemas" / "xliff-2.1").absolute().as_uri() + "/"
    return etree.XMLSchema(etree.fromstring(CORE_AND_METADATA, base_url=base))
