"""What must come together before a passage is called unfaithful."""

from dataclasses import replace

import pytest

from auditor.audit.rehearsal import subject_of
from auditor.checks.accuracy.low_fidelity import LowFidelity, LowFidelityOptions
from auditor.checks.example import Example

EXAMPLE = Example(
    "The officials were pleased that the gardens have dried.",
    counterpart="They warned of a drought that might last until the end of the coming summer.",
    fidelity=20,
)


def _found(options=None, **figures):
    subject = subject_of(EXAMPLE)
    passages = tuple(replace(passage, **figures) for passage in subject.score.passages)
    return list(LowFidelity(options).findings(replace(subject, score=replace(subject.score, passages=passages))))


@pytest.mark.parametrize(
    ("figures", "count"),
    [
        ({}, 1),
        ({"critical_probability": 0.9}, 1),
        ({"critical_probability": 0.15}, 0),
        ({"critical_probability": 0.9, "risk": 0.4}, 0),
        ({"critical_probability": 0.9, "fidelity": 50.0}, 0),
    ],
)
def test_fidelity_risk_and_critical_errors_must_agree(figures, count):
    assert len(_found(**figures)) == count


def test_how_sure_of_a_critical_error_is_an_option():
    assert _found(critical_probability=0.6, options=LowFidelityOptions(critical=0.5))
