"""Which unmatched sentences are gaps, and which are told by a neighbour or stand in doubtful surroundings."""

from dataclasses import replace

import pytest

from auditor.audit.rehearsal import subject_of
from auditor.checks.accuracy.addition import Addition
from auditor.checks.accuracy.gaps import lacking, surplus
from auditor.checks.accuracy.omission import Omission, OmissionOptions
from auditor.checks.example import Example
from auditor.core.alignment import Regime
from auditor.core.mqm import Severity

FIRST, LAST = "The bridge was closed on Monday.", "It will be repaired by June. The work has begun."
GONE = "Eleven families had to leave their houses by the river."
BEADS = (((0,), (0,), None), ((1,), (2,), None), ((2,), (3,), None), ((), (1,), None))
EXAMPLE = Example(f"{FIRST} {LAST}", counterpart=f"{FIRST} {GONE} {LAST}", beads=BEADS)


def _turned(example):
    beads = tuple((there, here, gain) for here, there, gain in example.beads)
    return replace(example, text=example.counterpart, counterpart=example.text, beads=beads)


def test_an_omission_is_an_addition_seen_from_the_other_side():
    (gap,) = lacking(subject_of(EXAMPLE))
    (mirrored,) = surplus(subject_of(_turned(EXAMPLE)))
    assert gap == mirrored
    assert not list(surplus(subject_of(EXAMPLE)))


@pytest.mark.parametrize(
    "changes",
    [
        {"counterpart": f"{FIRST} Eleven left. {LAST}"},
        {"text": f"{FIRST[:-1]}, so that eleven families had to leave the houses. {LAST}"},
        {"links": ()},
        {"text": f"{FIRST} {LAST} A bus was there.", "beads": (*BEADS, ((3,), (), None))},
        {"beads": (((0,), (0,), None), ((1, 2), (2, 3), None), ((), (1,), None))},
    ],
    ids=["short", "told by a neighbour", "not linked", "one alone on the other side", "few matches"],
)
def test_no_gap_where_something_may_explain_it(changes):
    assert list(lacking(subject_of(replace(EXAMPLE, **changes)))) == []


def test_comparable_text_has_no_gaps():
    subject = subject_of(EXAMPLE)
    comparable = replace(subject, alignment=replace(subject.alignment, regime=Regime.COMPARABLE))
    assert list(lacking(comparable)) == []


def test_what_is_missing_is_shown_with_its_place():
    (found,) = Omission().findings(subject_of(EXAMPLE))
    assert "missing after this one" in found.message
    assert [evidence.excerpt for evidence in found.evidence] == [GONE, FIRST]
    assert found.severity is Severity.MINOR


def test_size_makes_an_omission_major():
    (found,) = Omission(OmissionOptions(major_letters=40)).findings(subject_of(EXAMPLE))
    assert found.severity is Severity.MAJOR


def test_an_addition_is_marked_itself():
    (found,) = Addition().findings(subject_of(_turned(EXAMPLE)))
    assert found.excerpt == GONE
