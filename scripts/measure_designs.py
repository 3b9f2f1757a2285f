"""Compare designs of the fidelity network trained on the same pairs: agreement with people, and cost.

    python scripts/train_fidelity.py --data PATH --out FOLDER --sources mlqe --pairs 20000 --design DESIGN   # for each
    python scripts/measure_designs.py --data PATH --run split-6-12=FOLDER --run cross-12=FOLDER2 [--rows 1000]

Pearson on MLQE-PE test20, or on one pair that was left out of training. Cost: pairs a second of all runs on the same
batches, in turns, fp32 throughout; for the split design with the lower layers and with the lower layers known.
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import torch
from fidelity_batches import Example, example
from fidelity_data import MLQE_PAIRS
from fidelity_designs import DESIGNS, Lower
from fidelity_fit import pearson
from fidelity_measures import judge
from fidelity_rows import mlqe_rows

from auditor.encoders.e5 import E5Encoder
from auditor.fidelity.network import FidelityNetwork

ROUNDS = 5
TIMED = 256
"""Pairs of the timing, in batches of 16 of similar length."""


@dataclass(frozen=True)
class Trained:
    """A design with the weights of a run."""

    name: str
    network: FidelityNetwork
    lower: Lower


def trained(spec: str, encoder: E5Encoder) -> Trained:
    """From `DESIGN=FOLDER`."""
    name, _, folder = spec.partition("=")
    design = DESIGNS[name]
    network = design.network(encoder)
    network.load_state_dict(torch.load(Path(folder) / "checkpoint.pt", weights_only=True)["average"])
    return Trained(name, network.eval(), Lower(design, encoder))


def agreement(run: Trained, data: Path, pairs: list[str], rows: int) -> str:
    """Pearson of every pair and their mean."""
    found = {}
    for pair in pairs:
        examples = [example(row, run.lower.encoder.tokenizer) for row in mlqe_rows(data, pair, "test20")[:rows]]
        kept = [x for x in examples if x is not None]
        outputs = judge(run.network, run.lower, kept)
        found[pair] = pearson([o.figures[0] for o in outputs], [x.quality or 0.0 for x in kept])
    shown = ", ".join(f"{pair} {value:.3f}" for pair, value in found.items())
    return f"{run.name}: mean {sum(found.values()) / len(found):.3f}; {shown}"


def costs(runs: list[Trained], examples: list[Example]) -> list[str]:
    """Median pairs a second, in turns."""
    ordered = sorted(examples, key=lambda x: x.length)[:TIMED]
    batches = [[(x.counterpart, x.translation) for x in ordered[i : i + 16]] for i in range(0, len(ordered), 16)]
    known = {run.name: [run.lower(batch) for batch in batches] for run in runs}
    rates: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for run in runs:
            for name, below in ((run.name, False), (f"{run.name}, lower layers known", True)):
                started = time.perf_counter()
                with torch.inference_mode():
                    for batch, laid in zip(batches, known[run.name], strict=True):
                        found = laid if below else run.lower(batch)
                        run.network(found.states, found.sides, found.real)
                rates.setdefault(name, []).append(len(ordered) / (time.perf_counter() - started))
    return [f"{name}: {median(values):.1f} pairs/s" for name, values in rates.items()]


def main() -> None:
    """Print agreement and cost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", action="append", required=True, metavar="DESIGN=FOLDER")
    parser.add_argument("--pair", choices=MLQE_PAIRS, help="only this pair, left out of training")
    parser.add_argument("--rows", type=int, default=1000)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    encoder = E5Encoder("cpu", args.threads, "fp32")
    runs = [trained(spec, encoder) for spec in args.run]
    pairs = [args.pair] if args.pair else list(MLQE_PAIRS)
    for run in runs:
        print(agreement(run, args.data, pairs, args.rows), flush=True)
    rows = [row for pair in MLQE_PAIRS for row in mlqe_rows(args.data, pair, "dev")[:40]]
    examples = [x for row in rows if (x := example(row, encoder.tokenizer)) is not None]
    print(*costs(runs, examples), sep="\n")


if __name__ == "__main__":
    main()
