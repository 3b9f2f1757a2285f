"""Reads the fitted link and pairing models; figures and recipe are in `models/links/README.md`."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from typing import Any

from auditor.align.links import FEATURES, LinkModel
from auditor.align.pairing import EVIDENCE, PairingModel
from auditor.config.manifest import read_model_file
from auditor.errors import ModelError

FILE = "links/links.json"
PAIRING_FILE = "links/pairing.json"
GENERIC = "any"
"""Model for encoders without one of their own: fitted on the pooled, standardised evidence of all."""


def load_link_model(encoder: str) -> LinkModel:
    """The link model of an encoder, the generic one when it has none."""
    name, entry = _entry(FILE, encoder, FEATURES)
    return LinkModel(name, tuple(entry["weights"]), entry["bias"], entry["background"], entry["spread"])


def load_pairing_model(encoder: str) -> PairingModel:
    """The pairing model of an encoder, the generic one when it has none."""
    name, entry = _entry(PAIRING_FILE, encoder, EVIDENCE)
    return PairingModel(name, tuple(entry["weights"]), entry["bias"], entry["background"], entry["spread"])


@cache
def link_model_hash() -> str:
    """Eight hex digits of the link models' file, for the signature."""
    return sha256(read_model_file(FILE)).hexdigest()[:8]


def _entry(file: str, encoder: str, features: tuple[str, ...]) -> tuple[str, dict[str, Any]]:
    table = _table(file)
    name = encoder if encoder in table else GENERIC
    if table[name]["features"] != list(features):
        raise ModelError(f"models/{file}: fitted for other features; run its training script again.")
    return name, table[name]


@cache
def _table(file: str) -> dict[str, dict[str, Any]]:
    table: dict[str, dict[str, Any]] = json.loads(read_model_file(file))["encoders"]
    return table
