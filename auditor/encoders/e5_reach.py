"""How far the activations of the bundled e5 reach, channel by channel: what its int8 grids are made from.

Measured once by `scripts/calibrate_e5.py` and shipped: with fixed grids a sentence's vector does not depend on the
sentences beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

from auditor.config.manifest import read_model_file

FILE = "e5-int8/reach.npz"
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class LayerReach:
    """Largest magnitudes seen at the inputs of one layer's four matrix products, one figure a channel."""

    query_key_value: Floats
    attention_out: Floats
    widen: Floats
    narrow: Floats


def load_reach() -> tuple[LayerReach, ...]:
    """One entry a layer; ModelError where the file is missing or is not the one in the manifest."""
    with np.load(BytesIO(read_model_file(FILE))) as arrays:
        names = LayerReach.__slots__
        return tuple(LayerReach(*rows) for rows in zip(*(arrays[name] for name in names), strict=True))
