"""LNG036 wrong-script-punctuation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.punctuation.script_marks import SCRIPT_MARKS, ScriptMarks, after_letter
from auditor.checks.subject import Subject
from auditor.core.document import PassageKind, Span
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

FEWEST_OWN = 2
"""Own marks of an article before an ASCII one counts as foreign to it."""
MINORITY = 0.25
"""ASCII marks for each own one, if more than one; above it the article mixes them by habit."""
LONGEST_SHORT_FORM = 4
"""Code points of an abbreviation with its stop, vowel signs included (डॉ.); longer ones are in the language's record or
hold a stop inside (यू.के.)."""
HALF_WIDTH_TOO = {"ja": "?!"}
"""Marks that a language's news sets in ASCII beside its own: all five Japanese question marks of NTREX."""
_PATTERNS = tuple((script, after_letter(script)) for script in SCRIPT_MARKS)


class WrongScriptPunctuation(Check):
    """A mark is the ASCII one where the article otherwise writes its script's own.

    What it finds
        `,` `?` `;` after an Arabic letter, half-width marks after Chinese and Japanese ones, a Latin full stop in
        Hindi, Bengali, Urdu, Amharic, Khmer or Burmese, `?` in Greek, where the script's own marks are in the clear
        majority.

    Why it matters
        Engines carry the source's marks over. In right-to-left text an ASCII comma also leans the wrong way.

    What it does not find
        Articles that write ASCII marks throughout, as much of the web does; figures, times, addresses, abbreviations;
        marks beside Latin words; scripts without marks of their own.

    References
        MQM Core, linguistic-conventions/punctuation. The Unicode Standard, chapter 6.2. NTREX, 128 languages: 18
        findings in 56,704 human sentences, all slips.
    """

    id = "LNG036"
    name = "wrong-script-punctuation"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    scope = Scope.DOCUMENT

    GOOD = (
        Example("قال الوزير، وهو من Reuters, إن 3,5 في المئة، أي 1,000 شخص، عادوا. هل انتهى؟", language="ar"),
        Example("قال الوزير, وهو طبيب, إن العمل مستمر, وأضاف أنه سيعود، ثم غادر.", language="ar"),
        Example("公司（NBA.com）在18:30说，3.5％的人，即1,000人，回来了。", language="zh"),
        Example("डॉ. सिंह ने कहा कि काम जारी है। सड़क खुलेगी। वह गए।", language="hi"),
        Example("यू.के. और प्रो. सिंह ने कहा। डी.सी. में काम है। वह गए। वे लौटे।", language="hi"),
        Example("Ο ίδιος ρώτησε; Και μετά, «what?» είπε; Ναι.", language="el"),
        Example("Он пришёл, увидел, и что? Ничего.", language="ru"),
    )
    BAD = (
        Example("قال ⟦الوزير,⟧ وهو طبيب، إن العمل مستمر، وأضاف أنه سيعود.", language="ar"),
        Example("او گفت که کار، با وجود باران، ادامه دارد. آیا جاده باز ⟦است?⟧", language="fa"),
        Example(
            "部长⟦说,⟧会议结束了，大家都走了。外面下雨，路很滑。没有人问？他说，明天再来，不要忘了。", language="zh"
        ),
        Example("大臣は述べた。会議は終わっ⟦た.⟧ みんな帰った。雨が降った。", language="ja"),
        Example("मंत्री ने कहा। काम जारी है। रिपोर्ट जल्द देनी ⟦होगी.⟧ वह गए। वे लौटे। सब सोए।", language="hi"),
        Example("मंत्री ने कहा। काम जारी है। सड़क बंद ⟦है.⟧ वह गए। वे लौटे। सब सोए।", language="hi"),
        Example("Τι είπε; Πού πήγε; Και γιατί ⟦έφυγε?⟧ Κανείς δεν ξέρει; Ίσως.", language="el"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per foreign mark, with the word before it."""
        counted = Counter(subject.text)
        for script, pattern in _PATTERNS:
            if any(mark in counted for marks in script.own.values() for mark in marks):
                yield from self._of_script(subject, script, pattern, counted)

    def _of_script(
        self, subject: Subject, script: ScriptMarks, pattern: re.Pattern[str], counted: Counter[str]
    ) -> Iterator[Finding]:
        found = [span for span in _places(subject, pattern) if not _is_abbreviation(subject, span, script)]
        foreign = Counter(subject.text[span.end - 1] for span in found)
        both_ways = HALF_WIDTH_TOO.get(subject.language.code, "")
        for span in found:
            mark = subject.text[span.end - 1]
            group = script.together if mark in script.together else mark
            own = sum(counted[char] for one in group for char in script.own[one])
            foreign_here = sum(foreign[one] for one in group)
            if mark not in both_ways and own >= FEWEST_OWN and foreign_here <= max(1, MINORITY * own):
                yield self._finding(subject, span, script.own[mark])

    def _finding(self, subject: Subject, span: Span, own: str) -> Finding:
        mark = subject.text[span.end - 1]
        return self.found(
            subject,
            span,
            f"“{mark}” here; the article otherwise writes “{own[0]}”.",
            confidence=0.85,
            suggestion=subject.text[span.start : span.end - 1] + own if len(own) == 1 else None,
        )


def _places(subject: Subject, pattern: re.Pattern[str]) -> Iterator[Span]:
    """Each mark with up to the word, or two characters, before it."""
    text, reach = subject.text, 16 if subject.language.spaced else 1
    for passage in subject.document.passages:
        if passage.kind is PassageKind.RESIDUE:
            continue
        for match in pattern.finditer(text, passage.span.start, passage.span.end):
            start = match.start()
            limit = max(passage.span.start, start - reach)
            while start > limit and not text[start - 1].isspace():
                start -= 1
            yield Span(start, match.end())


def _is_abbreviation(subject: Subject, span: Span, script: ScriptMarks) -> bool:
    """Whether a full stop may belong to the word before it: not at the end of a passage, nor after a long word that is
    no known abbreviation, nor after one that ends another sentence of the article (है।)."""
    word = subject.document.slice(span)
    if not word.endswith(".") or not subject.language.spaced:
        return False
    known = subject.language.complete and word not in subject.language.abbreviations
    if known and len(word) > LONGEST_SHORT_FORM and "." not in word[:-1]:
        return False
    passage = subject.document.passage_at(span.start)
    if passage is not None and not subject.text[span.end : passage.span.end].strip("\"'”’») "):
        return False
    return f"{word[:-1]}{script.own['.']}" not in subject.text
