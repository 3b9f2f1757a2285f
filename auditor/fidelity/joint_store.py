"""The folder of a joint model: `weights.safetensors` and `calibration.json`, read and written; nothing is pickled.

The weights are the network's tensors in float16 under their own names, and `reach.<layer>.<product>` in float32: how
far the inputs of each upper layer's matrix products reach, which int8 needs. Metadata: `lower`, the layers of e5 below
the network; `encoder`, the hash of that e5; `name`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from auditor.config import models_folder
from auditor.config.manifest import read_model_file, state_model_file
from auditor.encoders.e5_layers import E5Layer
from auditor.encoders.e5_reach import LayerReach
from auditor.encoders.e5_weights import E5File
from auditor.errors import ModelError
from auditor.fidelity.joint_calibration import Calibration, parse_calibration
from auditor.fidelity.joint_files import CALIBRATION, REMEDY, WEIGHTS
from auditor.fidelity.joint_input import LOWER
from auditor.fidelity.network import FidelityNetwork

Arrays = dict[str, NDArray[np.generic]]
REACH = "reach"
_LAYER = re.compile(r"layers\.(\d+)\.")


@dataclass(frozen=True)
class JointModel:
    """What lies in the folder."""

    name: str
    network: FidelityNetwork
    """In float32, for inference."""
    reach: tuple[LayerReach, ...]
    """Of the network's layers, in order."""
    calibration: Calibration
    digest: str
    """Eight hex digits of both files."""


def read_joint(folder: Path, file: E5File, encoder_hash: str) -> JointModel:
    """The model in `folder` on top of the e5 in `file`, whose fitted hash is `encoder_hash`.

    The shipped folder is checked against the manifest. ModelError where a file is missing, damaged or was trained on
    another e5.
    """
    weights, calibration = (read_joint_file(folder, name) for name in (WEIGHTS, CALIBRATION))
    path = folder / WEIGHTS
    metadata, arrays = _parsed(weights, path)
    _check_origin(metadata, encoder_hash, path)
    network, reach = _network(arrays, file, path)
    fitted = parse_calibration(calibration, folder / CALIBRATION)
    return JointModel(metadata["name"], network, reach, fitted, sha256(weights + calibration).hexdigest()[:8])


def read_joint_file(folder: Path, name: str) -> bytes:
    """The bytes of a file of the model; those in the package only as its manifest states them."""
    if folder.resolve().parent == models_folder().resolve():
        return read_model_file(f"{folder.name}/{name}")
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise ModelError(f"{folder / name}: cannot be read ({error.strerror}). {REMEDY}") from error


def save_joint(network: FidelityNetwork, reach: Sequence[LayerReach], metadata: dict[str, str], folder: Path) -> None:
    """Write the weights, and their SHA-256 into the manifest where `folder` is the package's.

    `metadata` holds `encoder` (the fitted hash of the e5 it was trained on) and `name`.
    """
    from safetensors.numpy import save

    arrays = {key: value.detach().cpu().half().numpy() for key, value in network.state_dict().items()}
    for i, layer in enumerate(reach):
        arrays |= {f"{REACH}.{i}.{part}": getattr(layer, part).astype(np.float32) for part in LayerReach.__slots__}
    folder.mkdir(parents=True, exist_ok=True)
    (folder / WEIGHTS).write_bytes(save(arrays, {**metadata, "lower": str(LOWER)}))
    if folder.resolve().parent == models_folder().resolve():
        state_model_file(f"{folder.name}/{WEIGHTS}", folder.parent)


def _parsed(content: bytes, path: Path) -> tuple[dict[str, str], Arrays]:
    from safetensors import SafetensorError
    from safetensors.numpy import load

    try:
        arrays: Arrays = load(content)
        length = int.from_bytes(content[:8], "little")
        metadata = json.loads(content[8 : 8 + length]).get("__metadata__", {})
    except (SafetensorError, ValueError, KeyError) as error:
        raise ModelError(f"{path}: not a safetensors file ({error}). {REMEDY}") from error
    missing = [key for key in ("lower", "encoder", "name") if key not in metadata]
    if missing:
        raise ModelError(f"{path}: its metadata lack `{missing[0]}`, so it is no joint model. {REMEDY}")
    return metadata, arrays


def _check_origin(metadata: dict[str, str], encoder_hash: str, path: Path) -> None:
    if metadata["encoder"] != encoder_hash:
        raise ModelError(
            f"{path}: trained on another version of the encoder e5 ({metadata['encoder']}, this one is {encoder_hash})."
            " Install the versions in constraints.txt, or train it again."
        )
    if metadata["lower"] != str(LOWER):
        raise ModelError(f"{path}: it stands on {metadata['lower']} layers of e5, this version on {LOWER}. {REMEDY}")


def _network(arrays: Arrays, file: E5File, path: Path) -> tuple[FidelityNetwork, tuple[LayerReach, ...]]:
    found = (_LAYER.match(key) for key in arrays)
    count = 1 + max((int(match[1]) for match in found if match), default=-1)
    count = min(count, file.sizes.layers - LOWER)  # a layer too many is then a tensor that does not belong here
    network = FidelityNetwork([E5Layer(file, LOWER + i) for i in range(count)], file.sizes.hidden)
    wanted = {key: tuple(value.shape) for key, value in network.state_dict().items()}
    wanted |= {f"{REACH}.{i}.{part}": shape for i in range(count) for part, shape in _reach_shapes(file).items()}
    for key in sorted(wanted.keys() | arrays.keys()):
        if key not in arrays or key not in wanted:
            raise ModelError(f"{path}: {'lacks' if key in wanted else 'has an unknown tensor'} {key}. {REMEDY}")
        if arrays[key].shape != wanted[key]:
            raise ModelError(f"{path}: {key} has the shape {arrays[key].shape}, not {wanted[key]}. {REMEDY}")
        if not np.isfinite(arrays[key]).all():
            raise ModelError(f"{path}: {key} holds values that are no numbers. {REMEDY}")
    tensors = {key: torch.from_numpy(arrays[key].astype(np.float32)) for key in network.state_dict()}
    network.load_state_dict(tensors)
    parts = LayerReach.__slots__
    reach = tuple(LayerReach(*(arrays[f"{REACH}.{i}.{part}"] for part in parts)) for i in range(count))  # type: ignore[arg-type]
    return network.requires_grad_(False).eval(), reach


def _reach_shapes(file: E5File) -> dict[str, tuple[int, ...]]:
    hidden, wide = file.sizes.hidden, file.sizes.feed_forward
    return {"query_key_value": (hidden,), "attention_out": (hidden,), "widen": (hidden,), "narrow": (wide,)}
