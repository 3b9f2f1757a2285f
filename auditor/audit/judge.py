"""One translation: facts, alignment, score and findings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from auditor.align.aligner import Side, align_pair
from auditor.audit.overlap import without_overlaps
from auditor.audit.penalty import penalty
from auditor.audit.selection import can_run, is_kept
from auditor.audit.vectors import Encoders, RememberingEncoder
from auditor.checks import Check, Subject
from auditor.config import Settings, models_folder
from auditor.core.alignment import DocumentPair
from auditor.core.document import Document
from auditor.core.finding import Finding
from auditor.core.report import AuditedDocument
from auditor.facts import extract_facts
from auditor.fidelity import FidelityScorer, TextPair, choose_fidelity, load_scorer, not_compared, score_document
from auditor.languages import get_language


@dataclass(frozen=True)
class Judged:
    """A translation with what was found in it."""

    audited: AuditedDocument
    findings: tuple[Finding, ...]
    """Kept ones, ordered by (start, check id)."""
    suppressed: int


class Judge:
    """Holds what all documents of a run share: checks, encoders, scorers."""

    def __init__(self, settings: Settings, checks: Sequence[Check], encoders: Encoders) -> None:
        self._settings, self._checks, self._encoders = settings, checks, encoders
        self._scorers: dict[str, FidelityScorer | None] = {}
        self.unjudged: set[tuple[str, str]] = set()
        """Languages (of counterpart, of translation) that were scored though nobody judged such translations."""

    @property
    def scorers(self) -> tuple[FidelityScorer, ...]:
        """Scorers in use so far, by encoder name."""
        found = (self._scorers[name] for name in sorted(self._scorers))
        return tuple(scorer for scorer in found if scorer is not None)

    @property
    def uncalibrated(self) -> tuple[str, ...]:
        """Encoders in use for which no fidelity is calibrated."""
        return tuple(sorted(name for name, scorer in self._scorers.items() if scorer is None))

    @property
    def fidelity_fallback(self) -> str | None:
        """Why not the best fidelity model scored, if that is so."""
        choice = choose_fidelity(self._settings.fidelity_model, models_folder())
        return choice.reason if choice.fallback and self._scorers else None

    def judge(self, document: Document, pair: DocumentPair | None) -> Judged:
        """Everything about one translation."""
        subject = self._subject(document, pair)
        found = [f for check in self._checks if can_run(check, subject) for f in check.findings(subject)]
        found.sort(key=lambda finding: (finding.span, finding.check, finding.message))
        apart = without_overlaps(found, document, self._settings.confidence)
        kept = tuple(finding for finding in apart if is_kept(finding, self._settings))
        assert subject.score is not None
        sure = [finding for finding in apart if finding.confidence >= self._settings.confidence]
        audited = AuditedDocument(document, pair, subject.alignment, subject.score, penalty(document, sure))
        return Judged(audited, kept, len(apart) - len(kept))

    def _subject(self, document: Document, pair: DocumentPair | None) -> Subject:
        language = get_language(document.language)
        facts = extract_facts(document, language)
        alone = Subject(document, language, facts, score=not_compared(document))
        return alone if pair is None else self._compared(alone, pair)

    def _compared(self, alone: Subject, pair: DocumentPair) -> Subject:
        other = pair.counterpart
        other_language = get_language(other.language)
        other_facts = extract_facts(other, other_language)
        encoder = self._encoders.for_languages((pair.translation.language, other.language))
        scorer = self._scorer(encoder)  # before anything is encoded: what it needs of the encoder's work is kept then
        languages = TextPair("", "", pair.translation.language, other.language)
        if scorer is not None and not scorer.judged(languages):
            self.unjudged.add((other.language, pair.translation.language))
        ours, theirs = Side(pair.translation, alone.facts), Side(other, other_facts)
        alignment = align_pair(ours, theirs, encoder.encode, encoder.name)
        return replace(
            alone,
            counterpart=other,
            counterpart_language=other_language,
            counterpart_facts=other_facts,
            alignment=alignment,
            score=score_document(pair, alignment, alone.facts, other_facts, scorer),
        )

    def _scorer(self, encoder: RememberingEncoder) -> FidelityScorer | None:
        if encoder.name not in self._scorers:
            settings = self._settings
            self._scorers[encoder.name] = load_scorer(
                encoder,
                models_folder(),
                settings.fidelity_model,
                device=settings.device.value,
                threads=settings.threads,
                precision=settings.precision.value,
            )
        return self._scorers[encoder.name]
