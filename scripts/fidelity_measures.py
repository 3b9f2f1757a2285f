"""How well the network's figures agree with people's: correlations, MCC, ranking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from fidelity_batches import Example
from fidelity_designs import Lower
from fidelity_fit import pearson
from numpy.typing import NDArray

from auditor.fidelity.joint_input import laid_length
from auditor.fidelity.network import FidelityNetwork

Array = NDArray[np.float64]
CELLS = 4096


@dataclass(frozen=True, slots=True)
class Output:
    """Of one example: the three figures, and the log-odds of every token as laid."""

    figures: Array
    tokens: Array


def judge(network: FidelityNetwork, lower: Lower, examples: Sequence[Example]) -> list[Output]:
    """The network's word on each example, in order."""
    order = sorted(range(len(examples)), key=lambda i: -examples[i].length)
    found: dict[int, Output] = {}
    network.eval()
    at = 0
    while at < len(order):
        count = max(1, CELLS // laid_length(examples[order[at]].counterpart, examples[order[at]].translation))
        batch = order[at : at + count]
        at += count
        laid = lower([(examples[i].counterpart, examples[i].translation) for i in batch])
        with torch.inference_mode():
            judged = network(laid.states, laid.sides, laid.real)
        for row, i in enumerate(batch):
            tokens = judged.tokens[row, : examples[i].length].double().numpy()
            found[i] = Output(judged.figures[row].double().numpy(), tokens)
    return [found[i] for i in range(len(examples))]


def mcc(found: NDArray[np.bool_], true: NDArray[np.bool_]) -> float:
    """Matthews correlation of two yes-or-no answers."""
    a, b = found.astype(float), true.astype(float)
    return pearson(a.tolist(), b.tolist())


def best_mcc(scores: Array, true: NDArray[np.bool_]) -> tuple[float, float]:
    """(MCC, threshold) at the best of the 99 percentiles of `scores`."""
    cuts = np.unique(np.percentile(scores, np.arange(1, 100)))
    return max(((mcc(scores >= cut, true), float(cut)) for cut in cuts), default=(0.0, 0.0))


def by_dataset(examples: Sequence[Example], outputs: Sequence[Output]) -> dict[str, list[tuple[Example, Output]]]:
    """Examples with their outputs, by data set."""
    groups: dict[str, list[tuple[Example, Output]]] = defaultdict(list)
    for x, output in zip(examples, outputs, strict=True):
        groups[x.dataset].append((x, output))
    return dict(groups)


def summary(examples: Sequence[Example], outputs: Sequence[Output]) -> dict[str, float]:
    """Per data set: r (Pearson of quality), crit and words (MCC at the best threshold: an upper bound)."""
    found: dict[str, float] = {}
    for name, pairs in by_dataset(examples, outputs).items():
        rated = [(x.quality, o.figures[0]) for x, o in pairs if x.quality is not None]
        if rated:
            found[f"r {name}"] = pearson([a for a, _ in rated], [b for _, b in rated])
        votes = [(x.critical, o.figures[1]) for x, o in pairs if x.critical is not None]
        if votes:
            found[f"crit {name}"] = best_mcc(np.array([b for _, b in votes]), np.array([a > 0.5 for a, _ in votes]))[0]
        tokens = np.concatenate([_translation(x, x.tokens) for x, _ in pairs])
        scores = np.concatenate([_translation(x, o.tokens) for x, o in pairs])
        asked = ~np.isnan(tokens)
        if asked.any():
            found[f"words {name}"] = best_mcc(scores[asked], tokens[asked] >= 0.5)[0]
    return found


def _translation(x: Example, tokens: NDArray[np.floating]) -> NDArray[np.floating]:
    return tokens[len(x.counterpart) + 3 : -1]
