"""Finds the scorer for a run: the joint one beside any encoder, or the linear one that was fitted for it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from auditor.encoders.label import fitted_hash
from auditor.encoders.protocol import Encoder
from auditor.errors import ModelError
from auditor.fidelity.choice import AUTO, choose_fidelity
from auditor.fidelity.linear import LinearScorer
from auditor.fidelity.token_matchers import bare_e5
from auditor.fidelity.weights import FILE, read_weights

if TYPE_CHECKING:
    from auditor.fidelity.joint import JointScorer
    from auditor.fidelity.scorer import FidelityScorer


def load_scorer(
    encoder: Encoder,
    models: Path,
    model: str = AUTO,
    *,
    device: str = "auto",
    threads: int | None = None,
    precision: str = "auto",
) -> FidelityScorer | None:
    """The scorer that `choose_fidelity(model, models)` names, for articles aligned with `encoder`.

    The joint scorer reads with `encoder` itself where that is e5, else with an e5 of its own on `device`. The linear
    one is None where none was fitted for `encoder`: hub models, folders and the hash encoder have no calibration, the
    caller says so in a notice, and fidelity stays null. Raises `UsageError` for a `model` that is not to be had, and
    `ModelError` when weights are damaged or were fitted on another encoder.
    """
    folder = choose_fidelity(model, models).folder
    if folder is None:
        return _linear(encoder, models)
    return _joint(encoder, folder, models, device, threads, precision)


def _joint(
    encoder: Encoder, folder: Path, models: Path, device: str, threads: int | None, precision: str
) -> JointScorer:
    from auditor.encoders.e5 import E5Encoder
    from auditor.fidelity.joint import JointScorer
    from auditor.fidelity.joint_order import OrderedScorer
    from auditor.fidelity.joint_store import read_joint
    from auditor.fidelity.order_store import read_order

    reader = bare_e5(encoder) or E5Encoder(device, threads, precision)
    model = read_joint(folder, reader.file, reader.fitted_hash)
    order = read_order(models, reader.fitted_hash, reader.dimensions)
    return JointScorer(reader, model) if order is None else OrderedScorer(reader, model, order)


def _linear(encoder: Encoder, models: Path) -> LinearScorer | None:
    weights, digest = read_weights(models)
    fitted = weights.encoders.get(encoder.name)
    if fitted is None:
        return None
    if fitted.model_hash != fitted_hash(encoder) or len(fitted.centre) != encoder.dimensions:
        raise ModelError(
            f"{models / FILE}: fitted on another version of the encoder {encoder.name} "
            f"({fitted.model_hash}, this one is {fitted_hash(encoder)}). "
            "Install the versions in constraints.txt, or run scripts/train_fidelity_linear.py."
        )
    return LinearScorer(encoder, weights, digest)
