"""Findings as they are drawn for reading: in machine translations, and in human text beside its English original.

They hold text of the corpora, so they lie in a folder of their own outside the repository: a file per corpus and
language, the number of sentences first, then one finding a line.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from clean_news import ENGLISH, GAP, in_half, language_of, subject_of
from corpora import Lines, ntrex_articles
from machine_news import ABSTRACTS, NEWS, OUTWARD, WIKIPEDIA, abstracts, marked_articles, wikipedia
from measure_clean import block

from auditor.audit.overlap import without_overlaps
from auditor.audit.selection import can_run
from auditor.checks import Check, Subject
from auditor.checks.precision import SHOWN
from auditor.core.finding import Finding

HUMAN = "human"
HALF = "publish"
"""Of the human text: the half of the documents that no threshold was tuned on."""
MACHINE = (*NEWS, *(f"bio {pair}" for pair in (*ABSTRACTS, *OUTWARD)), *(f"wikipedia {pair}" for pair in WIKIPEDIA))


@dataclass(frozen=True, slots=True)
class Drawn:
    """One finding: where it stands in its corpus, and what is needed to judge it."""

    check: str
    corpus: str
    """`human`, or the name of a corpus of machine translations."""
    language: str
    """NTREX's file code, or the language of the machine translation."""
    document: str
    line: int
    start: int
    end: int
    """Code points within the line."""
    severity: str
    confidence: float
    """As the check gives it."""
    shown: str
    beside: str
    """The counterpart's line."""

    @property
    def order(self) -> str:
        """A place in line that nobody chose."""
        return sha256(f"{self.check} {self.corpus} {self.language} {self.document} {self.line}".encode()).hexdigest()


def draw(
    data: Path,
    corpus: str,
    code: str,
    checks: Sequence[Check],
    systems: int,
    documents: Collection[str] | None = None,
) -> tuple[int, list[Drawn]]:
    """How many sentences a corpus has in one language, and everything that is found there, or in some documents."""
    sentences, found = 0, []
    for language, subject in _subjects(data, corpus, code, systems, documents):
        sentences += len(subject.document.segments)
        raised = [finding for check in checks if can_run(check, subject) for finding in check.findings(subject)]
        raised.sort(key=lambda finding: (finding.span, finding.check))
        shown = without_overlaps(raised, subject.document, SHOWN)
        found += [_drawn(finding, subject, corpus, language) for finding in shown]
    return sentences, found


def write(folder: Path, corpus: str, code: str, sentences: int, found: Iterable[Drawn]) -> None:
    """One file, in the place of an older one."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = [{"sentences": sentences}, *map(asdict, found)]
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    place(folder, corpus, code).write_text(text, encoding="utf-8")


def place(folder: Path, corpus: str, code: str) -> Path:
    """The file of a corpus; `code` is NTREX's for human text, empty otherwise."""
    name = f"{corpus} {code}".strip().replace(" ", "-")
    return folder / f"{name}.jsonl"


def read(folder: Path) -> tuple[dict[tuple[str, str], int], list[Drawn]]:
    """Sentences by corpus and file, and all findings."""
    sentences: dict[tuple[str, str], int] = {}
    found: list[Drawn] = []
    for path in sorted(folder.glob("*.jsonl")):
        first, *rows = path.read_text(encoding="utf-8").splitlines()
        kind = HUMAN if path.name.startswith(HUMAN) else "machine"
        sentences[kind, path.stem] = json.loads(first)["sentences"]
        found += [Drawn(**json.loads(row)) for row in rows]
    return sentences, found


def _subjects(
    data: Path, corpus: str, code: str, systems: int, documents: Collection[str] | None
) -> Iterator[tuple[str, Subject]]:
    if corpus == HUMAN:
        english = {article.id: article for article in ntrex_articles(data, ENGLISH)}
        pairs = [
            (article, None if code == ENGLISH else english[article.id])
            for article in ntrex_articles(data, code)
            if in_half(article.id, HALF)
        ]
    else:
        pairs = list(_machine(data, corpus, systems))
    for own, source in pairs:
        if documents is None or own.id in documents:
            yield code or own.language, subject_of(own, language_of(code) if code else own.language, source)


def _machine(data: Path, corpus: str, systems: int) -> Iterator[tuple[Lines, Lines]]:
    kind, _, pair = corpus.partition(" ")
    if kind == "wikipedia":
        yield from wikipedia(data, pair)
    elif kind == "bio":
        yield from ((article.own, article.source) for article in abstracts(data, pair, systems))
    else:
        yield from ((a.own, a.source) for name, a in marked_articles(data, systems) if name == corpus)


def _drawn(finding: Finding, subject: Subject, corpus: str, language: str) -> Drawn:
    line = subject.text.count(GAP, 0, finding.span.start)
    begin = 0 if line == 0 else subject.text.rfind(GAP, 0, finding.span.start) + len(GAP)
    other = [] if subject.counterpart is None else subject.counterpart.text.split(GAP)
    return Drawn(
        check=finding.name,
        corpus=corpus,
        language=language,
        document=subject.document.id.rpartition("/")[2],
        line=line,
        start=finding.span.start - begin,
        end=finding.span.end - begin,
        severity=finding.severity.value,
        confidence=finding.confidence,
        shown=block(finding, subject.text).partition("\n")[2],
        beside=other[line].strip() if line < len(other) else "",
    )
