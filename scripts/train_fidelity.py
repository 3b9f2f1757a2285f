"""Train the fidelity network; a run that is stopped goes on from its last checkpoint when started again.

    python scripts/train_fidelity.py --data PATH --out FOLDER [--sources mlqe,critical,…] [--design split-6-12]
                                     [--pairs N] [--steps N] [--cool N] [--start CHECKPOINT] [--leave-out en-de]

Checkpoints, the log and the learning curve lie in FOLDER, outside the repository. The order of the examples and the
dropout are functions of seed and step alone.
"""

from __future__ import annotations

import argparse
import json
import random
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import FrameType
from typing import Any

import torch
from fidelity_batches import Example, Unit, batches
from fidelity_designs import DESIGNS, Lower
from fidelity_losses import Nuisances, losses
from fidelity_measures import judge, summary
from fidelity_mixture import DEV, MIXTURES, development_examples, training_units
from safetensors.torch import load_file

from auditor.encoders.e5 import E5Encoder
from auditor.fidelity.joint_store import REACH
from auditor.fidelity.network import FidelityNetwork

BATCH = 32
PEAK_RATE = 2e-4
HEAD_FACTOR = 3.0
"""Heads start from nothing and learn faster."""
WARM_UP = 150
DECAY = 0.01
DROP = 0.1
AVERAGE = 0.997
"""Weights are averaged over about the last 1 / (1 - this) steps; the average is what is measured and kept."""
CLIP = 1.0
EVERY_S = 180
"""Seconds between checkpoints."""


@dataclass(frozen=True)
class Plan:
    """One training run."""

    out: Path
    design: str
    seed: int
    steps: int
    """All steps of the run."""
    cool: int
    """Steps at the end over which the learning rate falls to nothing."""
    measure_every: int
    rate: float
    batch: int = BATCH
    warm_up: int = WARM_UP


