"""Checks that look at all articles of a run."""

from __future__ import annotations

from auditor.api import audit
from auditor.config import Settings
from auditor.encoders import HashEncoder

NAME = "name-variant-across-articles"
USUAL = "The post was closed on Monday by Omar Baghdadi, who had been seen in the capital.\n"
RARE = "On Tuesday the order was confirmed by Omar Bardadi. He would not say more about it.\n"


def run(folder, **settings):
    told = Settings(**{"cache": False, "fidelity_model": "linear", "language": "en"} | settings)
    report = audit([folder], settings=told, encoder=HashEncoder())
    return report, [finding for finding in report.findings if finding.name == NAME]


def test_a_folder_run_reports_the_rarer_spelling_with_evidence_in_another_article(tmp_path):
    for name, text in (("one", USUAL), ("three", USUAL.replace("Monday", "Friday")), ("two", RARE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    report, (found,) = run(tmp_path)
    assert (found.document, found.excerpt) == ("two.txt", "Bardadi")
    assert RARE[found.span.start : found.span.end] == "Bardadi"
    assert [(one.document, one.excerpt) for one in found.evidence] == [("one.txt", "Baghdadi")]
    assert found.fingerprint
    penalties = {audited.document.id: audited.penalty for audited in report.documents}
    assert penalties["two.txt"] > penalties["one.txt"] == 0


def test_one_article_alone_has_nothing_to_differ_from(tmp_path):
    (tmp_path / "two.txt").write_text(RARE, encoding="utf-8")
    assert run(tmp_path)[1] == []


def test_it_can_be_switched_off_and_hidden(tmp_path):
    for name, text in (("one", USUAL), ("three", USUAL.replace("Monday", "Friday")), ("two", RARE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    assert run(tmp_path, ignore=(NAME,))[1] == []
    report, found = run(tmp_path, confidence=0.99)
    assert found == []
    assert report.suppressed >= 1
