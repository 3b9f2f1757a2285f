"""Where a joint model lies; no torch here, so that it can be asked for before one is loaded."""

from __future__ import annotations

FOLDER = "fidelity-joint"
WEIGHTS, CALIBRATION = "weights.safetensors", "calibration.json"
REMEDY = "Reinstall translation-auditor, or give another folder as the fidelity model."
