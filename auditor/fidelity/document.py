"""The score of a whole translation: every statement, every passage, the coverage beside the mean."""

from __future__ import annotations

from dataclasses import dataclass, replace

from auditor.core.alignment import Alignment, DocumentPair, Regime
from auditor.core.document import Document
from auditor.core.score import DocumentScore, PassageScore, SegmentScore, Verdict
from auditor.facts.fact import FactLedger
from auditor.fidelity.aggregate import (
    Weighted,
    coverage,
    document_fidelity,
    interval,
    passage_critical,
    passage_fidelity,
    passage_risk,
    suspicious_words,
)
from auditor.fidelity.conflicts import in_conflict
from auditor.fidelity.pair import TextPair
from auditor.fidelity.placed import placed
from auditor.fidelity.scorer import FidelityScorer
from auditor.fidelity.statements import Statement, statements_of, window_statements
from auditor.fidelity.verdicts import judge
from auditor.fidelity.weights import Thresholds, verdict_thresholds

UNSCORED = "fidelity:none"
"""Signature where no model scored."""
COMPARED = (Verdict.SUPPORTED, Verdict.CONTRADICTED)


def score_document(
    pair: DocumentPair,
    alignment: Alignment,
    translation_facts: FactLedger,
    counterpart_facts: FactLedger,
    scorer: FidelityScorer | None,
) -> DocumentScore:
    """Verdict, fidelity and risk of every passage of the translation, and their length-weighted mean.

    Beads with text on both sides are scored; a supported passage that has links but no such bead is scored against
    the text of the passages it is linked to, window by window. Without a `scorer` there are verdicts only.
    """
    statements = statements_of(pair, alignment)
    beads = _scores(statements, scorer, alignment.regime)
    run = _Run(pair, alignment, translation_facts, counterpart_facts, scorer, verdict_thresholds())
    parts = run.parts(statements, beads)
    passages = tuple(run.passage(index, statements, beads, parts) for index in range(len(pair.translation.passages)))
    fidelity = document_fidelity(pair.translation, passages)
    lengths = [size for p in passages if p.fidelity is not None for size, _ in parts[p.passage]]
    error = scorer.error(run.languages()) if scorer is not None else None
    return DocumentScore(
        fidelity=fidelity,
        interval=None if fidelity is None or error is None else interval(fidelity, lengths, error),
        coverage=coverage(pair.translation, passages),
        passages=passages,
        beads=tuple(beads),
        signature=scorer.signature if scorer is not None else UNSCORED,
    )


def not_compared(document: Document) -> DocumentScore:
    """The score of a translation that has no counterpart."""
    passages = tuple(PassageScore(passage.index, Verdict.NOT_COMPARED) for passage in document.passages)
    return DocumentScore(None, None, coverage(document, passages), passages, (), UNSCORED)


@dataclass(frozen=True)
class _Run:
    """What the judgement of one passage needs."""

    pair: DocumentPair
    alignment: Alignment
    ours: FactLedger
    theirs: FactLedger
    scorer: FidelityScorer | None
    thresholds: Thresholds

    def languages(self) -> TextPair:
        """An empty pair in the languages of the two articles."""
        return TextPair("", "", self.pair.translation.language, self.pair.counterpart.language)

    def parts(self, statements: list[Statement | None], beads: list[SegmentScore | None]) -> list[list[Weighted]]:
        """Per passage the scored statements and how many of its code points each covers."""
        parts: list[list[Weighted]] = [[] for _ in self.pair.translation.passages]
        for statement, score in zip(statements, beads, strict=True):
            if statement is not None and score is not None:
                for passage, length in statement.shares:
                    parts[passage].append((length, score))
        if self.scorer is not None:
            for index, found in enumerate(parts):
                found.extend([] if found else self._against_links(index, self.scorer))
        return parts

    def passage(
        self,
        index: int,
        statements: list[Statement | None],
        beads: list[SegmentScore | None],
        parts: list[list[Weighted]],
    ) -> PassageScore:
        """Verdict and figures of one passage; figures only where it was compared.

        Against another outlet's version there is no risk and there are no suspicious words: what raters mark in a
        translation was never asked of a retelling, and a good one would be alarmed at.
        """
        document = self.pair.translation
        links = self.alignment.links_of(index)
        conflict = any(
            in_conflict(statement, self.ours, self.theirs, self.alignment.regime, self.thresholds)
            for statement, score in zip(statements, beads, strict=True)
            if statement is not None and any(passage == index for passage, _ in statement.shares)
            if score is None or score.likeness >= self.thresholds.conflict_fidelity
        )
        verdict = judge(document, document.passages[index], links, conflict, self.thresholds)
        if verdict not in COMPARED:
            return PassageScore(index, verdict)
        own = parts[index]
        if self.alignment.regime is Regime.COMPARABLE:
            return PassageScore(index, verdict, passage_fidelity(own))
        least = None if self.scorer is None else self.scorer.suspicious
        words = () if least is None else suspicious_words(document, index, own, least)
        return PassageScore(index, verdict, passage_fidelity(own), passage_risk(own), passage_critical(own), words)

    def _against_links(self, index: int, scorer: FidelityScorer) -> list[Weighted]:
        """Each window of a linked passage with its best score against the windows of the linked text."""
        confident = [x for x in self.alignment.links_of(index) if x.confidence >= self.thresholds.link_confidence]
        linked = tuple(link.counterpart for link in confident)
        found: list[Weighted] = []
        for options in window_statements(self.pair, index, linked) if linked else []:
            scores = [_regarded(score, self.alignment.regime) for score in scorer.score([x.pair for x in options])]
            length = sum(size for _, size in options[0].shares)
            best = max(range(len(scores)), key=lambda i: scores[i].fidelity)
            found.append((length, placed(scores[best], options[best])))
        return found


def _scores(
    statements: list[Statement | None], scorer: FidelityScorer | None, regime: Regime
) -> list[SegmentScore | None]:
    """One score per statement, None where a side is empty or nobody scores."""
    if scorer is None:
        return [None] * len(statements)
    two_sided = [statement.pair for statement in statements if statement is not None]
    found = (_regarded(score, regime) for score in (scorer.score(two_sided) if two_sided else []))
    return [None if statement is None else placed(next(found), statement) for statement in statements]


def _regarded(score: SegmentScore, regime: Regime) -> SegmentScore:
    """Another outlet counts anew and tells other times: against its version these cost nothing."""
    if regime is not Regime.COMPARABLE:
        return score
    return replace(score, fidelity=score.likeness, before_facts=None)
