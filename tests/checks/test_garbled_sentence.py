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
GARBLED, ORDERLY = OPTIONS.disorder + 0.1, OPTIONS.disorder - 0.1
FAITHFUL, UNFAITHFUL = 101 - 100 * OPTIONS.critical, 99 - 100 * OPTIONS.critical


def example(disorder, fidelity, text=TEXT):
    return Example(text, counterpart=TOLD, fidelity=fidelity, disorder=disorder)


@pytest.mark.parametrize(
    ("disorder", "fidelity", "count"),
    [
        (GARBLED, UNFAITHFUL, 1),
        (GARBLED, FAITHFUL, 0),
        (ORDERLY, 0, 0),
        (None, 0, 0),
    ],
)
def test_both_witnesses_are_needed(disorder, fidelity, count):
    found = rehearse(GarbledSentence, example(disorder, fidelity))
    assert [(finding.excerpt, finding.evidence[0].excerpt) for finding in found] == [(TEXT, TOLD)] * count


def test_another_outlets_version_is_no_witness():
    subject = subject_of(example(GARBLED, UNFAITHFUL))
    subject = replace(subject, alignment=replace(subject.alignment, regime=Regime.COMPARABLE))
    assert list(GarbledSentence().findings(subject)) == []


def test_a_few_words_have_no_order():
    assert rehearse(GarbledSentence, example(GARBLED, UNFAITHFUL, "Of all people, us.")) == ()


def test_thresholds_are_options():
    strict = GarbledSentence(GarbledSentenceOptions(disorder=99))
    assert list(strict.findings(subject_of(example(GARBLED, UNFAITHFUL)))) == []
