"""Decisions: kept beside the article, known to the next audit wherever it starts, never rewritten."""

import json
from dataclasses import replace

import pytest
from stories import HARBOUR

from auditor.audit.decisions import FILE, Decision, DecisionKind, append_decision, read_decisions
from auditor.audit.matching import decided, matched, named, ordinal_keys
from auditor.audit.request import Request
from auditor.audit.run import run_audit
from auditor.config import Settings
from auditor.core.finding import State
from auditor.core.mqm import Category, Severity
from auditor.encoders import HashEncoder

SLIP = HARBOUR.replace("a crane had", "a a crane had").replace("4 million", "four  million")
AT = "2026-01-02T03:04:05Z"


def audit(*paths):
    settings = Settings(select=("doubled-word", "double-space"), cache=False, confidence=0)
    return run_audit(Request(tuple(paths), settings=settings), lambda *_: None, HashEncoder())


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "pier.en.txt").write_text(SLIP, encoding="utf-8")
    return tmp_path / "desk"


def finding_of(report, name):
    [found] = [finding for finding in report.findings if finding.name == name]
    return found


def decide(folder, report, finding, kind, **given):
    [entry] = [entry for entry in report.documents if entry.document.id == finding.document]
    own = [one for one in report.findings if one.document == finding.document]
    known, _ = read_decisions(folder)
    key, place = named(own, own.index(finding), known, entry.document)
    append_decision(folder, finding.document, Decision(key, DecisionKind(kind), AT, place=place, **given))


@pytest.mark.parametrize("start", ["pier.en.txt", ".", ".."])
def test_known_to_the_next_audit_wherever_it_starts(folder, start):
    first = audit(folder / "pier.en.txt")
    decide(folder, first, finding_of(first, "doubled-word"), "dismissed", reason="a quotation")
    report = audit(folder / start)
    assert finding_of(report, "doubled-word").state is State.DISMISSED
    assert finding_of(report, "double-space").state is State.NEW
    assert not report.incomplete
    assert FILE not in " ".join(notice.message for notice in report.notices)


def test_dismissed_costs_nothing_and_reopened_costs_again(folder):
    before = audit(folder)
    [first] = before.documents
    found = finding_of(before, "doubled-word")
    decide(folder, before, found, "dismissed")
    [without] = audit(folder).documents
    assert without.penalty < first.penalty
    decide(folder, before, found, "reopened")
    after = audit(folder)
    assert after.documents[0].penalty == first.penalty
    assert finding_of(after, "doubled-word").state is State.NEW


def test_confirmed_carries_the_editors_category_and_severity(folder):
    report = audit(folder)
    found = finding_of(report, "doubled-word")
    decide(folder, report, found, "confirmed", category=Category.SPELLING, severity=Severity.CRITICAL)
    now = finding_of(audit(folder), "doubled-word")
    assert (now.state, now.category, now.severity) == (State.CONFIRMED, Category.SPELLING, Severity.CRITICAL)
    assert now.fingerprint == found.fingerprint


def test_only_ever_appended(folder):
    report = audit(folder)
    found = finding_of(report, "doubled-word")
    decide(folder, report, found, "dismissed", reason="ok\nso")
    first = (folder / FILE).read_bytes()
    decide(folder, report, found, "reopened")
    whole = (folder / FILE).read_bytes()
    assert whole.startswith(first)
    assert len(whole.splitlines()) == 2
    assert json.loads(first)["reason"] == "ok\nso"


def test_a_torn_line_costs_itself_only(folder):
    report = audit(folder)
    (folder / FILE).write_bytes(b'{"schema": "auditor.decision/v1", "key": "ab')
    decide(folder, report, finding_of(report, "doubled-word"), "dismissed")
    known, problems = read_decisions(folder)
    assert [decision.check for decision in known.values()] == [""]
    assert len(problems) == 1
    assert "line 1" in problems[0]
    report = audit(folder)
    assert finding_of(report, "doubled-word").state is State.DISMISSED
    assert [notice.kind for notice in report.notices] == ["decisions"]


@pytest.mark.parametrize(
    "line",
    [
        "[]",
        "7",
        '{"schema": "other"}',
        '{"schema": "auditor.decision/v1", "key": "k", "at": "t", "decision": "burned"}',
    ],
)
def test_what_is_no_decision_is_said(tmp_path, line):
    (tmp_path / FILE).write_text(line + "\n", encoding="utf-8")
    known, problems = read_decisions(tmp_path)
    assert (known, len(problems)) == ({}, 1)


@pytest.mark.parametrize(
    "place",
    [
        "[]",
        '{"alike": "a"}',
        '{"alike": "a", "before": "", "after": "", "ordinal": "x", "equals": 1, "rival": 0}',
        '{"alike": "a", "before": "", "after": "", "ordinal": 0, "equals": 1, "rival": 0, "more": 1}',
    ],
)
def test_what_is_no_place_is_said(tmp_path, place):
    line = '{"schema": "auditor.decision/v1", "key": "k", "at": "t", "decision": "dismissed", "place": %s}'
    (tmp_path / FILE).write_text(line % place + "\n", encoding="utf-8")
    known, problems = read_decisions(tmp_path)
    assert (known, len(problems)) == ({}, 1)


def test_a_line_without_a_place_is_known_by_its_key_wherever_the_article_lies(folder):
    report = audit(folder)
    found, document = finding_of(report, "doubled-word"), report.documents[0].document
    [key] = ordinal_keys([found])
    assert ordinal_keys([replace(found, document="far/away/pier.en.md")]) == (key,)
    append_decision(folder, found.document, Decision(key, DecisionKind.DISMISSED, AT))
    assert finding_of(audit(folder), "doubled-word").state is State.DISMISSED
    decide(folder, report, found, "confirmed")
    known, _ = read_decisions(folder)
    assert list(known) == [key]
    assert matched(report.findings, known, document).count(known[key]) == 1


def test_without_decisions_nothing_changes(folder):
    report = audit(folder)
    assert decided(report.findings, {}, report.documents[0].document) == report.findings
