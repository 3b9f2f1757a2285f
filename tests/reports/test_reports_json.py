"""JSON reports: exactly `auditor.report/v1`."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from sample_reports import alone, compared, document, find, report, sample

from auditor.core.alignment import Regime
from auditor.core.document import Span
from auditor.core.score import SuspiciousSpan, Verdict
from auditor.reports import Format, render
from auditor.reports.json_report import report_object

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "report.schema.json").read_text("utf-8"))


def with_suspicious_words():
    ours, theirs = document("a.txt", "One two"), document("b.txt", "Un deux\nTrois", "fr")
    pair = compared(ours, theirs, ((0, 0),), (Verdict.SUPPORTED,), Regime.PARALLEL)
    passage = replace(pair.score.passages[0], suspicious=(SuspiciousSpan(Span(4, 7), 0.81239),))
    return report(replace(pair, score=replace(pair.score, passages=(passage,))))


REPORTS = {
    "sample": sample(),
    "empty": report(),
    "suspicious": with_suspicious_words(),
    "unknown language": report(alone(document("x.txt", "?", "und"))),
}


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_fits_the_schema(name):
    Draft202012Validator.check_schema(SCHEMA)
    Draft202012Validator(SCHEMA).validate(json.loads(render(REPORTS[name], Format.JSON)))


def test_the_schema_refuses_what_the_contract_does_not_name():
    validator = Draft202012Validator(SCHEMA)
    for spoil in (lambda r: r.update(time="now"), lambda r: r["findings"][0].update(line=0), lambda r: r.pop("tool")):
        spoiled = report_object(sample())
        spoil(spoiled)
        assert not validator.is_valid(spoiled)


def test_keys_are_in_the_order_of_the_contract():
    made = json.loads(render(sample(), Format.JSON))
    assert list(made) == ["schema", "tool", "signature", "documents", "findings", "notices", "summary"]
    for kind, entries in (("document", "documents"), ("finding", "findings"), ("notice", "notices")):
        assert list(made[entries][0]) == list(SCHEMA["$defs"][kind]["properties"])
    assert list(made["documents"][0]["passages"][0]) == list(SCHEMA["$defs"]["passage"]["properties"])


def test_figures_are_rounded():
    first = report_object(with_suspicious_words())["documents"][0]
    assert (first["fidelity"], first["fidelity_interval"], first["penalty"]) == (71.3, [64.0, 78.1], 12.0)
    assert first["passages"][0]["suspicious"] == [{"start": 4, "end": 7, "probability": 0.8124}]
    assert first["omitted"] == [{"passage": 1, "start": 8, "end": 13, "kind": "omitted", "excerpt": "Trois"}]


def test_jsonl_has_a_line_per_document_finding_and_notice():
    lines = [json.loads(line) for line in render(sample(), Format.JSONL).splitlines()]
    assert [line["type"] for line in lines] == ["document"] * 2 + ["finding"] * 4 + ["notice"] * 2
    whole = report_object(sample())
    bodies = [{key: value for key, value in line.items() if key != "type"} for line in lines]
    assert bodies == whole["documents"] + whole["findings"] + whole["notices"]


def test_summary_counts_every_state():
    made = report_object(sample())["summary"]
    assert made["checks"] == {"number-changed": 1, "split-sentence": 1, "unpaired-quote": 2}
    assert made["states"] == {"new": 3, "baseline": 0, "dismissed": 1, "confirmed": 0}
    assert made["languages"] == {"en": {"documents": 2, "findings": 4}}


def test_a_name_that_is_no_utf8_can_be_written_and_read_back():
    entry = alone(document("caf\udce9.txt", "“Open"))
    made = render(report(entry, findings=(find(entry.document, "“"),)), Format.JSON)
    read = json.loads(made.encode("utf-8", errors="backslashreplace"))
    assert read["documents"][0]["id"] == "caf\udce9.txt"
