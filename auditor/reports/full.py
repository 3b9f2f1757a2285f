"""`--format full`: the text report with every passage: verdict, fidelity, where it went, evidence on both sides."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.core.document import Document, Passage
from auditor.core.finding import excerpt
from auditor.core.moves import move_map
from auditor.core.report import AuditedDocument, Report
from auditor.core.score import PassageScore
from auditor.reports.colours import BOLD, SEVERITIES, painted
from auditor.reports.located import Located, live
from auditor.reports.one_line import one_line
from auditor.reports.options import PLAIN, RenderOptions
from auditor.reports.text import heading
from auditor.reports.wording import GAPS, VERDICTS, another_version, summary_line, told

INDENT = " " * 6
MOST_WORDS = 6
"""Suspicious words of a passage that are listed: the most probable ones, as they follow each other."""
VERDICT_WIDTH = max(map(len, VERDICTS.values()))


def render_full(report: Report, options: RenderOptions = PLAIN) -> str:
    """Every passage of every article with its findings; then omitted passages, notices and the signature."""
    lines: list[str] = []
    found = tuple(live(report))
    for audited in report.documents:
        lines += [*heading(audited, options), ""]
        lines += _passages(audited, tuple(item for item in found if item.audited is audited), options)
        lines += [*_omitted(audited), ""]
    lines += [f"{notice.level}: {one_line(told(notice))}" for notice in report.notices]
    lines += [painted(summary_line(report), BOLD, options.colour), f"signature {report.signature}"]
    return "\n".join(lines) + "\n"


def _passages(audited: AuditedDocument, found: tuple[Located, ...], options: RenderOptions) -> Iterator[str]:
    document, moves = audited.document, _moves(audited)
    placed: dict[int, list[Located]] = {}
    for item in found:
        passage = document.passage_at(item.finding.span.start)
        placed.setdefault(-1 if passage is None else passage.index, []).append(item)
    for passage, score in zip(document.passages, audited.score.passages, strict=True):
        yield _row(document, passage, score, moves.get(passage.index, ""), figures=not another_version(audited))
        yield f"{INDENT}{one_line(excerpt(document.slice(passage.span)))}"
        if score.suspicious:
            yield f"{INDENT}suspicious: {_words(document, score)}"
        for item in placed.get(passage.index, ()):
            yield from _finding(item, audited, options)
    for item in placed.get(-1, ()):
        yield from _finding(item, audited, options)


def _row(document: Document, passage: Passage, score: PassageScore, moved: str, *, figures: bool) -> str:
    """`figures`: beside another outlet's version none is shown; a good passage may have any there."""
    number = f"¶{passage.index + 1}"
    figure = f"{score.fidelity:5.1f}" if figures and score.fidelity is not None else "     "
    risk = f"risk {score.risk:.2f}" if figures and score.risk is not None else ""
    line, _ = document.line_column(passage.span.start)
    row = f"{number:<5} {VERDICTS[score.verdict]:<{VERDICT_WIDTH}}  {figure}  {risk:<9}  line {line}, {passage.kind}"
    return f"{row}; {moved}" if moved else row


def _words(document: Document, score: PassageScore) -> str:
    worst = sorted(score.suspicious, key=lambda word: -word.probability)[:MOST_WORDS]
    told = ", ".join(
        f"{one_line(document.slice(word.span))} {word.probability:.2f}" for word in score.suspicious if word in worst
    )
    return told if len(worst) == len(score.suspicious) else f"{told} and {len(score.suspicious) - len(worst)} more"


def _moves(audited: AuditedDocument) -> dict[int, str]:
    """`¶4 is their ¶9` for every linked passage, its other links after it."""
    if audited.alignment is None:
        return {}
    words = {}
    for move in move_map(audited.alignment.links):
        others = [link.counterpart for link in audited.alignment.links_of(move.translation)]
        also = "".join(f" and ¶{other + 1}" for other in others if other != move.counterpart)
        place = f"¶{move.translation + 1} is their ¶{move.counterpart + 1}{also}"
        words[move.translation] = f"{place} (moved)" if move.moved else place
    return words


def _finding(item: Located, audited: AuditedDocument, options: RenderOptions) -> Iterator[str]:
    finding = item.finding
    severity = painted(finding.severity, SEVERITIES[finding.severity], options.colour)
    place = f"{item.line}:{item.column}"
    yield f"{INDENT}{place}  {severity} {finding.name} ({finding.check})  {one_line(finding.message)}"
    yield f"{INDENT}    here:  {one_line(finding.excerpt)}"
    if finding.suggestion is not None:
        yield f"{INDENT}    try:   {one_line(finding.suggestion) or '(delete it)'}"
    for evidence in finding.evidence:
        side, document = "here:  ", audited.document
        if audited.pair is not None and evidence.document == audited.pair.counterpart.id:
            side, document = "there: ", audited.pair.counterpart
        at = document.passage_at(evidence.span.start) if evidence.document == document.id else None
        where = f"¶{at.index + 1}" if at is not None else one_line(evidence.document)
        yield f"{INDENT}    {side}{one_line(evidence.excerpt)} ({where})"


def _omitted(audited: AuditedDocument) -> Iterator[str]:
    if audited.alignment is None or audited.pair is None:
        return
    for gap in audited.alignment.omitted:
        words = one_line(excerpt(audited.pair.counterpart.slice(gap.span)))
        yield f"their ¶{gap.passage + 1}  {GAPS[gap.kind]}: {words}"
