"""The order of training examples and their labels."""

from __future__ import annotations

import numpy as np
import pytest
from fidelity_batches import Example, batches, example
from fidelity_rows import Row, word_spans
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.encoders.e5 import E5Encoder
from auditor.fidelity.pair import TextPair


def made(length: int, name: str) -> Example:
    """An example of `length` tokens as laid."""
    return Example((1,), (2,) * (length - 5), np.zeros(length, dtype=np.float32), name, None, None, None)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(6, 60), min_size=1, max_size=300), st.integers(1, 9), st.integers(0, 5))
def test_every_unit_once_an_epoch(lengths: list[int], size: int, epoch: int) -> None:
    """Nothing is lost or doubled, batches hold no more than they should, and the order is a function of the seed."""
    units = [(made(length, str(i)),) for i, length in enumerate(lengths)]
    found = batches(units, size, 3, epoch)
    assert sorted(unit[0].dataset for batch in found for unit in batch) == sorted(map(str, range(len(units))))
    assert max(map(len, found)) <= size
    assert found == batches(units, size, 3, epoch)


def test_epochs_differ() -> None:
    """Each epoch has an order of its own."""
    units = [(made(10, str(i)),) for i in range(200)]
    assert batches(units, 8, 1, 0) != batches(units, 8, 1, 1)


def test_a_pair_and_its_damage_stay_together() -> None:
    """Ranking needs both in one batch."""
    units = [(made(10 + i % 40, f"{i}"), made(12, f"{i} worse")) for i in range(100)]
    for batch in batches(units, 8, 1, 0):
        assert all(b.dataset == f"{a.dataset} worse" for a, b in batch)


@pytest.fixture(scope="module")
def encoder() -> E5Encoder:
    """For its tokenizer."""
    return E5Encoder("cpu", 1)


def test_labels_fall_on_the_marked_words(encoder: E5Encoder) -> None:
    """One of two raters marked `drei`: its pieces are labelled one half, all others nought, the special tokens none."""
    text = "Es gab drei Verletzte."
    start = text.index("drei")
    row = Row(TextPair(text, "Five people were hurt.", "de", "en"), "x", words=(((start, start + 4),), ()), lost=None)
    found = example(row, encoder.tokenizer)
    assert found is not None
    ours = found.tokens[len(found.counterpart) + 3 : -1]
    pieces = encoder.tokenizer.pieces_with_offsets(text)
    labelled = [text[a:b].strip() for (_, a, b), share in zip(pieces, ours, strict=True) if share == 0.5]
    assert labelled == ["drei"]
    assert np.isnan(found.tokens[: len(found.counterpart) + 3]).all()
    assert set(ours.tolist()) == {0.0, 0.5}


def test_texts_without_pieces_and_too_long_ones_are_left_out(encoder: E5Encoder) -> None:
    """They cannot be laid, or would take the time of ten others."""
    assert example(Row(TextPair("", "Nothing.", "de", "en"), "x"), encoder.tokenizer) is None
    assert example(Row(TextPair("sehr " * 300, "Very.", "de", "en"), "x"), encoder.tokenizer) is None


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Er sagte: „Nein.“", ["Er", "sagte", ":", "„", "Nein", ".", "“"], ["Er", "sagte", ":", "„", "Nein", ".", "“"]),
        ("don't go", ["do", "n't", "go"], ["do", "n't", "go"]),
        ('say "so"', ["say", "``", "so", "''"], ["say", "", "so", ""]),
        ("他说。", ["他", "说", "。"], ["他", "说", "。"]),
    ],
)
def test_tokens_are_found_in_the_text_they_were_made_from(text: str, words: list[str], expected: list[str]) -> None:
    """Tokens that were rewritten are nowhere; those after them are found all the same."""
    assert [text[a:b] for a, b in word_spans(text, words)] == expected
