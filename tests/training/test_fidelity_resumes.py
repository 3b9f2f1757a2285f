"""A training that is stopped and goes on ends with the weights of one that ran through."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from fidelity_batches import Unit, example
from fidelity_rows import Row
from train_fidelity import Plan, Run, train

from auditor.encoders.e5 import E5Encoder
from auditor.fidelity.pair import TextPair

STEPS = 4
TEXTS = (
    ("Es regnet seit Montag.", "It has been raining since Monday."),
    ("Die Brücke bleibt gesperrt.", "The bridge stays closed."),
    ("Niemand wurde verletzt.", "Nobody was hurt."),
    ("Der Zug kam zu spät.", "The train was late."),
)


@pytest.fixture(scope="module")
def encoder() -> E5Encoder:
    return E5Encoder("cpu", 1)


@pytest.fixture(scope="module")
def units(encoder: E5Encoder) -> list[Unit]:
    rows = [Row(TextPair(a, b, "de", "en"), "x", quality=i - 1.5, words=(((0, 3),),)) for i, (a, b) in enumerate(TEXTS)]
    return [(found,) for row in rows if (found := example(row, encoder.tokenizer)) is not None]


def weights(out: Path, encoder: E5Encoder, units: list[Unit], stops: list[int | None]) -> dict[str, torch.Tensor]:
    """The averaged weights after a training that is begun anew, from its checkpoint, at every stop."""
    out.mkdir()
    for stop in stops:
        run = Run(Plan(out, "split-6-10", 4, STEPS, 2, 1000, 1e-3, batch=2, warm_up=1), encoder, ["x"])
        train(run, units, [], 1e9, stop)
    return run.average


def test_a_stopped_run_ends_like_one_that_was_not(tmp_path: Path, encoder: E5Encoder, units: list[Unit]) -> None:
    """Bit for bit, with one thread; and the weights did change."""
    through = weights(tmp_path / "a", encoder, units, [None])
    stopped = weights(tmp_path / "b", encoder, units, [1, 3, None])
    assert all(torch.equal(through[name], stopped[name]) for name in through)
    fresh = Run(Plan(tmp_path, "split-6-10", 4, STEPS, 2, 1000, 1e-3), encoder, ["x"]).average
    assert any(not torch.equal(through[name], fresh[name]) for name in through)
