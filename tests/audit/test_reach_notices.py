"""Audits say once what is known of their languages."""

from __future__ import annotations

import pytest
from stories import HAFEN, HARBOUR

from auditor.api import audit
from auditor.audit import judge, vectors
from auditor.audit.vectors import Encoders
from auditor.config import Settings
from auditor.core.finding import Level
from auditor.core.score import SegmentScore
from auditor.encoders import HashEncoder
from auditor.encoders.trust import Caution
from auditor.fidelity.weights import ScoreError


def test_a_language_is_told_of_once_for_an_encoder():
    encoders = Encoders("use")
    for _ in range(2):
        encoders.for_languages(("he", "en"))
        encoders.for_languages(iter(("de", "en")))
    (told,) = encoders.cautions
    assert told.kind == "language-out-of-reach"
    assert "Hebrew (he)" in told.message


def test_a_run_carries_the_notice(tmp_path, monkeypatch):
    for name in ("one", "two"):
        (tmp_path / f"{name}.de.txt").write_text(HAFEN, encoding="utf-8")
        (tmp_path / f"{name}.en.txt").write_text(HARBOUR, encoding="utf-8")
    monkeypatch.setattr(
        vectors, "caution", lambda encoder, code: Caution("language-out-of-reach", code) if code == "de" else None
    )
    report = audit((tmp_path,), settings=Settings(cache=False, fidelity_model="linear"), encoder=HashEncoder())
    told = [notice for notice in report.notices if notice.kind == "language-out-of-reach"]
    assert [(notice.level, notice.message, notice.document) for notice in told] == [(Level.INFO, "de", None)]


class _Scorer:
    """Scores nothing; English to German is what people have judged."""

    signature, suspicious = "fidelity:none", None

    def score(self, pairs):
        return [SegmentScore(50.0, 0.0, 0.5) for _ in pairs]

    def error(self, pair):
        return ScoreError(segment=10.0, shared=5.0)

    def judged(self, pair):
        return (pair.counterpart_language, pair.translation_language) == ("en", "de")

    def reads(self, pair):
        return pair.translation_language != "my"


@pytest.mark.parametrize(
    ("language", "unjudged", "unread", "fidelity"),
    [("de", [], [], 50.0), ("nl", ["English to Dutch"], [], 50.0), ("my", [], ["English to Burmese"], None)],
)
def test_languages_that_nobody_has_judged_or_the_model_cannot_read_are_named(
    tmp_path, monkeypatch, language, unjudged, unread, fidelity
):
    (tmp_path / f"story.{language}.txt").write_text(HAFEN, encoding="utf-8")
    (tmp_path / "story.en.txt").write_text(HARBOUR, encoding="utf-8")
    monkeypatch.setattr(judge, "load_scorer", lambda *args, **kwargs: _Scorer())
    report = audit(
        (tmp_path / f"story.{language}.txt",),
        counterpart=tmp_path / "story.en.txt",
        settings=Settings(cache=False, language=language),
        encoder=HashEncoder(),
    )
    found = {kind: [n.message.partition(":")[0] for n in report.notices if n.kind == kind]
             for kind in ("fidelity-not-judged", "fidelity-not-read")}  # fmt: skip
    assert found == {"fidelity-not-judged": unjudged, "fidelity-not-read": unread}
    assert report.documents[0].score.fidelity == fidelity
