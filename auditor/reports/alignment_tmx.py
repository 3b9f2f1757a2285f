"""`align --format tmx`: a translation memory, TMX 1.4b (LISA OSCAR), of every bead with both sides."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from auditor import __version__
from auditor.core.alignment import Alignment, Bead, DocumentPair
from auditor.core.document import Document
from auditor.reports.alignment_parts import joined
from auditor.reports.xml_text import xml_text

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def render_tmx(pair: DocumentPair, alignment: Alignment) -> str:
    """A translation unit per two-sided bead, the counterpart as its source language."""
    root = ET.Element("tmx", version="1.4")
    ET.SubElement(root, "header", _header(pair.counterpart))
    body = ET.SubElement(root, "body")
    for bead in alignment.beads:
        if bead.translation and bead.counterpart:
            _unit(body, pair, bead)
    ET.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(root, encoding="unicode") + "\n"


def _header(source: Document) -> dict[str, str]:
    return {
        "creationtool": "auditor",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "auditor",
        "adminlang": "en",
        "srclang": source.language,
        "datatype": "plaintext",
    }


def _unit(body: ET.Element, pair: DocumentPair, bead: Bead) -> None:
    unit = ET.SubElement(body, "tu")
    for document, segments in ((pair.counterpart, bead.counterpart), (pair.translation, bead.translation)):
        variant = ET.SubElement(unit, "tuv", {XML_LANG: document.language})
        ET.SubElement(variant, "seg").text = xml_text(joined(document, segments))
