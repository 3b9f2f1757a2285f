"""Audits say once what is known of their languages."""

from __future__ import annotations

from stories import HAFEN, HARBOUR

from auditor.api import audit
from auditor.audit import vectors
from auditor.audit.vectors import Encoders
from auditor.config import Settings
from auditor.core.finding import Level
from auditor.encoders import HashEncoder
from auditor.encoders.trust import Caution


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
