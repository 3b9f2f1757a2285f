"""Write a trained fidelity network into a model folder, with the reach of its activations for int8.

    python scripts/export_fidelity.py --checkpoint FILE --out models/fidelity-joint --data PATH [--name joint-1]

The reach is measured on TICO-19 (17 languages) and MLQE-PE train (CC0 both), both ways: pairs, runs of eight joined,
pairs that do not belong together, texts against themselves, and a few strings that are no sentences.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from calibrate_e5 import JOINED, ODD, PARTS, watch
from corpora import read_json_lines, read_lines
from torch import Tensor

from auditor.encoders.e5 import E5Encoder
from auditor.encoders.e5_layers import E5Layer
from auditor.encoders.e5_reach import LayerReach
from auditor.fidelity.joint_input import LOWER, lay
from auditor.fidelity.joint_store import save_joint
from auditor.fidelity.joint_windows import WHOLE
from auditor.fidelity.network import FidelityNetwork

TextPair = tuple[str, str]
"""(counterpart, translation)."""


def main() -> None:
    """Read, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--checkpoint", type=Path, required=True, action="append", help="of several the mean is taken")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--name", default="joint-1")
    parser.add_argument("--pairs", type=int, default=16, help="of each file")
    arguments = parser.parse_args()
    encoder = E5Encoder("cpu", precision="fp32")
    network = network_of(mean_of(arguments.checkpoint), encoder)
    pairs = list(_pairs(arguments.data, arguments.pairs))
    reach = measured_reach(network, encoder, pairs)
    save_joint(network, reach, {"encoder": encoder.fitted_hash, "name": arguments.name}, arguments.out)
    print(f"{arguments.out}: {len(network.layers)} layers, reach from {len(pairs)} pairs")
    for part in PARTS:
        print(f"{part}: farthest channel of each layer {[round(float(getattr(x, part).max()), 1) for x in reach]}")


def mean_of(checkpoints: list[Path]) -> dict[str, Tensor]:
    """The mean of their averaged weights: the middle between two stages keeps what either learnt."""
    states = [torch.load(path, weights_only=True)["average"] for path in checkpoints]
    return {name: torch.stack([state[name] for state in states]).mean(dim=0) for name in states[0]}


def network_of(state: dict[str, Tensor], encoder: E5Encoder) -> FidelityNetwork:
    """The network with these tensors, in evaluation mode."""
    count = 1 + max(int(name.split(".")[1]) for name in state if name.startswith("layers."))
    network = FidelityNetwork([E5Layer(encoder.file, LOWER + i) for i in range(count)], encoder.dimensions)
    network.load_state_dict(state)
    return network.requires_grad_(False).eval()


def measured_reach(network: FidelityNetwork, encoder: E5Encoder, pairs: list[TextPair]) -> list[LayerReach]:
    """Largest magnitudes at the inputs of each layer's products; pair by pair, so that no padding is watched."""
    seen: dict[tuple[str, int], Tensor] = {}
    handles = [watch(getattr(x, part), (part, i), seen) for i, x in enumerate(network.layers) for part in PARTS]
    with torch.inference_mode():
        for counterpart, translation in pairs:
            theirs, ours = encoder.tokenizer.ids([counterpart, translation])
            laid = lay(encoder, [(theirs[:WHOLE], ours[:WHOLE])])
            network(laid.states, laid.sides, laid.real)
    for handle in handles:
        handle.remove()
    found = [{part: seen[part, i].numpy().astype(np.float32) for part in PARTS} for i in range(len(network.layers))]
    return [LayerReach(**parts) for parts in found]


def _pairs(data: Path, count: int) -> Iterator[TextPair]:
    yield from zip(ODD, reversed(ODD), strict=True)
    for sources, targets in _sides(data, count):
        yield from zip(sources[::2], targets[::2], strict=True)
        yield from zip(targets[1::2], sources[1::2], strict=True)
        yield " ".join(sources[:JOINED]), " ".join(targets[:JOINED])
        yield sources[0], targets[1]
        yield targets[0], targets[0]


def _sides(data: Path, count: int) -> Iterator[tuple[list[str], list[str]]]:
    for path in sorted((data / "tico19").glob("en-*.tsv.gz")):
        rows = [row for line in read_lines(path) if len(row := line.split("\t")) == 2]
        rows = rows[:: max(1, len(rows) // count)][:count]
        yield [row[0] for row in rows], [row[1] for row in rows]
    for path in sorted((data / "mlqe-pe").glob("*.train.jsonl.gz")):
        objects = [row for _, row in zip(range(count), read_json_lines(path), strict=False)]
        yield [row["source"] for row in objects], [row["translation"] for row in objects]


if __name__ == "__main__":
    main()
