"""Small reports for the tests of renderers, built from plain text."""

from hashlib import sha256

from auditor.core.alignment import Alignment, Bead, DocumentPair, Gap, GapKind, Link, Regime
from auditor.core.document import Document, Passage, PassageKind, Segment, Span
from auditor.core.finding import Evidence, Finding, Level, Notice, State, excerpt
from auditor.core.mqm import Category, Severity
from auditor.core.report import AuditedDocument, Report
from auditor.core.score import Coverage, DocumentScore, PassageScore, SegmentScore, Verdict

UNCOMPARED = Coverage(0, 0, 0, 1)


def document(name, text, language="en", origin="file"):
    """Paragraphs are lines, each one segment; the first is the headline."""
    passages, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            index, span = len(passages), Span(start, start + len(line))
            kind = PassageKind.PARAGRAPH if passages else PassageKind.HEADLINE
            passages.append(Passage(index, kind, span, (Segment(index, index, span),)))
        start += len(line) + 1
    digest = sha256(text.encode(errors="backslashreplace")).hexdigest()
    return Document(name, text, origin, digest, language, 1.0, tuple(passages))


def find(translation, words, **given):
    """A finding at the first place where `words` stand."""
    start = translation.text.index(words)
    values = {
        "check": "LNG012",
        "name": "unpaired-quote",
        "category": Category.PUNCTUATION,
        "severity": Severity.MINOR,
        "confidence": 0.94,
        "document": translation.id,
        "span": Span(start, start + len(words)),
        "excerpt": excerpt(words),
        "message": f"“{words}” is wrong.",
        "fingerprint": sha256(words.encode(errors="backslashreplace")).hexdigest()[:16],
    }
    return Finding(**(values | given))


def evidence(where, words):
    """Evidence at the first place where `words` stand."""
    start = where.text.index(words)
    return Evidence.at(where, Span(start, start + len(words)))


def alone(translation, penalty=0.0):
    """An article without a counterpart."""
    passages = tuple(PassageScore(p.index, Verdict.NOT_COMPARED) for p in translation.passages)
    return AuditedDocument(translation, None, None, DocumentScore(None, None, UNCOMPARED, passages, (), ""), penalty)


def compared(translation, counterpart, links, verdicts, regime=Regime.COMPARABLE, fidelity=71.26, penalty=12.04):
    """A pair; `links` are (translation, counterpart) passages, the counterpart's others are gaps."""
    made = tuple(Link(a, b, 0.93, 0.97) for a, b in links)
    told = {b for _, b in links}
    kind = GapKind.ONLY_IN_COUNTERPART if regime is Regime.COMPARABLE else GapKind.OMITTED
    gaps = tuple(Gap(p.index, p.span, kind) for p in counterpart.passages if p.index not in told)
    beads = tuple(Bead((a,), (b,), 0.91234567, 0.12345) for a, b in links)
    passages = tuple(_passage(i, verdict) for i, verdict in enumerate(verdicts))
    return AuditedDocument(
        translation,
        DocumentPair(translation, counterpart, "name", 0.98),
        Alignment(regime, made, beads, gaps, "aligner:sample"),
        DocumentScore(
            fidelity,
            (64.04, 78.12),
            Coverage(0.61, 0.04, 0.30, 0.05),
            passages,
            tuple(SegmentScore(71.0, 0.4, 0.07) for _ in beads),
            "fidelity:sample",
        ),
        penalty,
    )


def _passage(index, verdict):
    if verdict is not Verdict.SUPPORTED and verdict is not Verdict.CONTRADICTED:
        return PassageScore(index, verdict)
    low = verdict is Verdict.CONTRADICTED
    return PassageScore(index, verdict, 31.5 if low else 88.21, 0.62 if low else 0.0712, 0.01)


def report(*audited, findings=(), notices=(), suppressed=0):
    """A whole report, ordered as the audit orders it."""
    documents = tuple(sorted(audited, key=lambda entry: entry.document.id))
    ordered = tuple(sorted(findings, key=lambda finding: (finding.document, finding.span, finding.check)))
    return Report("0.1.0", "auditor:0.1.0|encoder:hash", documents, ordered, tuple(notices), suppressed)


TRANSLATION = """Dam reopens after “repairs

DOHUK – The dam reopened on Sunday after 16 days, the ministry said.
Officials <script>alert("x")</script> & others didn't comment.
The struggle is very real.
“We agreed,” the minister told reporters."""

COUNTERPART = """سد دهوك يعاد افتتاحه

قال الوزير: «اتفقنا».
أعلنت الوزارة إعادة فتح السد يوم الأحد بعد 18 يوما.
ولم يعلق المسؤولون.
وطالب السكان بتعويضات."""


def sample():
    """Two articles: one against an Arabic counterpart with every kind of verdict, one alone and clean."""
    ours, theirs = document("en/dam & co.txt", TRANSLATION), document("ar/dam.txt", COUNTERPART, "ar")
    verdicts = (
        Verdict.SUPPORTED,
        Verdict.CONTRADICTED,
        Verdict.SUPPORTED,
        Verdict.NOT_IN_COUNTERPART,
        Verdict.SUPPORTED,
    )
    pair = compared(ours, theirs, ((0, 0), (1, 2), (2, 3), (4, 1)), verdicts)
    findings = (
        find(ours, "“repairs", suggestion="“repairs”"),
        find(
            ours,
            "16 days",
            check="ACC010",
            name="number-changed",
            category=Category.MISTRANSLATION,
            severity=Severity.MAJOR,
            message="16 here, 18 in the counterpart.",
            evidence=(evidence(theirs, "18"),),
        ),
        find(ours, "The struggle is very real.", check="LNG030", name="split-sentence", severity=Severity.NEUTRAL),
        find(ours, "reporters", name="unpaired-quote", state=State.DISMISSED),
    )
    notices = (
        Notice(Level.INFO, "no-counterpart", "No counterpart was found.", "en/port.txt"),
        Notice(Level.INCOMPLETE, "binary", "en/photo.txt: not text; leave it out with `exclude`.", "en/photo.txt"),
    )
    clean = alone(document("en/port.txt", "Port opens\nThe port opened on Monday."))
    return report(pair, clean, findings=findings, notices=notices, suppressed=2)
