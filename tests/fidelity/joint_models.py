"""A joint model that was never trained: two of e5's own layers under seeded heads, and a calibration."""

from __future__ import annotations

import json
from pathlib import Path

import torch

from auditor.encoders.e5 import E5Encoder
from auditor.encoders.e5_layers import E5Layer
from auditor.encoders.e5_reach import load_reach
from auditor.fidelity.joint_files import CALIBRATION
from auditor.fidelity.joint_input import LOWER
from auditor.fidelity.joint_store import save_joint
from auditor.fidelity.network import FidelityNetwork

LAYERS = 2
NAME = "untrained"


def calibration(**changes: object) -> dict[str, object]:
    curve = {"x": [-3.0, 3.0], "y": [0.0, 100.0]}
    risk = {"bias": 0.0, "major": 1.0, "quality": -1.0, "length": 0.5}
    error = {
        "zh-en": {"segment": 10.0, "shared": 3.0},
        "same": {"segment": 8.0, "shared": 2.0},
        "other": {"segment": 15.0, "shared": 9.0},
    }
    plain = {"scale": 1.0, "bias": 0.0}
    whole: dict[str, object] = {
        "fidelity": {"cross": curve, "same": curve},
        "risk": {"cross": risk, "same": risk},
        "critical": plain,
        "marked": plain,
        "lost": plain,
        "suspicious": 0.5,
        "error": error,
    }
    return whole | changes


def network(encoder: E5Encoder) -> FidelityNetwork:
    made = FidelityNetwork([E5Layer(encoder.file, LOWER + i) for i in range(LAYERS)], encoder.dimensions)
    generator = torch.Generator().manual_seed(4)
    with torch.no_grad():
        for name, value in made.named_parameters():
            if not name.startswith("layers."):
                value.copy_(0.05 * torch.randn(value.shape, generator=generator))
    return made.requires_grad_(False).eval()


def write_model(folder: Path, encoder: E5Encoder, **changes: object) -> Path:
    reach = load_reach()[LOWER : LOWER + LAYERS]
    save_joint(network(encoder), reach, {"encoder": encoder.fitted_hash, "name": NAME}, folder)
    (folder / CALIBRATION).write_text(json.dumps(calibration(**changes)), "utf-8")
    return folder
