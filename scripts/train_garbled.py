"""Trains the detector of word salad on token states of e5, and writes `models/garbled`.

    python scripts/train_garbled.py --data PATH [--out models] [--each 600] [--epochs 6] [--seed 7]

`--each`: sentences of a language, three times as many English ones, twice as many German and Chinese ones.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from garbled_rows import Row, rows, sentences
from numpy.typing import NDArray
from torch.nn.functional import binary_cross_entropy_with_logits
from torch.nn.utils.rnn import pad_sequence

from auditor.encoders.batching import batches_by_length
from auditor.encoders.e5 import E5Encoder
from auditor.fidelity.joint_input import LOWER
from auditor.fidelity.order import OrderNetwork
from auditor.fidelity.order_store import save_order
from auditor.fidelity.pieces import Pieced

WIDTH = 96
MORE = {"en": 3, "de": 2, "zh": 2}
LONGEST = 300
"""Pieces of a sentence that are read."""
CELLS, BATCH = 4096, 64
RATE, WARM_UP, DECAY, DROP, NOISE = 1.5e-3, 50, 0.03, 0.15, 0.03
PIECES = 0.7
"""Weight of the pieces' loss beside that of the sentences."""
AVERAGED = 0.2
"""Share of the steps, the last ones, over which weights are averaged."""


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence as the network sees it."""

    states: NDArray[np.float16]
    displaced: NDArray[np.float32]
    garbled: bool


def cases(encoder: E5Encoder, found: Sequence[Row]) -> list[Case]:
    """The states of all rows, in order."""
    pieced = [Pieced.of(row.text, encoder.tokenizer) for row in found]
    tokenizer, first = encoder.tokenizer, 1 + len(encoder.prefix)
    runs = [[tokenizer.bos, *encoder.prefix, *text.ids[:LONGEST], tokenizer.eos] for text in pieced]
    made: dict[int, Case] = {}
    for batch in batches_by_length([len(run) for run in runs], CELLS):
        with torch.inference_mode():
            states = encoder.layers.packed_states([runs[i] for i in batch], LOWER).cpu().numpy()
        for i, end in zip(batch, np.cumsum([len(runs[i]) for i in batch]).tolist(), strict=True):
            own = states[end - len(runs[i]) + first : end - 1].astype(np.float16)
            made[i] = Case(own, _displaced(found[i], pieced[i]), found[i].garbled)
    return [made[i] for i in range(len(found)) if len(made[i].states)]


def _displaced(row: Row, text: Pieced) -> NDArray[np.float32]:
    marked = [(start, end) for start, end, displaced in row.spans if displaced]
    flags = [any(a < end and start < b for start, end in marked) for a, b in text.spans[:LONGEST]]
    return np.array(flags, dtype=np.float32)


def drawn(data: Path, each: int, rng: random.Random, encoder: E5Encoder) -> Iterator[Row]:
    """The rows of all languages."""

    def pieces(text: str) -> list[str]:
        return [text[a:b] for a, b in Pieced.of(text, encoder.tokenizer).spans if b > a]

    for language, texts in sentences(data).items():
        chosen = rng.sample(texts, min(len(texts), each * MORE.get(language, 1)))
        yield from rows(chosen, language, pieces if language == "zh" else None, rng)


def batches(known: Sequence[Case], rng: random.Random) -> list[list[Case]]:
    """Sentences of similar length together, in random order."""
    order = sorted(known, key=lambda case: len(case.states) + rng.uniform(0, 4))
    found = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
    rng.shuffle(found)
    return found


def loss_of(network: OrderNetwork, batch: Sequence[Case]) -> torch.Tensor:
    """Of sentences and pieces."""
    states = pad_sequence([torch.from_numpy(case.states.astype(np.float32)) for case in batch], batch_first=True)
    displaced = pad_sequence([torch.from_numpy(case.displaced) for case in batch], batch_first=True)
    real = torch.arange(states.shape[1]) < torch.tensor([len(case.states) for case in batch])[:, None]
    pieces, texts = network(states + NOISE * torch.randn_like(states), real, DROP)
    garbled = torch.tensor([float(case.garbled) for case in batch])
    own = binary_cross_entropy_with_logits(texts, garbled)
    return own + PIECES * binary_cross_entropy_with_logits(pieces[real], displaced[real])


def train(network: OrderNetwork, known: Sequence[Case], epochs: int, rng: random.Random) -> None:
    """Adjusts the network, which ends with the mean of its last weights."""
    optimizer = torch.optim.AdamW(network.parameters(), RATE, weight_decay=DECAY)
    steps, done, averaged = epochs * -(-len(known) // BATCH), 0, 0
    mean = {key: torch.zeros_like(value) for key, value in network.state_dict().items()}
    for epoch in range(epochs):
        total = 0.0
        for batch in batches(known, rng):
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1.0, (done + 1) / WARM_UP) * max(0.02, 1 - done / steps)
            loss = loss_of(network, batch)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            total, done = total + loss.item(), done + 1
            if done > steps * (1 - AVERAGED):
                averaged += 1
                for key, value in network.state_dict().items():
                    mean[key] += (value - mean[key]) / averaged
        print(f"epoch {epoch + 1}: loss {total * BATCH / len(known):.3f}", flush=True)
    network.load_state_dict(mean)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=Path("models"))
    parser.add_argument("--each", type=int, default=600)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    torch.manual_seed(args.seed)
    encoder = E5Encoder("cpu")
    known = cases(encoder, list(drawn(args.data, args.each, rng, encoder)))
    network = OrderNetwork(encoder.dimensions, WIDTH)
    print(f"{len(known)} sentences, {sum(value.numel() for value in network.parameters())} weights", flush=True)
    train(network, known, args.epochs, rng)
    save_order(network, encoder.fitted_hash, args.out)


if __name__ == "__main__":
    main()
