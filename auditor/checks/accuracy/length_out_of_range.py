"""ACC031 length-out-of-range."""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from pydantic import Field

from auditor.checks.check import Check, CheckOptions, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.alignment import Regime
from auditor.core.document import PassageKind, Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

CONFIDENCE = 0.6
"""With 4.5 deviations 8 passages of 10,757 clean NTREX sentences in 23 languages were found, five of which left out
half of the English; with 5, two."""
SHORTEST = 60
"""Characters of the counterpart's passage, in English; headlines and captions vary freely."""
NARROWEST = 0.02
"""Variance that is always granted."""


class Options(CheckOptions):
    """How far is too far."""

    deviations: float = Field(default=5.0, gt=0)
    """Standard deviations from the usual length of this pair of languages."""


class LengthOutOfRange(Check):
    """A passage is far longer or shorter than a translation of its counterpart can be.

    What it finds
        A passage of a third of the length that is usual between these two languages, as when an engine stops in the
        middle; one of twice the length, as when it goes on by itself.

    Why it matters
        Half of the passage is missing, or half is made up.

    What it does not find
        Passages below sixty characters, headings, captions and list items; passages that are linked to several or
        share their counterpart; articles of one language, whose wording is free; another outlet's version; languages
        in which the usual length was not measured.

    References
        MQM Core, accuracy/omission. Usual lengths and their variance: `scripts/fit_lengths.py`, from the tuning half of
        NTREX; the model is that of Gale and Church (1993) with a variance that has a floor.
    """

    id = "ACC031"
    name = "length-out-of-range"
    category = Category.OMISSION
    severity = Severity.MINOR
    scope = Scope.PASSAGE
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})
    Options = Options

    GOOD = (
        Example(
            "Der Ausschuss kam am Dienstag zusammen, vertagte aber seine Entscheidung über den Haushalt.",
            language="de",
            counterpart="The committee met on Tuesday but put off its decision on the budget for another week.",
        ),
        Example(
            "委员会周二开会，但将预算案的决定推迟了一周。",
            language="zh",
            counterpart="The committee met on Tuesday but put off its decision on the budget for another week.",
        ),
        Example(
            "اجتمعت اللجنة يوم الثلاثاء لكنها أجلت قرارها بشأن الميزانية أسبوعا.",
            language="ar",
            counterpart="The committee met on Tuesday but put off its decision on the budget for another week.",
        ),
        Example("Ausschuss vertagt sich.", language="de", counterpart="Committee puts off budget vote for a week."),
    )
    BAD = (
        Example(
            "⟦Der Ausschuss kam zusammen.⟧",
            language="de",
            counterpart="The committee met on Tuesday but put off its decision on the budget for another week.",
        ),
        Example(
            "⟦委员会开会。⟧",
            language="zh",
            counterpart="The committee met on Tuesday but put off its decision on the budget for another week.",
        ),
        Example(
            "⟦اجتمعت اللجنة يوم الثلاثاء.⟧",
            language="ar",
            counterpart="The committee met on Tuesday but put off its decision on the budget for another week.",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per passage."""
        assert isinstance(self.options, Options)
        if subject.counterpart is None or subject.alignment is None or subject.alignment.regime is not Regime.PARALLEL:
            return
        ours, theirs = (_usual(code) for code in (subject.document.language, subject.counterpart.language))
        if ours is None or theirs is None or subject.document.language == subject.counterpart.language:
            return
        for here, there in _linked(subject):
            expected = len(there) * math.exp(ours[0] - theirs[0])
            english = len(there) / math.exp(theirs[0])
            variance = max(NARROWEST, ours[1] + theirs[1] + (ours[2] + theirs[2]) / english)
            ratio = len(here) / expected
            if english >= SHORTEST and abs(math.log(ratio)) > self.options.deviations * math.sqrt(variance):
                yield self._finding(subject, here, there, ratio)

    def _finding(self, subject: Subject, here: Span, there: Span, ratio: float) -> Finding:
        assert subject.counterpart is not None
        return self.found(
            subject,
            here,
            f"The passage has {ratio:.0%} of the length that is usual beside its counterpart.",
            confidence=CONFIDENCE,
            evidence=(Evidence.at(subject.document, here), Evidence.at(subject.counterpart, there)),
        )


def _linked(subject: Subject) -> Iterator[tuple[Span, Span]]:
    """Paragraphs that are linked one to one."""
    assert subject.alignment is not None
    assert subject.counterpart is not None
    ours = Counter(link.translation for link in subject.alignment.links)
    theirs = Counter(link.counterpart for link in subject.alignment.links)
    for link in subject.alignment.links:
        here, there = subject.document.passages[link.translation], subject.counterpart.passages[link.counterpart]
        if ours[here.index] == theirs[there.index] == 1 and here.kind is there.kind is PassageKind.PARAGRAPH:
            yield here.span, there.span


def _usual(language: str) -> tuple[float, float, float] | None:
    """(mean of log(length / English length), variance, variance × English length) of a language."""
    if language == "en":
        return (0.0, 0.0, 0.0)
    row = _table().get(language)
    return None if row is None else (row["mean"], row["floor"], row["per_character"])


@cache
def _table() -> dict[str, dict[str, float]]:
    path = files("auditor.checks.accuracy") / "data" / "lengths.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
