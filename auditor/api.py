"""The public Python API: `audit`, `align`, `score` and the data they give back.

It is a module of its own because `auditor.audit` and `auditor.align` are packages: a function of the same name on
`auditor` would hide them, or be hidden, by the order of imports.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from auditor.align.aligner import Side, align_pair, align_segments
from auditor.audit.articles import load_file
from auditor.audit.presegmented import read_presegmented, segment_alignment
from auditor.audit.request import Request
from auditor.audit.run import confirm_encoder, run_audit
from auditor.audit.vectors import Encoders
from auditor.config import Settings, models_folder
from auditor.core.alignment import Alignment, Bead, DocumentPair, Link, Regime
from auditor.core.document import Document, Passage, Segment, Span
from auditor.core.finding import Evidence, Finding, Notice
from auditor.core.mqm import Category, Severity
from auditor.core.report import AuditedDocument, Report
from auditor.core.score import DocumentScore, PassageScore, SegmentScore, Verdict
from auditor.encoders import Encoder, HashEncoder, VectorCache, encoder_label
from auditor.errors import ModelError, ReadError, UsageError
from auditor.facts import extract_facts
from auditor.fidelity import FidelityScorer, TextPair, choose_fidelity, load_scorer, unread_reason
from auditor.languages import detect_language, get_language

__all__ = [
    "AlignedPair",
    "Alignment",
    "AuditedDocument",
    "Bead",
    "Category",
    "Document",
    "DocumentPair",
    "DocumentScore",
    "Encoder",
    "Evidence",
    "Finding",
    "HashEncoder",
    "Link",
    "Notice",
    "Passage",
    "PassageScore",
    "Regime",
    "Report",
    "ScoredLines",
    "Segment",
    "SegmentScore",
    "Settings",
    "Severity",
    "Span",
    "Verdict",
    "align",
    "audit",
    "score",
]

Progress = Callable[[str, int, int], None]
"""Told (stage, done, total)."""


@dataclass(frozen=True)
class AlignedPair:
    """Two articles and what corresponds."""

    pair: DocumentPair
    alignment: Alignment
    signature: str


@dataclass(frozen=True)
class ScoredLines:
    """One score per pair of lines, in order."""

    scores: tuple[SegmentScore, ...]
    signature: str
    caution: str | None = None
    """Why the scores say nothing, where the model does not read these languages."""


def audit(
    paths: Sequence[Path | str],
    *,
    counterpart: Path | str | None = None,
    pairs: Path | str | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
    encoder: Encoder | None = None,
) -> Report:
    """Audit files, folders or `-` (standard input).

    `counterpart` is a file or folder to compare with, `pairs` a CSV manifest; without either, counterparts are looked
    for among `paths` by name and content. `encoder` takes the place of the one that `settings` name. Raises
    `UsageError` (also for a wrong manifest), `NothingToAuditError` and `ModelError`.
    """
    request = Request(
        paths=tuple(paths),
        counterpart=None if counterpart is None else Path(counterpart),
        pairs=None if pairs is None else Path(pairs),
        settings=settings or Settings(),
    )
    return run_audit(request, progress or _silent, encoder)


def align(
    translation: Path | str,
    counterpart: Path | str,
    *,
    presegmented: bool = False,
    settings: Settings | None = None,
    encoder: Encoder | None = None,
) -> AlignedPair:
    """Align two articles; with `presegmented`, two files of one segment per line, in strict order.

    Raises `ReadError` when either cannot be read.
    """
    settings = settings or Settings()
    places = (Path(translation), settings.language), (Path(counterpart), settings.counterpart_language)
    if presegmented:
        ours, theirs = (read_presegmented(path, language) for path, language in places)
    else:
        ours, theirs = (_load(path, language, settings) for path, language in places)
    with ExitStack() as stack:
        model = _encoder((ours.language, theirs.language), settings, encoder, stack)
        if presegmented:
            alignment = segment_alignment(ours, theirs, align_segments(_lines(ours), _lines(theirs), model.encode))
        else:
            left, right = (Side(d, extract_facts(d, get_language(d.language))) for d in (ours, theirs))
            alignment = align_pair(left, right, model.encode, model.name)
        signature = f"encoder:{encoder_label(model)}|{alignment.signature}"
    return AlignedPair(DocumentPair(ours, theirs, "argument", 1.0), alignment, signature)


def score(
    translations: Sequence[str],
    counterparts: Sequence[str],
    *,
    settings: Settings | None = None,
    encoder: Encoder | None = None,
    words: bool = False,
) -> ScoredLines:
    """Score lines against lines; languages are those of the settings, else detected over all lines of a side.

    Raises `UsageError` when the two sides are not equally long, or `words` are wanted of a model that says nothing of
    them, and `ModelError` when the encoder has no calibration.
    """
    if len(translations) != len(counterparts):
        raise UsageError(
            f"{len(translations)} lines of translation, {len(counterparts)} of counterpart; line i belongs to line i."
        )
    settings = settings or Settings()
    ours = settings.language or detect_language("\n".join(translations)).language
    theirs = settings.counterpart_language or detect_language("\n".join(counterparts)).language
    with ExitStack() as stack:
        model = _encoder((ours, theirs), settings, encoder, stack)
        scorer = _scorer(model, settings)
        if words and scorer.suspicious is None:
            raise UsageError("the linear fidelity model says nothing of words; use --fidelity-model joint.")
        pairs = [TextPair(a, b, ours, theirs) for a, b in zip(translations, counterparts, strict=True)]
        scores = tuple(scorer.score(pairs))
        vectors = choose_fidelity(settings.fidelity_model, models_folder()).reads_vectors
        signature = f"encoder:{encoder_label(model)}|{scorer.signature}" if vectors else scorer.signature
        caution = None if scorer.reads(TextPair("", "", ours, theirs)) else unread_reason(theirs, ours)
    return ScoredLines(scores, signature, caution)


def _silent(stage: str, done: int, total: int) -> None:
    """No progress is shown."""


def _encoder(languages: Sequence[str], settings: Settings, encoder: Encoder | None, stack: ExitStack) -> Encoder:
    if encoder is not None:
        return Encoders.of(encoder).for_languages(languages)
    cache = None
    if settings.cache:
        cache = stack.enter_context(VectorCache(limit_bytes=settings.cache_mb * 2**20))
    encoders = Encoders(settings.encoder, settings.device.value, settings.threads, cache, settings.precision.value)
    confirm_encoder(settings, encoders)
    return encoders.for_languages(languages)


def _scorer(encoder: Encoder, settings: Settings) -> FidelityScorer:
    scorer = load_scorer(
        encoder,
        models_folder(),
        settings.fidelity_model,
        device=settings.device.value,
        threads=settings.threads,
        precision=settings.precision.value,
    )
    if scorer is None:
        raise ModelError(f"fidelity is not calibrated for the encoder {encoder.name}; use --encoder use or e5.")
    return scorer


def _load(path: Path, language: str | None, settings: Settings) -> Document:
    loaded = load_file(path, path.name, settings, language)
    if not loaded.documents:
        notice = loaded.notices[0]
        raise ReadError(notice.message, notice.kind)
    return loaded.documents[0]


def _lines(document: Document) -> list[str]:
    return [document.slice(segment.span) for segment in document.segments]
