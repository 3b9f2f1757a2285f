"""What was read: kept without text, found again by its place, counted by situation."""

from __future__ import annotations

from dataclasses import replace

import pytest
from count_readings import precisions
from findings_drawn import HUMAN, Drawn, read, write
from read_findings import number, sample
from readings import Readings, load, reading_of, save

from auditor.checks.measured import Machine, Measured
from auditor.checks.precision import ARTIFACTS

DRAWN = Drawn("a", HUMAN, "deu", "doc.1", 3, 10, 14, "minor", 0.85, "⟦text⟧", "Text")
TABLE = Measured(alone={}, paired={}, planted={"a": {"de": (5, 10)}}, machine=Machine(sentences=1, found={}))


def test_readings_come_back_and_hold_no_text(tmp_path):
    place = tmp_path / "readings.tsv"
    rows = [reading_of(DRAWN, "wrong", "a cause"), reading_of(replace(DRAWN, line=2), "right", "")]
    save(rows, place)
    assert set(load(place).rows) == set(rows)
    assert "text" not in place.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("change", "there"),
    [
        ({}, True),
        ({"start": 12, "end": 20}, True),
        ({"start": 14, "end": 20}, False),
        ({"line": 4}, False),
        ({"check": "b"}, False),
        ({"language": "fra"}, False),
    ],
)
def test_a_reading_is_found_again_where_the_check_still_speaks(change, there):
    readings = Readings([reading_of(DRAWN, "right", "")])
    assert (readings.of(replace(DRAWN, **change)) is not None) is there


def test_labels_other_than_right_and_wrong_are_refused(tmp_path):
    with pytest.raises(SystemExit, match="maybe"):
        reading_of(DRAWN, "maybe", "")
    place = tmp_path / "readings.tsv"
    save([reading_of(DRAWN, "right", "")], place)
    place.write_text(place.read_text(encoding="utf-8").replace("right", "rihgt"), encoding="utf-8")
    with pytest.raises(SystemExit, match=r"readings\.tsv:2.*rihgt"):
        load(place)


def test_samples_take_one_of_a_line_and_languages_in_turn():
    many = [replace(DRAWN, line=line, start=start) for line in range(9) for start in (0, 5)]
    few = [replace(DRAWN, language="fra")]
    hidden = [replace(DRAWN, language="ita", confidence=0.4)]
    drawn = sample([*many, *few, *hidden], 3)
    assert len(drawn) == 3
    assert {one.language for one in drawn} == {"deu", "fra"}
    assert len({(one.language, one.line) for one in drawn}) == 3
    assert len({number(one) for one in [*many, *few]}) == len(many) + len(few)


def test_drawn_findings_come_back(tmp_path):
    write(tmp_path, HUMAN, "deu", 400, [DRAWN])
    write(tmp_path, "bio de-en", "", 100, [])
    assert read(tmp_path) == ({(HUMAN, "human-deu"): 400, ("machine", "bio-de-en"): 100}, [DRAWN])


def test_counts_are_by_situation_and_only_of_what_is_still_found():
    found = [replace(DRAWN, line=line) for line in range(4)]
    gone = replace(DRAWN, line=9)
    readings = Readings(
        [reading_of(found[0], "right", ""), reading_of(found[1], "wrong", "x"), reading_of(gone, "wrong", "x")]
    )
    rows = precisions({(HUMAN, "human-deu"): 40_000}, found, readings, TABLE)["a"]
    planted = ARTIFACTS * 40 * 0.5 * 2 / 4
    assert rows == dict.fromkeys(("", "minor", "minor 0.8", "minor 0.8 known"), (1, 2, planted))


def test_readings_of_machine_text_alone_count_with_all_clean_text():
    found = [replace(DRAWN, corpus="bio de-en", language="en")]
    readings = Readings([reading_of(found[0], "right", "")])
    rows = precisions({(HUMAN, "human-deu"): 40_000, ("machine", "bio-de-en"): 100}, found, readings, TABLE)["a"]
    assert rows[""] == (1, 1, ARTIFACTS * 40 * 0.5)
