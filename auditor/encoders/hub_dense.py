"""A `Dense` module of a sentence-transformers folder: one linear layer and its activation."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from torch import nn

from auditor.errors import ModelError

ACTIVATIONS: dict[str, type[nn.Module]] = {"Tanh": nn.Tanh, "Identity": nn.Identity, "ReLU": nn.ReLU, "GELU": nn.GELU}


def load_dense(folder: Path) -> nn.Sequential:
    """Read `config.json` and the weights in `folder`; float32, evaluation mode."""
    config = json.loads((folder / "config.json").read_text("utf-8"))
    activation = str(config.get("activation_function", "Identity")).rpartition(".")[2]
    if activation not in ACTIVATIONS:
        raise ModelError(f"{folder / 'config.json'}: the activation {activation} is not supported.")
    linear = nn.Linear(config["in_features"], config["out_features"], bias=config.get("bias", True))
    state = {key.removeprefix("linear."): value.float() for key, value in _weights(folder).items()}
    try:
        linear.load_state_dict(state)
    except RuntimeError as error:
        raise ModelError(f"{folder}: the weights do not fit its config.json. Download the model again.") from error
    return nn.Sequential(linear, ACTIVATIONS[activation]()).eval().requires_grad_(False)


def _weights(folder: Path) -> dict[str, torch.Tensor]:
    safe, pickled = folder / "model.safetensors", folder / "pytorch_model.bin"
    if safe.is_file():
        from safetensors.torch import load_file

        return load_file(safe)
    if pickled.is_file():
        loaded: dict[str, torch.Tensor] = torch.load(pickled, map_location="cpu", weights_only=True)
        return loaded
    raise ModelError(f"{folder}: neither model.safetensors nor pytorch_model.bin is there. Download the model again.")
