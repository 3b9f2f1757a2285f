"""Which hedges count as lost, and what stands for them."""

from dataclasses import replace

import pytest

from auditor.audit.rehearsal import rehearse, subject_of
from auditor.checks.accuracy.cues import read_cues
from auditor.checks.accuracy.hedge_lost import HedgeLost
from auditor.checks.accuracy.hedging import hedging_languages, lost_across
from auditor.checks.example import Example
from auditor.core.mqm import Severity

REST = "took money from two companies in the town"


@pytest.mark.parametrize(
    ("text", "counterpart", "severity"),
    [
        (f"The mayor {REST}.", f"The mayor reportedly {REST}.", Severity.MAJOR),
        (f"The mayor probably {REST}.", f"The mayor reportedly {REST}.", None),
        (f"According to the police, the mayor {REST}.", f"The mayor allegedly {REST}.", None),
        (f"The mayor {REST}.", f"The mayor perhaps {REST}.", Severity.MINOR),
        (f"The mayor reportedly {REST}.", f"The mayor {REST}.", None),
        ("The rain must cause floods in the valley.", "The rain may cause floods in the valley.", Severity.MINOR),
        ("The rain causes trouble in the wide valley.", "The rain may bring trouble in the wide valley.", None),
        ("The tax was raised in the spring by the state.", "The tax was raised in early May by the state.", None),
        ("A bus was late.", f"The mayor allegedly {REST}.", None),
        (f"Is it so that the mayor {REST}?", f"Is it so that the mayor allegedly {REST}?", None),
    ],
)
def test_a_hedge_is_lost_where_nothing_stands_for_it(text, counterpart, severity):
    found = rehearse(HedgeLost, Example(text, counterpart=counterpart))
    assert [finding.severity for finding in found] == ([] if severity is None else [severity])


def test_the_hedge_is_shown():
    (found,) = rehearse(HedgeLost, Example(f"The mayor {REST}.", counterpart=f"The mayor allegedly {REST}."))
    assert found.evidence[0].excerpt == "allegedly"


def test_articles_in_two_languages_are_left_alone():
    subject = subject_of(Example(f"The mayor {REST}.", counterpart=f"The mayor allegedly {REST}."))
    german = replace(subject, counterpart=replace(subject.counterpart, language="de"))
    assert list(HedgeLost().findings(german)) == []


@pytest.mark.parametrize("name", ["polarity", "hedges"])
def test_every_pattern_finds_something_that_is_there(name):
    for language, cues in read_cues(name).items():
        for pattern in (cues.sure, cues.harmless, cues.wide):
            assert not pattern.search(""), f"{name} [{language}] matches nothing at all: {pattern.pattern[:60]}"


@pytest.mark.parametrize(
    ("text", "language", "counterpart", "severity"),
    [
        ("Er nahm Geld von zwei Firmen.", "de", "He allegedly took money from two firms.", Severity.MAJOR),
        ("Laut Polizei nahm er Geld.", "de", "He allegedly took money.", None),
        ("Die Polizei sagte: Regen ist schuld.", "de", "Police said the rain is probably to blame.", Severity.MINOR),
        ("Er sagte, der Regen ist schuld.", "de", "The rain is probably to blame.", None),
        ("Der Regen wäre schuld.", "de", "The rain is probably to blame.", None),
        ("Er kam im Mai zurück.", "de", "He came back in May.", None),
        ("Er geht wieder.", "de", "He may not stay.", None),
        ("医生认为水被污染了。", "zh", "Doctors believe the water is polluted.", None),
        ("医生发现水被污染了。", "zh", "Doctors believe the water is polluted.", Severity.MINOR),
        ("Ist der Regen schuld?", "de", "Is the rain perhaps to blame?", None),
        ("He said the step would add one point to prices.", "en", "The step could add one point to prices.",
         Severity.MINOR),
        ("He said the step would add one point to prices.", "en", "The step will add one point to prices.", None),
        ("He said the step could add one point to prices.", "en", "The step may add one point to prices.", None),
        ("He said the man would leave at noon.", "en", "The man could leave the town with his money.", None),
    ],
)  # fmt: skip
def test_a_hedge_is_lost_across_languages_and_by_a_modal_verb(text, language, counterpart, severity):
    found = rehearse(HedgeLost, Example(text, language=language, counterpart=counterpart))
    assert [finding.severity for finding in found] == ([] if severity is None else [severity])


@pytest.mark.parametrize("language", sorted(hedging_languages() - {"en"}))
def test_an_empty_sentence_stands_for_no_hedge(language):
    assert lost_across("…", language, "He allegedly took money.") is not None
