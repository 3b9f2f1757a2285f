"""What the page says of one article: plain values, ready for the template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.core.alignment import Gap, Link
from auditor.core.document import Document, Passage
from auditor.core.finding import Evidence
from auditor.core.moves import move_map
from auditor.core.mqm import Category
from auditor.core.report import AuditedDocument
from auditor.core.score import PassageScore
from auditor.reports.html_map import MoveMap, draw_move_map
from auditor.reports.html_marks import Mark, Piece, pieces
from auditor.reports.html_rows import rows
from auditor.reports.located import Located
from auditor.reports.wording import another_version


@dataclass(frozen=True, slots=True)
class Reference:
    """A passage on the other side, 0-based."""

    passage: int
    confidence: float
    moved: bool = False
    pieces: tuple[Piece, ...] = ()
    """What a moved passage's counterpart says, for a reader who cannot see it beside the passage."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Evidence and the passage it lies in, if any."""

    evidence: Evidence
    document: Document | None
    """None when it is neither of the two articles."""
    passage: Passage | None
    theirs: bool


@dataclass(frozen=True, slots=True)
class Note:
    """A finding under its number."""

    number: int
    found: Located
    quoted: tuple[Quoted, ...]
    outside: bool
    """Whether it lies outside every passage, so that no text can carry its mark."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A passage of either article."""

    passage: Passage
    pieces: tuple[Piece, ...]
    references: tuple[Reference, ...]
    score: PassageScore | None = None
    notes: tuple[Note, ...] = ()
    gap: Gap | None = None
    figure: float | None = None
    """The fidelity to show. None in a comparable pair, where a good passage may have any (2 to 95 in the samples of
    `seeds/`: each outlet has its own words), and where `untranslated`, which says it all."""
    untranslated: bool = False
    """Whether it was found to be in another language than the article."""


@dataclass(frozen=True, slots=True)
class Level:
    """Cells that stand side by side."""

    translation: tuple[Cell, ...]
    counterpart: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One section of the page."""

    key: str
    """Prefix of its anchors."""
    audited: AuditedDocument
    levels: tuple[Level, ...]
    notes: tuple[Note, ...]
    """In the order of the text."""
    move_map: MoveMap | None

    @property
    def is_comparable(self) -> bool:
        """Whether the counterpart is another outlet's version."""
        return another_version(self.audited)

    @property
    def worst_first(self) -> tuple[Note, ...]:
        """The notes, the most severe first."""
        return tuple(sorted(self.notes, key=lambda note: -note.found.finding.severity.rank))


def article(key: str, audited: AuditedDocument, found: Sequence[Located]) -> Article:
    """The section of `audited`; `found` are its findings, in order."""
    notes = tuple(_note(number, item, audited) for number, item in enumerate(found, 1))
    if audited.pair is None or audited.alignment is None:
        levels = tuple(Level((cell,), ()) for cell in _ours(audited, notes))
        return Article(key, audited, levels, notes, None)
    ours, theirs = _ours(audited, notes), _theirs(audited, notes)
    levels = tuple(
        Level(tuple(ours[i] for i in row.translation), tuple(theirs[i] for i in row.counterpart))
        for row in rows(audited.alignment.links, len(ours), len(theirs))
    )
    return Article(key, audited, levels, notes, draw_move_map(audited.pair, audited.alignment))


def _note(number: int, item: Located, audited: AuditedDocument) -> Note:
    quoted = tuple(_quoted(evidence, audited) for evidence in item.finding.evidence)
    return Note(number, item, quoted, _home(audited.document, item) is None)


def _home(document: Document, item: Located) -> Passage | None:
    """The passage in which the finding begins, or at whose end it stands."""
    start = item.finding.span.start
    return document.passage_at(start) or (document.passage_at(start - 1) if start else None)


def _quoted(evidence: Evidence, audited: AuditedDocument) -> Quoted:
    sides = [(audited.document, False)]
    if audited.pair is not None:
        sides.append((audited.pair.counterpart, True))
    for document, theirs in sides:
        if evidence.document == document.id:
            return Quoted(evidence, document, document.passage_at(evidence.span.start), theirs)
    return Quoted(evidence, None, None, False)


def _ours(audited: AuditedDocument, notes: tuple[Note, ...]) -> tuple[Cell, ...]:
    document = audited.document
    marks = [Mark(note.found.finding.span, note.number, note.found.finding.severity) for note in notes]
    marks += _evidence_marks(notes, theirs=False)
    moved = _moved(() if audited.alignment is None else audited.alignment.links)
    cells = []
    for passage, score in zip(document.passages, audited.score.passages, strict=True):
        words = [Mark(word.span, probability=word.probability) for word in score.suspicious]
        links = () if audited.alignment is None else audited.alignment.links_of(passage.index)
        references = tuple(_reference(link, audited, link.translation in moved, notes) for link in links)
        own = tuple(note for note in notes if _home(document, note.found) is passage)
        foreign = any(_is_untranslated(note, passage) for note in own)
        figure = None if foreign or another_version(audited) else score.fidelity
        text = pieces(document, passage.span, marks + words)
        cells.append(Cell(passage, text, references, score, own, figure=figure, untranslated=foreign))
    return tuple(cells)


def _is_untranslated(note: Note, passage: Passage) -> bool:
    finding = note.found.finding
    return finding.category is Category.UNTRANSLATED and finding.span.contains(passage.span)


def _moved(links: tuple[Link, ...]) -> set[int]:
    """Passages of the translation that are out of order."""
    return {move.translation for move in move_map(links) if move.moved}


def _reference(link: Link, audited: AuditedDocument, moved: bool, notes: tuple[Note, ...]) -> Reference:
    told: tuple[Piece, ...] = ()
    if moved and audited.pair is not None:
        document = audited.pair.counterpart
        told = pieces(document, document.passages[link.counterpart].span, _evidence_marks(notes, theirs=True))
    return Reference(link.counterpart, link.confidence, moved, told)


def _theirs(audited: AuditedDocument, notes: tuple[Note, ...]) -> tuple[Cell, ...]:
    if audited.pair is None or audited.alignment is None:
        return ()
    document, links = audited.pair.counterpart, audited.alignment.links
    gaps = {gap.passage: gap for gap in audited.alignment.omitted}
    moved = _moved(links)
    marks = _evidence_marks(notes, theirs=True)
    return tuple(
        Cell(
            passage,
            pieces(document, passage.span, marks),
            tuple(
                Reference(link.translation, link.confidence, link.translation in moved)
                for link in links
                if link.counterpart == passage.index
            ),
            gap=gaps.get(passage.index),
        )
        for passage in document.passages
    )


def _evidence_marks(notes: tuple[Note, ...], *, theirs: bool) -> list[Mark]:
    """Evidence that fills a whole passage is named in the note only: a page of highlights shows nothing."""
    return [
        Mark(quoted.evidence.span, note.number, note.found.finding.severity, evidence=True)
        for note in notes
        for quoted in note.quoted
        if quoted.theirs is theirs
        and quoted.passage is not None
        and not quoted.evidence.span.contains(quoted.passage.span)
    ]
