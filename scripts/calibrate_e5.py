"""How far the activations of the bundled e5 reach: measured on real sentences, written for its int8 grids.

    python scripts/calibrate_e5.py --data PATH [--sentences 40]

Texts: TICO-19 (17 languages) and the sources and translations of MLQE-PE train (CC0 both), single sentences, runs of
eight joined, and a few strings that are no sentences. Written to `models/e5-int8/reach.npz`.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from corpora import read_json_lines, read_lines
from torch import Tensor, nn
from torch.utils.hooks import RemovableHandle

from auditor.config import models_folder
from auditor.config.manifest import state_model_file
from auditor.encoders.batching import batches_by_length
from auditor.encoders.e5 import E5Encoder
from auditor.encoders.e5_layers import E5Layers
from auditor.encoders.e5_reach import FILE

PARTS = ("query_key_value", "attention_out", "widen", "narrow")
JOINED = 8
ODD = (
    "", "1", "…", "A", "😀😀😀", "https://example.org/a/b?c=1&d=2#e", "<div class='x'>&nbsp;</div>", "0 1 2 3 4 5",
    "ALL CAPITALS AND NOTHING ELSE!!!", "\u200b\u200f", "— — — —", "def f(x): return x ** 2", "ħʡʢ ᚠᚢᚦ 𐍈", "a" * 300,
)  # fmt: skip


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--sentences", type=int, default=40, help="of each file and side")
    arguments = parser.parse_args()
    texts = list(_texts(arguments.data, arguments.sentences))
    reach = _reach(E5Encoder("cpu", precision="fp32"), texts)
    target = models_folder() / FILE
    np.savez_compressed(target, **reach)
    state_model_file(FILE, models_folder())
    print(f"{target}: {len(texts)} texts")
    for part, rows in reach.items():
        print(f"{part}: farthest channel of each layer {np.round(rows.max(axis=1), 1).tolist()}")


def _texts(data: Path, count: int) -> Iterator[str]:
    yield from ODD
    for sentences in _sides(data, count):
        yield from sentences
        yield " ".join(sentences[:JOINED])
        yield " ".join(sentences)


def _sides(data: Path, count: int) -> Iterator[list[str]]:
    for path in sorted((data / "tico19").glob("en-*.tsv.gz")):
        rows = [row for line in read_lines(path) if len(row := line.split("\t")) == 2]
        for side in (0, 1):
            yield [row[side] for row in rows[side :: len(rows) // count]][:count]
    for path in sorted((data / "mlqe-pe").glob("*.train.jsonl.gz")):
        objects = list(islice(read_json_lines(path), count))
        yield [row["source"] for row in objects]
        yield [row["translation"] for row in objects]


def _reach(encoder: E5Encoder, texts: list[str]) -> dict[str, np.ndarray]:
    seen: dict[tuple[str, int], Tensor] = {}
    layers = encoder.layers
    assert isinstance(layers, E5Layers)
    for i, layer in enumerate(layers.layers):
        for part in PARTS:
            watch(getattr(layer, part), (part, i), seen)
    runs = [ids for _, ids in encoder._runs(texts)]
    by_length = defaultdict(list)
    for run in runs:
        by_length[len(run)].append(run)  # equal lengths only: no padding is watched
    with torch.inference_mode():
        for same in by_length.values():
            for batch in batches_by_length([len(run) for run in same], 2048):
                layers.packed_states([same[i] for i in batch])
    return {part: torch.stack([seen[part, i] for i in range(len(layers.layers))]).numpy() for part in PARTS}


def watch(module: nn.Module, key: tuple[str, int], seen: dict[tuple[str, int], Tensor]) -> RemovableHandle:
    """Note in `seen` the largest magnitude of each channel that enters `module`, from now on."""

    def note(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
        top = inputs[0].abs().flatten(0, -2).amax(dim=0)
        seen[key] = torch.maximum(seen[key], top) if key in seen else top

    return module.register_forward_pre_hook(note)


if __name__ == "__main__":
    main()
