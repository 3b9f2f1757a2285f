"""The fixed list of files under `/static/`: scripts, style sheets and the icon of the editors' page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from types import MappingProxyType

from auditor.reports.html_environment import SHARED_STYLE, style

MEDIA_TYPES = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
"""By suffix; other files in the folder are not served."""


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent."""

    body: bytes
    media_type: str


@cache
def assets() -> Mapping[str, Asset]:
    """Every file by its name; the style sheet that the HTML report has too is among them."""
    found = {entry.name: entry.read_bytes() for entry in (files("auditor.web") / "static").iterdir() if entry.is_file()}
    found[SHARED_STYLE] = style(SHARED_STYLE).encode()
    return MappingProxyType(
        {
            name: Asset(body, MEDIA_TYPES[_suffix(name)])
            for name, body in sorted(found.items())
            if _suffix(name) in MEDIA_TYPES
        }
    )


@cache
def stamp() -> str:
    """Short hash over all files: it stands in their addresses, so that a browser never keeps an old one."""
    digest = sha256()
    for name, asset in assets().items():
        digest.update(f"{name}\0{len(asset.body)}\0".encode())
        digest.update(asset.body)
    return digest.hexdigest()[:12]


def address(name: str) -> str:
    """Where the page finds a file; `KeyError` for one that is not there."""
    assets()[name]
    return f"/static/{stamp()}/{name}"


def _suffix(name: str) -> str:
    return name.rpartition(".")[2]
