"""Reads the fitted link and pairing models; figures and recipe are in `models/links/README.md`."""

from __future__ import annotations

import json
from functools import cache
from hashlib import sha256
from typing import Any

from auditor.align.context import CONTEXT
from auditor.align.links import FEATURES, LinkModel
from auditor.align.pairing import EVIDENCE, PairingModel
from auditor.align.resemblance import Scale
from auditor.align.trees import Forest
from auditor.config.manifest import read_model_file
from auditor.errors import ModelError

FILE = "links/links.json"
PAIRING_FILE = "links/pairing.json"
GENERIC = "any"
"""Model for encoders without one of their own: fitted on the pooled, standardised evidence of all."""


@cache
def load_link_model(encoder: str) -> LinkModel:
    """The link model of an encoder, the generic one when it has none."""
    name, entry = _entry(FILE, encoder, FEATURES)
    if entry["context"] != list(CONTEXT):
        raise _outdated(FILE)
    trees = tuple(tuple((f, t, a, b, v) for f, t, a, b, v in tree) for tree in entry["trees"])
    return LinkModel(
        name,
        tuple(entry["weights"]),
        entry["bias"],
        entry["background"],
        entry["spread"],
        Forest(entry["base"], trees),
        entry["slope"],
        entry["shift"],
    )


def load_pairing_model(encoder: str) -> PairingModel:
    """The pairing model of an encoder, the generic one when it has none."""
    name, entry = _entry(PAIRING_FILE, encoder, EVIDENCE)
    return PairingModel(name, tuple(entry["weights"]), entry["bias"], Scale(**entry["scale"]), entry["relative"])


@cache
def link_model_hash() -> str:
    """Eight hex digits of the link models' file, for the signature."""
    return sha256(read_model_file(FILE)).hexdigest()[:8]


def _entry(file: str, encoder: str, features: tuple[str, ...]) -> tuple[str, dict[str, Any]]:
    table = _table(file)
    name = encoder if encoder in table else GENERIC
    if table[name]["features"] != list(features):
        raise _outdated(file)
    return name, table[name]


def _outdated(file: str) -> ModelError:
    return ModelError(f"models/{file}: fitted for other features; run its training script again.")


@cache
def _table(file: str) -> dict[str, dict[str, Any]]:
    table: dict[str, dict[str, Any]] = json.loads(read_model_file(file))["encoders"]
    return table
