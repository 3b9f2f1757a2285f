"""Runs one check on one of its examples, for the tests, `auditor explain` and the documentation."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from auditor.checks.check import Check
from auditor.checks.corpus_check import CorpusCheck
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.alignment import Alignment, Bead, Link, Regime
from auditor.core.document import Document, Source
from auditor.core.finding import Finding
from auditor.core.score import Coverage, DocumentScore, PassageScore, SegmentScore, Verdict
from auditor.facts import extract_facts
from auditor.languages import get_language
from auditor.segment import segment

SIMILARITY = 0.9
"""Of every link and bead in an example; examples are about what checks make of an alignment, not about vectors."""


def rehearse(check: type[Check], example: Example) -> tuple[Finding, ...]:
    """What `check`, with its default options unless the example has others, finds in it, ordered by place."""
    options = check.Options.model_validate(dict(example.options or {}))
    made = check(options)
    subject = subject_of(example)
    found = tuple(_among_others(made, subject, example) if isinstance(made, CorpusCheck) else made.findings(subject))
    return tuple(sorted(found, key=lambda finding: (finding.span, finding.message)))


def _among_others(check: CorpusCheck[Any], subject: Subject, example: Example) -> Iterator[Finding]:
    """What a check that looks at all articles finds in the first of them."""
    gathered = {subject.document.id: check.gather(subject)}
    for number, text in enumerate(example.others, 2):
        document = _document(f"article {number}", text, example.language)
        facts = extract_facts(document, subject.language)
        gathered[document.id] = check.gather(Subject(document, subject.language, facts))
    return (finding for finding in check.across(gathered) if finding.document == subject.document.id)


def subject_of(example: Example) -> Subject:
    """The subject an example describes."""
    text, _ = example.unmarked()
    document = _document("example", text, example.language)
    language = get_language(example.language)
    facts = extract_facts(document, language)
    if example.counterpart is None:
        return Subject(document, language, facts)
    other = _document("counterpart", example.counterpart, example.counterpart_language)
    other_language = get_language(example.counterpart_language)
    alignment = _alignment(example, document, other)
    return Subject(
        document,
        language,
        facts,
        counterpart=other,
        counterpart_language=other_language,
        counterpart_facts=extract_facts(other, other_language),
        alignment=alignment,
        score=_score(example.fidelity, example.disorder, document, alignment),
    )


def _document(name: str, text: str, language: str) -> Document:
    digest = sha256(text.encode()).hexdigest()
    return segment(Source(name, text, "file", digest, language=language), get_language(language))


def _alignment(example: Example, document: Document, other: Document) -> Alignment:
    pairs = example.links
    if pairs is None:
        pairs = tuple((i, i) for i in range(min(len(document.passages), len(other.passages))))
    beads = example.beads
    if beads is None:
        beads = tuple(((i,), (i,), None) for i in range(min(len(document.segments), len(other.segments))))
    return Alignment(
        regime=Regime.PARALLEL,
        links=tuple(Link(a, b, SIMILARITY, SIMILARITY) for a, b in pairs),
        beads=tuple(Bead(a, b, SIMILARITY if a and b else None, 0.0, gain) for a, b, gain in beads),
        omitted=(),
        signature="aligner:example",
    )


def _score(
    fidelity: float | None, disorder: float | None, document: Document, alignment: Alignment
) -> DocumentScore | None:
    if fidelity is None:
        return None
    risk = 1 - fidelity / 100
    linked = {link.translation for link in alignment.links}
    passages = tuple(
        PassageScore(i, Verdict.SUPPORTED, fidelity, risk)
        if i in linked
        else PassageScore(i, Verdict.NOT_IN_COUNTERPART)
        for i in range(len(document.passages))
    )
    beads = tuple(
        SegmentScore(fidelity, fidelity, risk, None if disorder is None else risk, disorder=disorder)
        if bead.translation and bead.counterpart
        else None
        for bead in alignment.beads
    )
    return DocumentScore(fidelity, None, Coverage(1, 0, 0, 0), passages, beads, "fidelity:example")
