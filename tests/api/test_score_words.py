"""`score` with and without words, over a scorer that needs no model."""

import pytest

from auditor.api import score
from auditor.config import Settings
from auditor.core.score import SegmentScore, WordScore
from auditor.encoders import HashEncoder
from auditor.errors import UsageError
from auditor.fidelity import FidelityChoice

WORD = WordScore(0, 3, 0.5)


class FixedScorer:
    signature = "fidelity:fixed"

    def __init__(self, suspicious):
        self.suspicious = suspicious

    def score(self, pairs):
        return [SegmentScore(50.0, 0.0, 0.5, 0.1, (WORD,)) for _ in pairs]

    def reads(self, pair):
        return pair.translation_language != "bo"


@pytest.fixture
def scoring(monkeypatch, tmp_path):
    def prepare(suspicious, folder):
        monkeypatch.setattr("auditor.api.load_scorer", lambda *given, **named: FixedScorer(suspicious))
        monkeypatch.setattr("auditor.api.choose_fidelity", lambda *given: FidelityChoice(folder, "asked for"))
        return lambda words, language="en": score(
            ["one"], ["uno"], settings=Settings(language=language), encoder=HashEncoder(), words=words
        )

    return prepare


def test_words_come_with_the_scores(scoring, tmp_path):
    scored = scoring(0.5, tmp_path)(True)
    assert scored.scores[0].words == (WORD,)


def test_a_model_without_words_cannot_be_asked_for_them(scoring):
    wordless = scoring(None, None)
    assert wordless(False).scores[0].fidelity == 50.0
    with pytest.raises(UsageError, match="says nothing of words"):
        wordless(True)


def test_the_signature_names_the_encoder_only_where_its_vectors_count(scoring, tmp_path):
    assert scoring(0.5, tmp_path)(False).signature == "fidelity:fixed"
    assert scoring(None, None)(False).signature.startswith("encoder:hash-")


def test_languages_that_the_model_does_not_read_are_told(scoring, tmp_path):
    scored = scoring(0.5, tmp_path)
    assert scored(False).caution is None
    assert "to Tibetan: the fidelity model does not tell" in scored(False, "bo").caution
