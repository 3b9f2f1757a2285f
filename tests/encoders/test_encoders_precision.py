from __future__ import annotations

import numpy as np
import pytest

from auditor.encoders import encoder_label, load_encoder, precision
from auditor.encoders.e5 import E5Encoder
from auditor.encoders.front import FrontEncoder
from auditor.encoders.precision import resolve_precision
from auditor.encoders.selftest import sentences
from auditor.errors import ModelError, UsageError


@pytest.mark.parametrize(
    ("asked", "device", "flags", "expected"),
    [
        ("auto", "cpu", "fpu avx avx2", "int8"),
        ("auto", "cpu", "fpu avx", "fp32"),
        ("auto", "cuda", "fpu avx avx2", "fp32"),
        ("fp32", "cpu", "fpu avx avx2", "fp32"),
        ("int8", "cpu", "fpu avx avx2", "int8"),
    ],
)
def test_int8_is_taken_where_the_processor_has_it(monkeypatch, tmp_path, asked, device, flags, expected):
    _processor(monkeypatch, tmp_path, flags)
    assert resolve_precision(asked, device) == expected


@pytest.mark.parametrize(
    ("device", "flags", "torch", "reason"),
    [
        ("cuda", "avx2", "2.13.0", "not for cuda"),
        ("cpu", "sse2", "2.13.0", "AVX2"),
        ("cpu", "avx2", "2.0.1+cpu", "older than"),
    ],
)
def test_int8_that_is_not_there_is_an_error_with_a_remedy(monkeypatch, tmp_path, device, flags, torch, reason):
    _processor(monkeypatch, tmp_path, flags)
    monkeypatch.setattr(precision, "version", lambda _: torch)
    with pytest.raises(ModelError, match=rf"{reason}.*fp32"):
        resolve_precision("int8", device)
    assert resolve_precision("auto", device) == "fp32"


def test_no_facts_about_the_processor_mean_fp32(monkeypatch, tmp_path):
    monkeypatch.setattr(precision, "CPU_FACTS", tmp_path / "absent")
    assert resolve_precision("auto", "cpu") == "fp32"


def test_an_unknown_precision_is_a_usage_error():
    with pytest.raises(UsageError, match="auto, fp32, int8"):
        resolve_precision("fp16", "cpu")


def test_hash_and_label_tell_the_precision():
    fast, exact = (load_encoder("e5", device="cpu", precision=name) for name in ("auto", "fp32"))
    if fast.precision == "fp32":
        pytest.skip("this processor has no int8")
    assert fast.model_hash != exact.model_hash
    assert encoder_label(FrontEncoder(fast)) == f"e5-{fast.model_hash}-cpu-int8"
    assert encoder_label(exact) == f"e5-{exact.model_hash}-cpu"
    assert encoder_label(load_encoder("hash")).endswith("-cpu")


def test_int8_vectors_are_near_those_of_fp32(e5, exact_e5):
    assert np.einsum("ij,ij->i", e5.encode(sentences()), exact_e5.encode(sentences())).min() > 0.995


def test_states_of_some_layers_are_near_those_of_fp32_and_belong_to_tokens(e5, exact_e5):
    texts = [sentences()[0], "No.", sentences()[3]]
    for ours, theirs, text in zip(e5.token_states(texts, 8), exact_e5.token_states(texts, 8), texts, strict=True):
        assert ours.shape == theirs.shape == (e5.count_tokens(text), 384)
        cosine = (ours * theirs).sum(axis=1) / np.linalg.norm(ours, axis=1) / np.linalg.norm(theirs, axis=1)
        assert cosine.min() > 0.97


def test_states_have_the_same_bits_alone_and_beside_others(e5):
    texts = sentences()
    together = e5.token_states(texts, 12)
    assert all((e5.token_states([text], 12)[0] == states).all() for text, states in zip(texts, together, strict=True))


def test_both_precisions_share_the_tokenizer_file(monkeypatch, tmp_path):
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path))
    for name in ("auto", "fp32"):
        E5Encoder("cpu", precision=name).count_tokens("a text")
    assert len(list(tmp_path.glob("e5-tokenizer-*"))) == 1


def _processor(monkeypatch, folder, flags):
    facts = folder / "cpuinfo"
    facts.write_text(f"processor : 0\nflags : {flags}\n")
    monkeypatch.setattr(precision, "CPU_FACTS", facts)
    monkeypatch.setattr(precision.platform, "machine", lambda: "x86_64")
