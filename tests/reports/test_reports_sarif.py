"""SARIF 2.1.0: what section 3 of the standard requires of the objects used here."""

import json
from dataclasses import replace

import pytest
from jsonschema import Draft202012Validator
from sample_reports import alone, document, find, report, sample

from auditor.core.finding import State
from auditor.reports import Format, RenderOptions, render


def obj(required, **properties):
    return {"type": "object", "required": required, "properties": properties, "additionalProperties": False}


TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
URI = obj(["uri"], uri={"type": "string", "pattern": "^[A-Za-z0-9_.!~*'()%/-]+$"})
REGION = obj(
    ["startLine"],
    **{key: {"type": "integer", "minimum": 1} for key in ("startLine", "startColumn", "endLine", "endColumn")},
)
PHYSICAL = obj(["artifactLocation"], artifactLocation=URI, region=REGION)
LOCATION = obj(["physicalLocation"], physicalLocation=PHYSICAL, message=TEXT, id={"type": "integer", "minimum": 0})
LEVEL = {"enum": ["none", "note", "warning", "error"]}
RESULT = obj(
    ["message", "ruleId", "ruleIndex"],
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    level=LEVEL,
    message=TEXT,
    locations={"type": "array", "items": LOCATION},
    relatedLocations={"type": "array", "items": LOCATION, "uniqueItems": True},
    rank={"type": "number", "minimum": 0, "maximum": 100},
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
    suppressions={
        "type": "array",
        "items": obj(["kind"], kind={"enum": ["inSource", "external"]}, status={"enum": ["accepted", "underReview"]}),
    },
    properties={"type": "object"},
)
RULE = obj(["id"], id={"type": "string"}, name={}, shortDescription=TEXT, properties={"type": "object"})
DRIVER = obj(["name"], name={"const": "auditor"}, version={"type": "string"}, rules={"type": "array", "items": RULE})
NOTIFICATION = obj(
    ["message"], level=LEVEL, message=TEXT, locations={"type": "array", "items": LOCATION}, properties={}
)
RUN = obj(
    ["tool", "results"],
    tool=obj(["driver"], driver=DRIVER),
    columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
    artifacts={"type": "array", "items": obj([], location=URI)},
    invocations={
        "type": "array",
        "items": obj(
            ["executionSuccessful"],
            executionSuccessful={"type": "boolean"},
            toolExecutionNotifications={"type": "array", "items": NOTIFICATION},
        ),
    },
    results={"type": "array", "items": RESULT},
    properties={"type": "object"},
)
LOG = obj(
    ["version", "runs"],
    **{"$schema": {"type": "string", "format": "uri"}},
    version={"const": "2.1.0"},
    runs={"type": "array", "items": RUN},
)


def sarif(made, **options):
    log = json.loads(render(made, Format.SARIF, RenderOptions(**options)))
    Draft202012Validator(LOG).validate(log)
    return log["runs"][0]


@pytest.mark.parametrize("made", [sample(), report()], ids=["sample", "empty"])
def test_a_log_has_what_the_standard_requires(made):
    run = sarif(made)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_paths_are_percent_encoded_relative_uris():
    assert (
        sarif(sample(), prefix="my articles/")["artifacts"][0]["location"]["uri"]
        == "my%20articles/en/dam%20%26%20co.txt"
    )


def test_a_file_that_could_not_be_read_makes_the_execution_unsuccessful():
    invocation = sarif(sample())["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert [note["level"] for note in invocation["toolExecutionNotifications"]] == ["note", "error"]


def test_states_become_baseline_and_suppressions():
    entry = alone(document("a.txt", "One two"))
    findings = (find(entry.document, "One", state=State.BASELINE), find(entry.document, "two", state=State.DISMISSED))
    results = sarif(report(entry, findings=findings))["results"]
    assert [result["baselineState"] for result in results] == ["unchanged", "new"]
    assert "suppressions" not in results[0]
    assert results[1]["suppressions"] == [{"kind": "external", "status": "accepted"}]
    assert all("baselineState" not in result for result in sarif(sample())["results"])


def test_a_region_is_given_only_where_lines_count_in_the_file():
    entry = alone(document("a.html", "One two"))
    extracted = replace(entry, document=replace(entry.document, origin="extracted"))
    finding = find(entry.document, "two")
    places = [
        sarif(report(audited, findings=(finding,)))["results"][0]["locations"][0]["physicalLocation"]
        for audited in (entry, extracted)
    ]
    assert places[0]["region"] == {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 8}
    assert "region" not in places[1]


def test_evidence_is_located_in_the_counterpart():
    related = sarif(sample())["results"][1]["relatedLocations"][0]
    assert related["message"]["text"] == "18"
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "ar/dam.txt"
    assert related["physicalLocation"]["region"]["startLine"] == 4
