"""The articles with marked artifacts: texts in pairs, marks that stand where they say, links between passages."""

import json

import pytest
from benchmark_articles import ARTICLES, SEVERITIES, artifacts, tally

from auditor.api import audit
from auditor.audit.articles import load_file
from auditor.config import Settings

PAIRS = sorted((ARTICLES / "translation").iterdir())
LINKED = sorted((ARTICLES / "links").glob("*.json"))


def _document(path):
    language = path.name.split(".")[1]
    [document] = load_file(path, path.name, Settings(), language).documents
    return document


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.name.split(".")[0])
def test_marks_stand_in_their_article(path):
    name = path.name.split(".")[0]
    assert (ARTICLES / "counterpart" / f"{name}.en.txt").is_file()
    for artifact in artifacts(ARTICLES / "artifacts" / f"{name}.json", _document(path)):
        assert artifact.severity in SEVERITIES


@pytest.mark.parametrize("path", LINKED, ids=lambda path: path.stem)
def test_links_are_between_passages(path):
    [ours] = (ARTICLES / "translation").glob(f"{path.stem}.*.txt")
    translation, counterpart = _document(ours), _document(ARTICLES / "counterpart" / f"{path.stem}.en.txt")
    for i, j in json.loads(path.read_text("utf-8")):
        assert i < len(translation.passages)
        assert j < len(counterpart.passages)


ARTICLE = "The bridge\n\nThe the council closed the bridge on Monday. It will be repaired.. The the mayor spoke.\n"


def test_what_touches_a_mark_is_found_and_the_rest_is_an_alarm(tmp_path):
    (tmp_path / "artifacts").mkdir()
    for number in ("2", "3"):
        (tmp_path / f"bridge-{number}.en.txt").write_text(ARTICLE, encoding="utf-8")
    marks = [
        {"kind": "said twice", "text": "The the council", "severity": "minor"},
        {"kind": "missing sentence", "text": "on Monday.", "severity": "major"},
    ]
    (tmp_path / "artifacts" / "bridge-2.json").write_text(json.dumps(marks), encoding="utf-8")
    report = audit([*sorted(tmp_path.glob("*.txt"))], settings=Settings(cache=False))
    counted = tally(report, tmp_path, "even")
    assert (counted.articles, counted.clean) == (1, 0)
    assert counted.marked == {"major": 1, "minor": 1, "neutral": 0}
    assert counted.found == {"major": 0, "minor": 1, "neutral": 0}
    assert counted.alarms == 2, counted.lines
    assert counted.clean_alarms == 0


def test_a_mark_that_stands_twice_is_refused(tmp_path):
    path, marks = tmp_path / "bridge-2.en.txt", tmp_path / "bridge-2.json"
    path.write_text(ARTICLE, encoding="utf-8")
    marks.write_text(json.dumps([{"kind": "twice", "text": "The the", "severity": "minor"}]), encoding="utf-8")
    with pytest.raises(ValueError, match="exactly once"):
        artifacts(marks, _document(path))
