"""One translation: facts, alignment, score and findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from auditor.align.aligner import Side, align_pair
from auditor.audit.articles import Progress
from auditor.audit.overlap import without_overlaps
from auditor.audit.penalty import penalty
from auditor.audit.selection import can_run, findings_of, is_kept
from auditor.audit.vectors import Encoders
from auditor.audit.watched import WatchedEncoder, WatchedScorer
from auditor.checks import Check, CorpusCheck, Subject
from auditor.checks.precision import with_precision
from auditor.config import Settings, models_folder
from auditor.core.alignment import DocumentPair
from auditor.core.document import Document
from auditor.core.finding import Finding
from auditor.core.report import AuditedDocument
from auditor.encoders import Encoder
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
    found: tuple[Finding, ...] = ()
    """All of them, before any is dropped or hidden."""
    gathered: tuple[tuple[CorpusCheck[Any], object], ...] = ()
    """What the checks that look at all articles must know of this one."""


class Judge:
    """Holds what all documents of a run share: checks, encoders, scorers.

    `load` gives the scorer for an encoder where scorers are shared with other runs. `detail` is told the stages inside
    a document (`facts`, `encode`, `align`, `score`, `check`) and may raise to stop.
    """

    def __init__(
        self,
        settings: Settings,
        checks: Sequence[Check],
        encoders: Encoders,
        load: Callable[[Encoder], FidelityScorer | None] | None = None,
        detail: Progress | None = None,
    ) -> None:
        self._settings, self._checks, self._encoders = settings, checks, encoders
        self._shared, self._detail = load, detail
        self._scorers: dict[str, FidelityScorer | None] = {}
        self.unjudged: set[tuple[str, str]] = set()
        """Languages (of counterpart, of translation) that were scored though nobody judged such translations."""
        self.unread: set[tuple[str, str]] = set()
        """Those that were not, as the fidelity model cannot read them."""

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
        assert subject.score is not None
        able = [check for check in self._checks if isinstance(check, CorpusCheck) and can_run(check, subject)]
        gathered = tuple((check, check.gather(subject)) for check in able)
        found = findings_of(self._told_checks(), subject)
        audited = AuditedDocument(document, pair, subject.alignment, subject.score, 0.0)
        return self._weighed(Judged(audited, (), 0, gathered=gathered), found)

    def compare(self, judged: Sequence[Judged]) -> list[Judged]:
        """The articles of a run with what they show only together."""
        more: dict[str, list[Finding]] = defaultdict(list)
        languages = {one.audited.document.id: get_language(one.audited.document.language).code for one in judged}
        for check in self._checks:
            if isinstance(check, CorpusCheck):
                known = {
                    one.audited.document.id: data for one in judged for made, data in one.gathered if made is check
                }
                for finding in check.across(known):
                    more[finding.document].append(with_precision(finding, languages[finding.document]))
        return [
            self._weighed(one, (*one.found, *found)) if (found := more.get(one.audited.document.id)) else one
            for one in judged
        ]

    def _weighed(self, judged: Judged, found: Iterable[Finding]) -> Judged:
        """The article with these findings: ordered, without overlaps, kept or counted as hidden."""
        document = judged.audited.document
        ordered = tuple(sorted(found, key=lambda finding: (finding.span, finding.check, finding.message)))
        apart = without_overlaps(ordered, document, self._settings.confidence)
        kept = tuple(finding for finding in apart if is_kept(finding, self._settings))
        sure = [finding for finding in apart if finding.confidence >= self._settings.confidence]
        audited = replace(judged.audited, penalty=penalty(document, sure))
        return replace(judged, audited=audited, findings=kept, suppressed=len(apart) - len(kept), found=ordered)

    def _tell(self, stage: str, done: int, total: int) -> None:
        if self._detail is not None:
            self._detail(stage, done, total)

    def _told_checks(self) -> Iterator[Check]:
        """Those that look at one article."""
        for i, check in enumerate(self._checks):
            self._tell("check", i, len(self._checks))
            if not isinstance(check, CorpusCheck):
                yield check
        self._tell("check", len(self._checks), len(self._checks))

    def _subject(self, document: Document, pair: DocumentPair | None) -> Subject:
        language = get_language(document.language)
        self._tell("facts", 0, 1)
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
        if scorer is not None and not scorer.reads(languages):
            self.unread.add((other.language, pair.translation.language))
            scorer = None
        elif scorer is not None and not scorer.judged(languages):
            self.unjudged.add((other.language, pair.translation.language))
        self._tell("facts", 1, 1)
        ours, theirs = Side(pair.translation, alone.facts), Side(other, other_facts)
        embed = encoder.encode
        if self._detail is not None:
            WatchedEncoder(encoder, "encode", self._detail).encode(_sentences(pair))
            embed = WatchedEncoder(encoder, "align", self._detail).encode
            scorer = None if scorer is None else WatchedScorer(scorer, "score", self._detail)
        alignment = align_pair(ours, theirs, embed, encoder.name)
        return replace(
            alone,
            counterpart=other,
            counterpart_language=other_language,
            counterpart_facts=other_facts,
            alignment=alignment,
            score=score_document(pair, alignment, alone.facts, other_facts, scorer),
        )

    def _scorer(self, encoder: Encoder) -> FidelityScorer | None:
        if encoder.name not in self._scorers:
            self._scorers[encoder.name] = (self._shared or self._own_scorer)(encoder)
        return self._scorers[encoder.name]

    def _own_scorer(self, encoder: Encoder) -> FidelityScorer | None:
        settings = self._settings
        return load_scorer(
            encoder,
            models_folder(),
            settings.fidelity_model,
            device=settings.device.value,
            threads=settings.threads,
            precision=settings.precision.value,
        )


def _sentences(pair: DocumentPair) -> list[str]:
    return [side.slice(segment.span) for side in (pair.translation, pair.counterpart) for segment in side.segments]
