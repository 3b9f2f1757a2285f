"""`low-fidelity`: a passage that says something else than its counterpart."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, CheckOptions, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.alignment import Regime
from auditor.core.document import Passage, PassageKind
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.core.score import PassageScore, Verdict

MAX_CONFIDENCE = 0.9
MAX_EVIDENCE = 2
"""Linked counterpart passages that are shown."""


class LowFidelityOptions(CheckOptions):
    """When a passage is called unfaithful."""

    fidelity: float = 30.0
    """Passages at or above it pass.

    Of 402 clean lines of NTREX in ten languages the joint model puts 8 below 30 at a risk of .45 or more, of 526 other
    sentences and word salads 397; 9 and 400 below 35.
    """
    risk: float = 0.45
    """Probability of a major error that must be reached too."""
    critical: float = 0.2
    """Probability of a critical error that must be reached as well, where the model gives one.

    With it none of those 402 clean lines is left, and of the 526 others 339 are found; with .3 it is 297.
    """
    min_characters: int = 25
    """Too little text cannot be scored."""
    min_counterpart_characters: int = 60
    """Nor can it against so little: on clean NTREX both findings were against lines of 43 and 53."""
    min_link_confidence: float = 0.6
    """A doubtful link makes any passage look unfaithful."""


class LowFidelity(Check):
    """A passage is linked to its counterpart but does not say what it says.

    **What it finds.** Passages with a counterpart whose fidelity is low and whose probability of a major error is high:
    nonsense, reversed meaning, a sentence that tells something else. The linked passages are the evidence.

    **Why it matters.** Fluent but wrong sentences are the errors that readers cannot see and editors must.

    **What it does not find.** Anything against another outlet's version of the story, which words everything anew:
    there three of three findings on the sample articles were wrong. Passages without a counterpart, which are news and
    no error; captions and lines too short to be scored; single wrong numbers or names, which have checks of their own;
    most errors: it is meant to be right rather than complete.

    **References.** MQM Core, accuracy / mistranslation.
    """

    id = "ACC030"
    name = "low-fidelity"
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    scope = Scope.PASSAGE
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT, Need.FIDELITY})
    Options = LowFidelityOptions
    options: LowFidelityOptions
    GOOD = (
        Example(
            "According to him nobody was overcharged, while the schools lacked money for repairs.",
            counterpart="He said the price was fair and that schools needed money for repairs.",
            fidelity=70,
        ),
        Example("No comment, he said.", counterpart="He would not say anything about the case.", fidelity=5),
        Example(
            "Der Schaden wird auf zwei Millionen Euro beziffert, teilte die Klinik mit.",
            language="de",
            counterpart="The clinic put the cost of the attack at two million euros.",
            fidelity=62,
        ),
        Example(
            "研究人员说，另一半岩芯将运往日本，由高知大学的实验室保存和分析，结果明年公布。",
            language="zh",
            counterpart="The other half will go to Japan.",
            links=(),
            fidelity=10,
        ),
    )
    BAD = (
        Example(
            "⟦The company said that the supervision department answered twice the leak of its old reminder.⟧",
            counterpart="The company had twice alerted the regulator to water leaking from the old workings.",
            fidelity=15,
        ),
        Example(
            "⟦وتقول منظمات الإغاثة إن الخوف في محله وإن الأهالي لا يدفنون موتاهم.⟧",
            language="ar",
            counterpart="Aid groups say that the fear is unfounded and that relatives do bury their dead.",
            fidelity=22,
        ),
        Example(
            "⟦直到现在，研究人员不得不依赖短裤和受伤的老人，才能知道核心的样子和年代。⟧",
            language="zh",
            counterpart="Until now researchers had to rely on cores that were short, damaged and old.",
            fidelity=18,
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per passage, over the whole passage."""
        if subject.score is None or subject.counterpart is None or subject.alignment is None:
            return
        if subject.alignment.regime is Regime.COMPARABLE:
            return
        for score in subject.score.passages:
            passage = subject.document.passages[score.passage]
            spans = subject.linked_spans(score.passage, self.options.min_link_confidence)
            enough = sum(map(len, spans)) >= self.options.min_counterpart_characters
            if enough and self._is_unfaithful(passage, score):
                evidence = tuple(Evidence.at(subject.counterpart, span) for span in spans[:MAX_EVIDENCE])
                yield self._finding(subject, passage, score, evidence)

    def _is_unfaithful(self, passage: Passage, score: PassageScore) -> bool:
        if score.verdict not in (Verdict.SUPPORTED, Verdict.CONTRADICTED) or passage.kind is PassageKind.RESIDUE:
            return False
        if score.fidelity is None or len(passage.span) < self.options.min_characters:
            return False
        doubtful = (score.risk, self.options.risk), (score.critical_probability, self.options.critical)
        return score.fidelity < self.options.fidelity and all(p is None or p >= least for p, least in doubtful)

    def _finding(
        self, subject: Subject, passage: Passage, score: PassageScore, evidence: tuple[Evidence, ...]
    ) -> Finding:
        risk = self.options.risk if score.risk is None else score.risk
        message = (
            f"This does not say what the counterpart says: fidelity {score.fidelity:.0f} of 100, "
            f"{risk:.0%} likely to hold a major error."
        )
        return self.found(subject, passage.span, message, confidence=min(MAX_CONFIDENCE, risk), evidence=evidence)
