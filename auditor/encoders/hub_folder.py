"""What a Hugging Face model folder says about how its sentence vectors are made; no torch here.

Read where present (sentence-transformers' layout): `modules.json` and the `Pooling` and `Dense` modules it lists,
`sentence_bert_config.json` (max_seq_length) and `config_sentence_transformers.json` (the default prompt).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor.errors import ModelError

WEIGHT_PATTERNS = ("*.safetensors", "pytorch_model*.bin")
SIDE_FILES = ("*.json", "*.txt", "*.model", "*/config.json", "*/model.safetensors", "*/pytorch_model.bin")
UNWANTED = ("onnx/*", "openvino/*", "coreml/*", "*.onnx", "*/*/*")


@dataclass(frozen=True, slots=True)
class HubRecipe:
    """How token states become one vector."""

    pooling: str = "mean"
    dense: tuple[Path, ...] = ()
    prompt: str = ""
    max_tokens: int | None = None


def find_folder(name: str) -> Path:
    """A local folder as it is; a hub id is downloaded, or taken from the hub's own cache when offline."""
    local = Path(name).expanduser()
    if local.is_dir():
        if not (local / "config.json").is_file():
            raise ModelError(
                f"{local}: no config.json there, so it is not a transformers model folder. Check the path."
            )
        return local
    if local.is_absolute() or name.startswith((".", "~")) or name.count("/") > 1:
        raise ModelError(f"{name}: no such folder. Give an existing model folder, a hub id, or `use`, `e5` or `auto`.")
    return _download(name)


def read_recipe(folder: Path) -> HubRecipe:
    """Pooling, dense modules, prompt and window of the model in `folder`; mean pooling where it says nothing."""
    pooling, dense = "mean", []
    for module in _json(folder / "modules.json", []):
        kind = str(module.get("type", "")).rpartition(".")[2]
        if kind == "Pooling":
            pooling = _pooling(folder / module["path"] / "config.json")
        elif kind == "Dense":
            dense.append(folder / module["path"])
        elif kind not in ("Transformer", "Normalize"):
            raise ModelError(f"{folder / 'modules.json'}: the module {kind} is not supported. Choose another encoder.")
    prompts = _json(folder / "config_sentence_transformers.json", {})
    prompt = (prompts.get("prompts") or {}).get(prompts.get("default_prompt_name"), "")
    return HubRecipe(
        pooling, tuple(dense), prompt, _json(folder / "sentence_bert_config.json", {}).get("max_seq_length")
    )


def model_files(folder: Path, recipe: HubRecipe) -> tuple[Path, ...]:
    """The files whose bytes decide the vectors: weights, configuration, vocabulary."""
    roots = (folder, *recipe.dense)
    patterns = (*WEIGHT_PATTERNS, "*.json", "*.txt", "*.model")
    found = {path for root in roots for pattern in patterns for path in root.glob(pattern) if path.is_file()}
    return tuple(sorted(found))


def _pooling(path: Path) -> str:
    config = _json(path, {})
    modes = [key.removeprefix("pooling_mode_") for key, on in config.items() if key.startswith("pooling_mode_") and on]
    known = {"mean_tokens": "mean", "cls_token": "cls", "max_tokens": "max"}
    if len(modes) != 1 or modes[0] not in known:
        wanted = ", ".join(modes) or "none"
        raise ModelError(
            f"{path}: pooling {wanted} is not supported, only one of mean, cls and max. Choose another encoder."
        )
    return known[modes[0]]


def _json(path: Path, otherwise: Any) -> Any:  # noqa: ANN401 - foreign configuration files
    if not path.is_file():
        return otherwise
    try:
        return json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise ModelError(f"{path}: not JSON ({error}). Download the model again.") from error


def _download(name: str) -> Path:
    for weights in WEIGHT_PATTERNS:
        folder = snapshot(name, [*SIDE_FILES, weights])
        if any(folder.glob(weights)):
            return folder
    raise ModelError(f"encoder {name}: the repository holds no safetensors or PyTorch weights. Choose another encoder.")


def snapshot(name: str, patterns: Sequence[str], what: str = "encoder", others: str = "`use`, `e5` or `auto`") -> Path:
    """The folder of a hub id with its files of these `patterns`, downloaded, or from the hub's cache when offline.

    ModelError, in which `what` is what was looked for and `others` what might be taken instead.
    """
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HfHubHTTPError, HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(name, allow_patterns=list(patterns), ignore_patterns=list(UNWANTED)))
    except HFValidationError as error:
        raise ModelError(f"{what} {name!r}: neither a folder nor a hub id. Use {others}.") from error
    except LocalEntryNotFoundError as error:
        raise ModelError(
            f"{what} {name}: not in the local hub cache, and huggingface.co cannot be reached. Go online once, or "
            f"give the path of a folder that holds the model, or use {others}."
        ) from error
    except (HfHubHTTPError, OSError) as error:
        reason = str(error).strip().splitlines()[0]
        raise ModelError(
            f"{what} {name}: the hub refused it ({reason}). Check the id and your access to it."
        ) from error
