"""When a sentence is called garbled."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.audit.rehearsal import rehearse, subject_of
from auditor.checks.example import Example
from auditor.checks.grammar.garbled_sentence import GarbledSentence, GarbledSentenceOptions
from auditor.core.alignment import Regime

TEXT = "Announced the that minister road opened would on new be Friday the."
TOLD = "The minister announced that the new road would be opened on Friday."
OPTIONS = GarbledSentenceOptions()
SURE, DOUBTFUL = OPTIONS.disorder + 0.1, OPTIONS.doubtful + 0.1
FAITHFUL, UNFAITHFUL = 101 - 100 * OPTIONS.critical, 99 - 100 * OPTIONS.critical


def example(disorder, fidelity, text=TEXT):
    return Example(text, counterpart=TOLD, fidelity=fidelity, disorder=disorder)


@pytest.mark.parametrize(
    ("disorder", "fidelity", "count"),
    [
        (SURE, FAITHFUL, 1),
        (DOUBTFUL, FAITHFUL, 0),
        (DOUBTFUL, UNFAITHFUL, 1),
        (OPTIONS.doubtful - 0.1, 0, 0),
        (None, 0, 0),
    ],
)
def test_doubt_needs_a_second_witness(disorder, fidelity, count):
    found = rehearse(GarbledSentence, example(disorder, fidelity))
    assert [(finding.excerpt, finding.evidence[0].excerpt) for finding in found] == [(TEXT, TOLD)] * count


def test_against_another_outlets_version_only_the_sentence_counts():
    for disorder, count in ((SURE, 1), (DOUBTFUL, 0)):
        subject = subject_of(example(disorder, UNFAITHFUL))
        subject = replace(subject, alignment=replace(subject.alignment, regime=Regime.COMPARABLE))
        assert len(list(GarbledSentence().findings(subject))) == count


def test_a_few_words_have_no_order():
    assert rehearse(GarbledSentence, example(SURE, UNFAITHFUL, "Of all people, us.")) == ()


def test_thresholds_are_options():
    strict = GarbledSentence(GarbledSentenceOptions(disorder=99, doubtful=99))
    assert list(strict.findings(subject_of(example(SURE, UNFAITHFUL)))) == []
