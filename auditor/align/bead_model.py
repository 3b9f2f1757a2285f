"""Reads the fitted weights of the bead model; figures and recipe are in `models/links/README.md`."""

from __future__ import annotations

import json
from functools import cache

from auditor.align.bead_costs import BeadParameters
from auditor.config.manifest import read_model_file

FILE = "links/beads.json"


@cache
def load_bead_parameters() -> BeadParameters:
    """The weights that `scripts/tune_beads.py` fitted; distances are normalised, so one set serves all encoders."""
    return BeadParameters(**json.loads(read_model_file(FILE))["weights"])
