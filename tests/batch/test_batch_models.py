"""Tables before the models, and arithmetic in 16 bits through a seam that needs no graphics card."""

from __future__ import annotations

import numpy as np
import pytest

from auditor.batch.halved_scorer import HalvedScorer
from auditor.batch.halving import Halving
from auditor.batch.meter import Meter
from auditor.batch.models import BatchModels, Bench
from auditor.batch.tables import ScoreTable
from auditor.batch.waves import Waves
from auditor.config import Settings
from auditor.core.score import SegmentScore
from auditor.encoders import HashEncoder, accelerator
from auditor.encoders.accelerator import HalvedEncoder, agreement, device_count
from auditor.fidelity import TextPair

SETTINGS = Settings(encoder="hash", fidelity_model="linear")


class Card(HashEncoder):
    """A hash encoder on a card that holds few texts and says so as torch does."""

    device = "cuda"

    def __init__(self, room):
        super().__init__()
        self.room, self.sizes = room, []

    def encode(self, texts):
        self.sizes.append(len(texts))
        if len(texts) > self.room:
            raise RuntimeError("CUDA out of memory. Tried to allocate 2 GiB")
        return super().encode(texts)


def test_a_table_asks_once_and_gives_what_the_encoder_gives():
    meter = Meter()
    table = Bench(BatchModels(SETTINGS), Waves(), meter).vectors("hash")
    texts = ["one", "two", "one"]
    assert np.array_equal(table.encode(texts), HashEncoder().encode(texts))
    assert np.array_equal(table.encode(["two"]), HashEncoder().encode(["two"]))
    assert meter.counts == {"texts": 4, "encoded": 2}
    assert table.encode([]).shape == (0, table.dimensions)


def test_a_card_that_is_full_gets_half_and_the_rows_are_the_same(monkeypatch):
    card, released = Card(room=5), []
    monkeypatch.setattr("auditor.batch.models.load_encoder", lambda name, **_: card)
    monkeypatch.setattr("auditor.batch.models.release_memory", released.append)
    table = Bench(BatchModels(SETTINGS), Waves(), Meter()).vectors("hash")
    texts = [f"text {i}" for i in range(12)]
    assert np.array_equal(table.encode(texts), HashEncoder().encode(texts))
    assert card.sizes == [12, 6, 3, 3, 3, 3]
    assert released == ["cuda", "cuda"]


def test_16_bits_are_taken_on_a_card_only_and_measured(monkeypatch):
    entered = []

    class Autocast:
        def __init__(self, device, half):
            entered.append((device, half))

        def __enter__(self):
            return self

        def __exit__(self, *_):
            return None

    monkeypatch.setattr(accelerator, "halved", Autocast)
    monkeypatch.setattr("auditor.batch.models.load_encoder", lambda name, **_: Card(room=100))
    models = BatchModels(SETTINGS, "bf16")
    assert isinstance(models.encoder("hash"), HalvedEncoder)
    assert entered == [("cuda", "bf16")]
    assert models.signature == ("autocast:bf16,hash,cosine>=1.00000",)
    monkeypatch.setattr("auditor.batch.models.load_encoder", lambda name, **_: HashEncoder())
    plain = BatchModels(SETTINGS, "bf16")
    assert isinstance(plain.encoder("hash"), HashEncoder)
    assert plain.signature == ()


def test_autocast_really_multiplies_in_16_bits():
    import torch

    class Product(HashEncoder):
        def encode(self, texts):
            rows = torch.from_numpy(super().encode(texts))
            turned = torch.nn.functional.linear(rows, torch.linalg.qr(torch.randn(256, 256))[0])
            self.kind = turned.dtype
            return torch.nn.functional.normalize(turned.float(), dim=1).numpy()

    torch.manual_seed(0)
    inner = Product()
    HalvedEncoder(inner, "bf16").encode(["text"])
    assert inner.kind == torch.bfloat16
    inner.encode(["text"])
    assert inner.kind == torch.float32


def test_pairs_are_halved_too_and_each_is_scored_once():
    class Scorer:
        signature, suspicious, sizes = "s", None, []

        def score(self, pairs):
            self.sizes.append(len(pairs))
            if len(pairs) > 2:
                raise RuntimeError("CUDA out of memory. Tried to allocate 2 GiB")
            return [SegmentScore(float(len(pair.translation)), 1.0, 0.0) for pair in pairs]

    released, meter = [], Meter()
    table = ScoreTable(Scorer(), Waves(), Halving(lambda: released.append(1)), meter)
    pairs = [TextPair("x" * i, "y", "de", "en") for i in range(1, 6)]
    assert [score.fidelity for score in table.score([*pairs, *pairs])] == [1.0, 2.0, 3.0, 4.0, 5.0] * 2
    assert (Scorer.sizes, len(released)) == ([5, 2, 2, 1], 1)
    assert meter.counts == {"pairs": 10, "scored": 5}


def test_agreement_is_the_lowest_cosine(monkeypatch):
    class Turned(HalvedEncoder):
        def encode(self, texts):
            rows = self.encoder.encode(texts)
            rows[-1] = -rows[-1]
            return rows

    assert agreement(Turned(HashEncoder(), "fp16")) == pytest.approx(-1)


def test_a_scorer_in_16_bits_answers_for_the_inner_one():
    class Scorer:
        signature, suspicious = "s", 0.5

        def score(self, pairs):
            import torch

            assert torch.is_autocast_enabled("cpu")
            return [SegmentScore(1.0, 1.0, 0.0) for _ in pairs]

        def error(self, pair):
            return "error"

        def judged(self, pair):
            return True

    pair = TextPair("a", "b", "de", "en")
    halved = HalvedScorer(Scorer(), "cpu", "bf16")
    assert len(halved.score([pair, pair])) == 2
    assert (halved.signature, halved.suspicious, halved.error(pair), halved.judged(pair)) == ("s", 0.5, "error", True)


def test_no_card_is_counted_on_the_cpu():
    assert device_count("cpu") == 0