class Run:
    """Network, nuisances, optimiser and the average, at a step."""

    def __init__(self, plan: Plan, encoder: E5Encoder, datasets: list[str]) -> None:
        torch.manual_seed(plan.seed)
        design = DESIGNS[plan.design]
        self.plan = plan
        self.lower = Lower(design, encoder)
        self.network = design.network(encoder).requires_grad_(True)
        self.nuisances = Nuisances(datasets)
        heads = [p for name, p in self.network.named_parameters() if not name.startswith("layers.")]
        groups = [
            {"params": list(self.network.layers.parameters()), "factor": 1.0},
            {"params": heads, "factor": HEAD_FACTOR},
            {"params": list(self.nuisances.parameters()), "factor": 10 * HEAD_FACTOR, "weight_decay": 0.0},
        ]
        self.optimiser = torch.optim.AdamW(groups, lr=plan.rate, weight_decay=DECAY, betas=(0.9, 0.98), fused=True)
        self.average = {name: p.detach().clone() for name, p in self.network.state_dict().items()}
        self.step = 0

    def learn(self, units: list[Unit]) -> dict[str, float]:
        """One step; the losses by name."""
        examples = [x for unit in units for x in unit]
        torch.manual_seed(self.plan.seed * 1_000_003 + self.step)
        self.network.train()
        laid = self.lower([(x.counterpart, x.translation) for x in examples])
        states = laid.states.clone()  # what comes out of inference cannot be differentiated through
        judged = self.network(states, laid.sides, laid.real, DROP)
        rated = self.nuisances(judged, laid.sides, [x.dataset for x in examples])
        parts = losses(judged, rated, laid.sides, examples)
        self.optimiser.zero_grad(set_to_none=True)
        torch.stack(list(parts.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), CLIP)
        for group in self.optimiser.param_groups:
            group["lr"] = self.plan.rate * group["factor"] * self._share()
        self.optimiser.step()
        self.step += 1
        keep = min(AVERAGE, (self.step + 1) / (self.step + 10))
        with torch.no_grad():
            for name, value in self.network.state_dict().items():
                self.average[name].lerp_(value, 1 - keep)
        return {name: float(loss.detach()) for name, loss in parts.items()}

    def averaged(self) -> FidelityNetwork:
        """A network with the averaged weights."""
        network = DESIGNS[self.plan.design].network(self.lower.encoder)
        network.load_state_dict(self.average)
        return network.eval()

    def save(self, path: Path) -> None:
        """All that going on needs; the file is replaced whole."""
        state = {
            "step": self.step,
            "network": self.network.state_dict(),
            "nuisances": self.nuisances.state_dict(),
            "datasets": list(self.nuisances.places),
            "optimiser": self.optimiser.state_dict(),
            "average": self.average,
        }
        torch.save(state, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)

    def load(self, path: Path) -> None:
        """Go on from `path`."""
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.nuisances.load_state_dict(state["nuisances"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.average = state["average"]
        self.step = state["step"]

    def start_from(self, path: Path) -> None:
        """Take the averaged weights of another run, or shipped ones; the optimiser starts anew."""
        state = shipped_weights(path) if path.suffix == ".safetensors" else torch.load(path, weights_only=True)
        self.network.load_state_dict({**self.network.state_dict(), **state["average"]})  # what it lacks starts anew
        self.average = {name: p.detach().clone() for name, p in self.network.state_dict().items()}
        for name, place in self.nuisances.places.items():
            if name in state["datasets"]:
                old = state["datasets"].index(name)
                with torch.no_grad():
                    for key, value in self.nuisances.named_parameters():
                        value[place] = state["nuisances"][key][old]

    def _share(self) -> float:
        """Of the peak learning rate at this step: rising, level, falling to nothing along a straight line."""
        return min(1.0, (self.step + 1) / self.plan.warm_up, (self.plan.steps - self.step) / max(1, self.plan.cool))


def shipped_weights(path: Path) -> dict[str, Any]:
    """The tensors of a model folder's `weights.safetensors` as a checkpoint without nuisances."""
    tensors = load_file(path)
    average = {name: value.float() for name, value in tensors.items() if not name.startswith(f"{REACH}.")}
    return {"average": average, "datasets": []}


def endless(units: list[Unit], size: int, seed: int) -> Iterator[list[Unit]]:
    """Batches of epoch after epoch."""
    epoch = 0
    while True:
        yield from batches(units, size, seed, epoch)
        epoch += 1


def train(run: Run, units: list[Unit], dev: list[Example], limit_s: float, stop_at: int | None) -> None:
    """Steps until the plan's end, the limit or a signal; checkpoints, log and curve on the way."""
    plan, checkpoint = run.plan, run.plan.out / "checkpoint.pt"
    if checkpoint.exists():
        run.load(checkpoint)
    stop: list[int] = []

    def ask_to_stop(number: int, frame: FrameType | None) -> None:
        stop.append(number)

    signal.signal(signal.SIGTERM, ask_to_stop)
    started = saved = time.monotonic()
    first, seen, totals = run.step, 0, {}
    for batch in islice(endless(units, plan.batch, plan.seed), run.step, stop_at or plan.steps):
        for name, loss in run.learn(batch).items():
            totals[name] = totals.get(name, 0.0) + loss
        seen += sum(map(len, batch))
        now = time.monotonic()
        if run.step % 100 == 0:
            means = " ".join(f"{name} {total / 100:.3f}" for name, total in sorted(totals.items()))
            rate = seen / (now - started)
            _log(plan.out, f"step {run.step} of {plan.steps}: {means}; {rate:.1f} pairs/s")
            totals = {}
        if run.step % plan.measure_every == 0 or run.step == plan.steps:
            measured(run, dev)
        if now - saved > EVERY_S or run.step == plan.steps or stop:
            run.save(checkpoint)
            saved = now
        if stop or now - started > limit_s:
            run.save(checkpoint)
            break
    _log(plan.out, f"stopped at step {run.step}, {run.step - first} of them in {time.monotonic() - started:.0f} s")


def measured(run: Run, dev: list[Example]) -> None:
    """Write the averaged network's figures on the development sample to the curve."""
    found = summary(dev, judge(run.averaged(), run.lower, dev))
    with (run.plan.out / "curve.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps({"step": run.step, **{k: round(v, 4) for k, v in found.items()}}) + "\n")
    means = {kind: [v for k, v in found.items() if k.startswith(f"{kind} ")] for kind in ("r mlqe", "crit", "words")}
    shown = {kind: [v for k, v in found.items() if k.startswith(kind)] for kind in means}
    _log(run.plan.out, f"step {run.step}: " + ", ".join(f"{k} {sum(v) / len(v):.3f}" for k, v in shown.items() if v))


def _log(out: Path, line: str) -> None:
    print(line, flush=True)
    with (out / "log.txt").open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def main() -> None:
    """Read the data, go on or start, train."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--sources", default=",".join(MIXTURES["broad"]))
    parser.add_argument("--mixture", choices=sorted(MIXTURES), default="broad")
    parser.add_argument("--warm-up", type=int, default=WARM_UP)
    parser.add_argument("--design", choices=sorted(DESIGNS), default="split-6-12")
    parser.add_argument("--pairs", type=int, help="train on so many rows, drawn by the seed")
    parser.add_argument("--steps", type=int, help="one pass over the rows unless given")
    parser.add_argument("--cool", type=int, help="last steps over which the rate falls; all of them unless given")
    parser.add_argument("--leave-out", help="a language pair of MLQE-PE")
    parser.add_argument("--start", type=Path, help="checkpoint, or weights.safetensors, to start from")
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--stop-at", type=int, help="stop after this step; the rate falls as for the whole run")
    parser.add_argument("--batch", type=int, default=BATCH)
    parser.add_argument("--rate", type=float, default=PEAK_RATE)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--measure-every", type=int, default=500)
    parser.add_argument("--limit-s", type=float, default=1e9)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(args.threads)
    encoder = E5Encoder("cpu", args.threads)
    units = training_units(args.data, args.mixture, args.sources.split(","), encoder, args.seed, args.leave_out)
    if args.pairs:
        random.Random(args.seed).shuffle(units)
        units = units[: args.pairs]
    dev = development_examples(args.data, encoder)
    datasets = sorted({x.dataset for unit in units for x in unit})
    steps = args.steps or len(batches(units, args.batch, args.seed, 0))
    cool = args.cool or steps
    plan = Plan(args.out, args.design, args.seed, steps, cool, args.measure_every, args.rate, args.batch, args.warm_up)
    _log(args.out, f"{len(units)} units, {sum(map(len, units))} pairs, {len(dev)} for measuring, {steps} steps; {DEV}")
    run = Run(plan, encoder, datasets)
    if args.start and not (args.out / "checkpoint.pt").exists():
        run.start_from(args.start)
    train(run, units, dev, args.limit_s, args.stop_at)


if __name__ == "__main__":
    main()
