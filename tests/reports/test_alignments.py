"""Alignment and score formats."""

import json

import pytest
from lxml import etree
from sample_reports import document

from auditor.core.alignment import Alignment, Bead, DocumentPair, Link, Regime
from auditor.core.score import SegmentScore, WordScore
from auditor.reports import AlignmentFormat, ScoreFormat
from auditor.reports.alignments import render_alignment
from auditor.reports.scores import render_scores, render_words

PAIR = DocumentPair(
    document("ar.txt", "Eins\n\nZwei\x08\tund <drei>\nVier", "de"),
    document("en.txt", "One two three\nExtra"),
    "argument",
    1.0,
)
ALIGNMENT = Alignment(
    Regime.PARALLEL,
    (Link(0, 0, 0.912345, 0.9),),
    (
        Bead((0, 1), (0,), 0.912345, 0.12344),
        Bead((2,), (), None, 0.3),
        Bead((), (1,), None, 0.25),
    ),
    (),
    "aligner:sample",
)


def made(form, **options):
    return render_alignment(PAIR, ALIGNMENT, form, signature="encoder:hash|aligner:sample", **options)


def test_ladder_gives_indices_and_cost():
    assert made(AlignmentFormat.LADDER) == "[0, 1]:[0]:0.1234\n[2]:[]:0.3000\n[]:[1]:0.2500\n"


def test_ladder_of_presegmented_input_gives_lines():
    assert made(AlignmentFormat.LADDER, presegmented=True).splitlines()[:2] == ["[0, 2]:[0]:0.1234", "[3]:[]:0.3000"]


def test_tsv_keeps_one_bead_on_one_line():
    lines = made(AlignmentFormat.TSV).splitlines()
    assert lines[1].split("\t") == ["0,1", "0", "0.9123", "0.1234", "Eins Zwei\x08 und <drei>", "One two three"]
    assert [len(line.split("\t")) for line in lines] == [6] * 4


def test_tmx_holds_the_beads_with_two_sides():
    root = etree.fromstring(made(AlignmentFormat.TMX).encode())
    header = root.find("header")
    assert root.get("version") == "1.4"
    for name in ("creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"):
        assert header.get(name)
    units = root.findall("body/tu")
    assert len(units) == 1
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    told = [(variant.get(language), variant.findtext("seg")) for variant in units[0]]
    assert told == [("en", "One two three"), ("de", "Eins Zwei\ufffd und <drei>")]


def test_json_has_both_articles_links_and_beads():
    made_json = json.loads(made(AlignmentFormat.JSON))
    assert list(made_json) == ["translation", "counterpart", "regime", "links", "beads", "signature"]
    assert made_json["signature"] == "encoder:hash|aligner:sample"
    passage = made_json["translation"]["passages"][1]
    assert passage == {
        "index": 1,
        "kind": "paragraph",
        "start": 6,
        "end": 22,
        "segments": [{"index": 1, "start": 6, "end": 22}],
    }
    assert made_json["beads"][0] == {"translation": [0, 1], "counterpart": [0], "similarity": 0.9123, "cost": 0.1234}
    assert made_json["beads"][1]["similarity"] is None


SCORES = (SegmentScore(71.123456789012345, -0.25, 1e-07), SegmentScore(100, 1, 0))


def test_scores_keep_their_full_precision():
    lines = render_scores(SCORES).splitlines()
    assert lines[0] == "line\tfidelity\tquality\trisk"
    assert [float(figure) for figure in lines[1].split("\t")[1:]] == [71.123456789012345, -0.25, 1e-07]
    assert lines[2] == "1\t100.0\t1.0\t0.0"


def test_scores_as_json_lines():
    lines = [json.loads(line) for line in render_scores(SCORES, ScoreFormat.JSONL).splitlines()]
    assert lines[0] == {"line": 0, "fidelity": 71.123456789012345, "quality": -0.25, "risk": 1e-07}


def test_words_as_json_lines():
    score = SegmentScore(71.5, -0.25, 0.5, 0.125, (WordScore(0, 3, 0.75),), (WordScore(4, 6, 0.5),))
    plain, marked = (json.loads(line) for line in render_words((SCORES[1], score)).splitlines())
    assert (plain["critical_probability"], plain["words"], plain["lost"]) == (None, [], [])
    assert marked == {
        "line": 1,
        "fidelity": 71.5,
        "quality": -0.25,
        "risk": 0.5,
        "critical_probability": 0.125,
        "words": [{"start": 0, "end": 3, "probability": 0.75}],
        "lost": [{"start": 4, "end": 6, "probability": 0.5}],
    }


@pytest.mark.parametrize("figure", [float("nan"), float("inf")])
def test_a_figure_that_is_no_number_is_refused_in_json(figure):
    with pytest.raises(ValueError, match="Out of range"):
        render_scores((SegmentScore(figure, 0, 0),), ScoreFormat.JSONL)
