"""Does an encoder give on this machine and device the vectors it gave where it was tested?"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import numpy as np

from auditor.encoders.label import precision_of
from auditor.encoders.load import load_encoder
from auditor.encoders.protocol import Vectors

MIN_COSINE = {"fp32": 0.9999, "int8": 0.995}
"""Against float32 on the CPU. In float32 observed differences are below 1e-6; the int8 of e5 has a mean of .9991 and a
minimum of .9966 over 2,100 sentences in seven languages, and differs as much between processors."""
GOLDEN_TOLERANCE = 1e-3
"""Components differ by 1e-6 between machines; a damaged weight block moves them by 1e-2 and more."""
GOLDEN_COMPONENTS = 8
DATA_FILE = "selftest.json"


@dataclass(frozen=True, slots=True)
class SelfTest:
    """`min_cosine`: against the vectors in float32 on the CPU, worst sentence; where both are the same, a batch against
    one by one. `golden_error`: largest deviation of the float32 vectors from the stored components; None where none
    are stored (hub models).
    """

    encoder: str
    model_hash: str
    dimensions: int
    device: str
    min_cosine: float
    golden_error: float | None
    precision: str = "fp32"

    @property
    def passed(self) -> bool:
        """Both figures within their limits."""
        fits = self.golden_error is None or self.golden_error <= GOLDEN_TOLERANCE
        return self.min_cosine >= MIN_COSINE[self.precision] and fits


def self_test(name: str = "e5", device: str = "auto") -> SelfTest:
    """Encode fixed sentences in twelve languages and compare. Never uses the cache. ModelError as `load_encoder`."""
    encoder = load_encoder(name, device=device)
    precision = precision_of(encoder)
    texts = sentences()
    vectors = encoder.encode(texts)
    exact = vectors
    if precision == "int8" or encoder.device != "cpu":
        exact = reference = load_encoder(name, device="cpu", precision="fp32").encode(texts)
    else:
        reference = np.concatenate([encoder.encode([text]) for text in texts])
    return SelfTest(
        encoder.name,
        encoder.model_hash,
        encoder.dimensions,
        encoder.device,
        float(np.einsum("ij,ij->i", vectors, reference).min()),
        _golden_error(name, exact),
        precision,
    )


def sentences() -> list[str]:
    """The fixed sentences, one a language."""
    by_language: dict[str, str] = _data()["sentences"]
    return list(by_language.values())


def _golden_error(name: str, vectors: Vectors) -> float | None:
    golden = _data()["golden"].get(name)
    if golden is None:
        return None
    error = np.abs(vectors[:, :GOLDEN_COMPONENTS] - np.array(golden, dtype=np.float32)).max()
    return float(error)


def _data() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(files(__package__).joinpath(DATA_FILE).read_text("utf-8"))
    return data
