"""The folder `models/garbled`: one file of float16 tensors under their own names, checked and read; nothing is pickled.

Metadata: `encoder`, the hash of the e5 it was trained on; `lower`, the layers of e5 whose states it reads.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch

from auditor.config.manifest import read_model_file, state_model_file
from auditor.errors import ModelError
from auditor.fidelity.joint_files import REMEDY
from auditor.fidelity.joint_input import LOWER
from auditor.fidelity.order import OrderNetwork

FILE = "garbled/weights.safetensors"


@dataclass(frozen=True)
class OrderModel:
    """What lies in the folder."""

    network: OrderNetwork
    """In float32, for inference."""
    digest: str
    """Eight hex digits of the file."""


def read_order(models: Path, encoder_hash: str, hidden: int) -> OrderModel | None:
    """The model in `models`, for the e5 whose fitted hash is `encoder_hash`; None where none is installed.

    ModelError where the file is damaged or was trained on another e5.
    """
    path = models / FILE
    if not path.is_file():
        return None
    content = read_model_file(FILE, models)
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        arrays = load(content)
        metadata = json.loads(content[8 : 8 + int.from_bytes(content[:8], "little")]).get("__metadata__", {})
    except (SafetensorError, ValueError) as error:
        raise ModelError(f"{path}: not a safetensors file ({error}). {REMEDY}") from error
    if metadata.get("encoder") != encoder_hash or metadata.get("lower") != str(LOWER):
        raise ModelError(
            f"{path}: trained on another version of the encoder e5 ({metadata.get('encoder')}, this one is "
            f"{encoder_hash}). Install the versions in constraints.txt, or run scripts/train_garbled.py."
        )
    return OrderModel(_network(arrays, hidden, path), sha256(content).hexdigest()[:8])


def save_order(network: OrderNetwork, encoder_hash: str, models: Path) -> None:
    """Write the weights and their SHA-256."""
    from safetensors.numpy import save

    arrays = {key: value.detach().cpu().half().numpy() for key, value in network.state_dict().items()}
    (models / FILE).parent.mkdir(parents=True, exist_ok=True)
    (models / FILE).write_bytes(save(arrays, {"encoder": encoder_hash, "lower": str(LOWER)}))
    state_model_file(FILE, models)


def _network(arrays: dict[str, np.ndarray], hidden: int, path: Path) -> OrderNetwork:
    narrow = arrays.get("narrow.weight")
    network = OrderNetwork(hidden, 1 if narrow is None else len(narrow))
    wanted = {key: tuple(value.shape) for key, value in network.state_dict().items()}
    for key in sorted(wanted.keys() | arrays.keys()):
        if key not in arrays or key not in wanted:
            raise ModelError(f"{path}: {'lacks' if key in wanted else 'has an unknown tensor'} {key}. {REMEDY}")
        if arrays[key].shape != wanted[key] or not np.isfinite(arrays[key]).all():
            raise ModelError(f"{path}: {key} has the wrong shape or holds values that are no numbers. {REMEDY}")
    network.load_state_dict({key: torch.from_numpy(value.astype(np.float32)) for key, value in arrays.items()})
    return network.requires_grad_(False).eval()
