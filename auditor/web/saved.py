"""A report that `auditor check --format json` wrote, opened again beside the articles it is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import RLock

from auditor.core.alignment import Alignment, DocumentPair, Gap, Link, Regime
from auditor.core.document import Document, Span
from auditor.core.finding import Evidence, Finding, Notice, excerpt
from auditor.core.report import AuditedDocument, Report
from auditor.core.score import Coverage, DocumentScore, PassageScore, SuspiciousSpan
from auditor.errors import UsageError
from auditor.web.finished import Finished, finished
from auditor.web.history import History
from auditor.web.refusals import RefusalError
from auditor.web.saved_schema import SavedDocument, SavedFile, SavedFinding, read_saved
from auditor.web.saved_texts import Found, TextState, find_text

__all__ = ["SavedArticle", "SavedReport", "TextState", "open_report"]
TITLE_CHARACTERS = 100


@dataclass
class SavedArticle:
    """One article of the report; decisions about it go beside its file."""

    title: str
    state: TextState
    """The worse one of its own file and the counterpart's."""
    path: Path | None
    """The file of the translation, None unless it is as audited."""
    finished: Finished | None
    lock: RLock = field(default_factory=RLock)
    history: History = field(default_factory=History)

    @property
    def translation(self) -> Path:
        """Raises `RefusalError` when the file is no longer what was audited."""
        if self.path is None:
            raise RefusalError(409, "The file changed", "The article is no longer what was audited.", "Audit it again.")
        return self.path

    def shown(self, version: int | None) -> Finished:
        """The only results there are, whatever the version."""
        assert self.finished is not None
        return self.finished


@dataclass(frozen=True)
class SavedReport:
    """A report and what became of its files."""

    path: Path
    articles: tuple[SavedArticle, ...]
    texts: Mapping[str, TextState]
    """By document id, of both sides."""


def open_report(path: Path, roots: Sequence[Path]) -> SavedReport:
    """Read the report and find its articles in `roots`, by default the folder it lies in.

    Raises `UsageError` for a root that is no folder and `ConfigError` for a file that is no report.
    """
    folders = tuple(roots) or (path.absolute().parent,)
    for folder in folders:
        if not folder.is_dir():
            raise UsageError(f"{folder}: no such folder; --root is where the audited articles lie.")
    saved = read_saved(path)
    try:
        return _opened(path, saved, folders)
    except ValueError as error:  # a span whose end lies before its start
        raise UsageError(f"{path}: not a report that fits together ({error}); write it anew.") from error


def _opened(path: Path, saved: SavedFile, roots: Sequence[Path]) -> SavedReport:
    texts: dict[str, TextState] = {}
    articles = []
    findings = [_finding(finding) for finding in saved.findings]
    notices = tuple(Notice(n.level, n.kind, n.message, n.document) for n in saved.notices)
    for document in saved.documents:
        ours = find_text(document.id, document.sha256, document.language, roots, document)
        theirs = _counterpart(document, roots)
        texts |= {found.document.id: found.state for found in (ours, theirs) if found is not None}
        audited = _audited(document, ours.document, None if theirs is None else theirs.document)
        own = tuple(finding for finding in findings if finding.document == document.id)
        report = Report(saved.tool.version, saved.signature, (audited,), own, notices)
        articles.append(_article(report, ours, theirs))
    return SavedReport(path, tuple(articles), texts)


def _article(report: Report, ours: Found, theirs: Found | None) -> SavedArticle:
    document = ours.document
    title = excerpt(document.passage_text(0), TITLE_CHARACTERS) if document.passages else document.id
    if ours.state is not TextState.AS_AUDITED or ours.path is None:
        return SavedArticle(title, ours.state, None, Finished(report, report, 1, {}))
    state = TextState.AS_AUDITED if theirs is None else theirs.state
    return SavedArticle(title, state, ours.path, finished(report, ours.path, 1))


def _counterpart(saved: SavedDocument, roots: Sequence[Path]) -> Found | None:
    if saved.counterpart is None or saved.counterpart_sha256 is None:
        return None
    found = find_text(saved.counterpart, saved.counterpart_sha256, None, roots, None)
    if found.state is TextState.AS_AUDITED and _reach(saved) > len(found.document.passages):
        # Another version of the tool cut it otherwise, and the report does not say how: links would lead astray.
        blank = replace(found.document, text="", passages=())
        return Found(blank, TextState.CHANGED, found.path)
    return found


def _reach(saved: SavedDocument) -> int:
    linked = [link.passage for passage in saved.passages for link in passage.links]
    return 1 + max([*linked, *(gap.passage for gap in saved.omitted)], default=-1)


def _audited(saved: SavedDocument, ours: Document, theirs: Document | None) -> AuditedDocument:
    pair = alignment = None
    if theirs is not None and saved.paired_by is not None:
        confidence = 0.0 if saved.pair_confidence is None else saved.pair_confidence
        pair = DocumentPair(ours, theirs, saved.paired_by, confidence)
        alignment = _alignment(saved, bool(ours.passages and theirs.passages))
    known = saved.passages if ours.passages else ()
    passages = tuple(
        PassageScore(
            i,
            passage.verdict,
            passage.fidelity,
            passage.risk,
            passage.critical_probability,
            tuple(SuspiciousSpan(words.span, words.probability) for words in passage.suspicious),
        )
        for i, passage in enumerate(known)
    )
    coverage = Coverage(**saved.coverage.model_dump())
    score = DocumentScore(saved.fidelity, saved.fidelity_interval, coverage, passages, (), "fidelity:saved")
    return AuditedDocument(ours, pair, alignment, score, saved.penalty)


def _alignment(saved: SavedDocument, whole: bool) -> Alignment:
    """Links and gaps, where both texts are as audited; beads are not in a report."""
    links = (
        Link(i, link.passage, link.similarity, link.confidence)
        for i, passage in enumerate(saved.passages)
        for link in sorted(passage.links, key=lambda link: link.passage)
    )
    gaps = (Gap(gap.passage, Span(gap.start, gap.end), gap.kind) for gap in saved.omitted)
    regime = saved.regime or Regime.COMPARABLE
    return Alignment(regime, tuple(links) if whole else (), (), tuple(gaps) if whole else (), "aligner:saved")


def _finding(saved: SavedFinding) -> Finding:
    return Finding(
        check=saved.check,
        name=saved.name,
        category=saved.category,
        severity=saved.severity,
        confidence=saved.confidence,
        document=saved.document,
        span=saved.span,
        excerpt=saved.excerpt,
        message=saved.message,
        suggestion=saved.suggestion,
        evidence=tuple(Evidence(one.document, one.span, one.excerpt) for one in saved.evidence),
        fingerprint=saved.fingerprint,
        state=saved.state,
    )
