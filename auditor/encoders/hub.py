"""Any Hugging Face id or local folder as an encoder, through transformers, in float32."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from auditor.encoders.batching import batches_by_length, encode_distinct, normalised, well_formed
from auditor.encoders.device import resolve_device, set_threads
from auditor.encoders.fingerprint import fingerprint
from auditor.encoders.hub_folder import HubRecipe, find_folder, model_files, read_recipe
from auditor.encoders.protocol import Vectors
from auditor.errors import ModelError

if TYPE_CHECKING:
    from torch import Tensor

BATCH_CELLS = {"cpu": 1024, "cuda": 16384}
DEFAULT_WINDOW = 512
"""Tokens a window, special ones included, where neither the model nor its tokenizer sets a limit."""


class HubEncoder:
    """Mean, cls or max pooling and dense layers as the folder says; mean over all tokens where it says nothing.

    A text longer than the model's window is read in several; their vectors are averaged, weighted by tokens.
    """

    languages: frozenset[str] | None = None

    def __init__(self, name: str, device: str = "auto", threads: int | None = None) -> None:
        self.folder = find_folder(name)
        self.name = self.folder.name if Path(name).expanduser().is_dir() else name
        self.recipe: HubRecipe = read_recipe(self.folder)
        self.device = resolve_device(device)
        self._threads = threads
        config = json.loads((self.folder / "config.json").read_text("utf-8"))
        self._hidden = config.get("hidden_size") or config.get("dim") or config.get("d_model")
        if not isinstance(self._hidden, int):
            raise ModelError(f"{self.folder / 'config.json'}: it names no hidden_size. Choose a text encoder.")

    @cached_property
    def dimensions(self) -> int:
        """Width of the last dense layer, or of the model."""
        if not self.recipe.dense:
            return int(self._hidden)
        return int(json.loads((self.recipe.dense[-1] / "config.json").read_text("utf-8"))["out_features"])

    @cached_property
    def model_hash(self) -> str:
        """Over all bytes of weights, configuration and vocabulary."""
        return fingerprint(model_files(self.folder, self.recipe), f"hub|{self.recipe.pooling}|{self.recipe.prompt}|v1")

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Shape (len(texts), dimensions), rows L2-normalised."""
        return encode_distinct(texts, self.dimensions, self._encode)

    def count_tokens(self, text: str) -> int:
        """Tokens of `text`, without prompt and special tokens."""
        return len(
            self._tokenizer(well_formed(text), add_special_tokens=False, truncation=False, verbose=False)["input_ids"]
        )

    @cached_property
    def _tokenizer(self) -> Any:  # noqa: ANN401 - transformers' classes depend on the folder
        from transformers import AutoTokenizer

        tokenizer = _loaded(self.folder, "tokenizer", lambda path: AutoTokenizer.from_pretrained(path, **_OFFLINE))
        if not tokenizer.is_fast:
            raise ModelError(
                f"{self.folder}: its tokenizer has no fast form, which windows need. Choose another encoder."
            )
        return tokenizer

    @cached_property
    def _model(self) -> Any:  # noqa: ANN401
        import torch
        from transformers import AutoModel

        set_threads(self._threads)
        options = {"dtype": torch.float32, "output_loading_info": True, **_OFFLINE}
        model, info = _loaded(self.folder, "model", lambda path: AutoModel.from_pretrained(path, **options))
        absent = sorted(key for key in info["missing_keys"] if not key.startswith("pooler."))
        if absent:  # transformers would fill them with random numbers; the pooler is never asked
            raise ModelError(
                f"{self.folder}: its weights lack {absent[0]}, so it is not this model. Download it again."
            )
        return model.to(self.device).eval()

    @cached_property
    def _dense(self) -> list[Any]:
        from auditor.encoders.hub_dense import load_dense

        return [load_dense(folder).to(self.device) for folder in self.recipe.dense]

    @cached_property
    def _window(self) -> int:
        config = self._model.config
        positions = getattr(config, "max_position_embeddings", None)
        if positions and getattr(config, "model_type", "") in ("roberta", "xlm-roberta", "camembert"):
            positions -= 2  # positions start after the padding id there
        limits = (self.recipe.max_tokens, self._tokenizer.model_max_length, positions)
        known = [int(limit) for limit in limits if limit and limit < 10**6]
        return min(known, default=DEFAULT_WINDOW)

    def _encode(self, texts: list[str]) -> Vectors:
        runs = self._tokenizer(
            [self.recipe.prompt + text for text in texts],
            truncation=True,
            max_length=self._window,
            return_overflowing_tokens=True,
            return_attention_mask=False,
        )
        owners, ids = runs["overflow_to_sample_mapping"], runs["input_ids"]
        sums = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for batch in batches_by_length([len(run) for run in ids], BATCH_CELLS[self.device]):
            rows = self._vectors([ids[i] for i in batch])
            weights = np.array([len(ids[i]) for i in batch], dtype=np.float32)
            np.add.at(sums, [owners[i] for i in batch], rows * weights[:, None])
        return normalised(sums)

    def _vectors(self, runs: list[list[int]]) -> Vectors:
        import torch

        batch = self._tokenizer.pad({"input_ids": runs}, return_tensors="pt").to(self.device)
        with torch.inference_mode():
            states = self._model(**batch).last_hidden_state
            pooled = _pool(states, batch["attention_mask"], self.recipe.pooling)
            for layer in self._dense:
                pooled = layer(pooled)
        vectors: Vectors = pooled.cpu().numpy()
        return vectors


_OFFLINE: dict[str, bool] = {"local_files_only": True, "trust_remote_code": False}


def _loaded(folder: Path, what: str, load: Any) -> Any:  # noqa: ANN401
    from pickle import UnpicklingError

    from safetensors import SafetensorError

    try:
        return load(str(folder))
    except (OSError, ValueError, ImportError, KeyError, RuntimeError, SafetensorError, UnpicklingError) as error:
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise ModelError(
            f"{folder}: transformers cannot load the {what} ({reason}). Check the folder or choose another encoder."
        ) from error


def _pool(states: Tensor, mask: Tensor, mode: str) -> Tensor:
    real = mask[:, :, None].to(states.dtype)
    if mode == "cls":
        return states[:, 0]
    if mode == "max":
        return states.masked_fill(real == 0, float("-inf")).amax(dim=1)
    return (states * real).sum(dim=1) / real.sum(dim=1)
