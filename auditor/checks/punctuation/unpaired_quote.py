"""LNG012 unpaired-quote."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.punctuation.quote_marks import Lean, Mark
from auditor.checks.punctuation.quotes import beside_its_word, own_quotes
from auditor.checks.punctuation.quotes_beside import lost_partners
from auditor.checks.punctuation.stray_quote import has_detached_stop, stray_marks
from auditor.checks.subject import Subject
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity


class UnpairedQuote(Check):
    """A quotation is opened and never closed, or closed and never opened.

    What it finds
        A double quotation mark, guillemet or corner bracket whose partner is missing, judged over the whole article: a
        quotation may run over several paragraphs, re-opened at the head of each or not, and is closed at the last.
        Where the passage is a single sentence the reader can still see what is quoted, and where nothing beside a mark
        shows its side it may be the wrong mark; both are neutral. Elsewhere nobody can tell where the speaker stops,
        and it is minor. Human news has ten of the former in 1,000 sentences (NTREX), nearly all slips indeed. Where the
        counterpart begins and ends its quotation in the linked passage, a mark that a later passage happens to answer
        is reported too (29 in 11,151 sentences of 24 languages, nearly all slips).

    Why it matters
        Readers take the reporter's words for the speaker's, or the other way round. Translation engines drop one mark
        of a pair when they cut or join sentences.

    What it does not find
        Single quotation marks, which apostrophes and glottal stops hide; without a counterpart a missing mark where the
        next paragraph happens to open a quotation too, which is the convention for a quotation that runs on; a
        superfluous mark after a complete quotation (stray-quote). Inches, feet and Hebrew gershayim are no quotation
        marks.

    References
        MQM Core, linguistic-conventions/punctuation. The Chicago Manual of Style, 13.30 (quotations over paragraphs).
    """

    id = "LNG012"
    name = "unpaired-quote"
    category = Category.PUNCTUATION
    severity = Severity.MINOR
    scope = Scope.DOCUMENT

    GOOD = (
        Example("“We had the match in our hands, and we let it go.\n\n“Tomorrow we will start again,” the coach said."),
        Example('He said: "We have seen it five times.\n\nWe are still looking for the foul."'),
        Example("The players' coach, 6'2\" tall, don't forget, was born in the '90s. “Rock 'n' roll,” he said."),
        Example('המפקד לשעבר של צה"ל נסע לארה"ב. "לא אחזור", אמר המנכ"ל.', language="he"),
        Example("« Nous partons demain », a dit le maire. L’eau monte.", language="fr"),
        Example("وقال الوزير: «لن نترك أحداً خلفنا». وأضاف أن العمل مستمر.", language="ar"),
        Example("部长说：“我们不会离开。”他又说：“明天见。”", language="zh"),
        Example("„Wir bleiben“, sagte sie. „Morgen sehen wir weiter.“", language="de"),
        Example(
            "„Wir bleiben heute.\n\n„Morgen sehen wir weiter“, sagte sie.",
            language="de",
            counterpart="“We stay today.\n\n“Tomorrow we shall see,” she said.",
        ),
        Example(
            "Das Rennen war aus.\n\n„Dann dachte ich: ‚Fahr einfach.‘\n\nIch war schon Zweite. Ich kann sie anrufen.“",
            language="de",
            counterpart="The race was over.\n\n“Then I thought, ‘Just ride.’\n\n“I was second twice. I can call her.”",
        ),
    )
    BAD = (
        Example("⟦“We⟧ were told to leave, said Gohar, a farmer. She said that her sheep were left behind."),
        Example("We could hear them knocking on the ⟦pipe,”⟧ Zhang said. “They knocked five times.”"),
        Example("⟦«Nous⟧ partons demain, a dit le maire. Il n’a rien ajouté.\n\nL’eau monte encore.", language="fr"),
        Example("وقال الوزير: ⟦«لن⟧ نترك أحداً خلفنا. وأضاف أن العمل مستمر على الحدود.", language="ar"),
        Example("部长说：⟦“我们⟧不会离开。他又说，明天再见。", language="zh"),
        Example(
            "⟦„Wir⟧ bleiben heute, sagte er.\n\n„Morgen sehen wir weiter“, sagte sie.",
            language="de",
            counterpart="“We stay today,” he said.\n\n“Tomorrow we shall see,” she said.",
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per mark without a partner."""
        scan = own_quotes(subject)
        stray = set(stray_marks(subject.document, scan))
        for opens, marks in ((True, scan.unclosed), (False, scan.unopened)):
            for mark in marks:
                if mark not in stray and not has_detached_stop(subject.document, mark):
                    yield self._finding(subject, mark, opens=opens)
        for mark, opens in lost_partners(subject, scan):
            yield self._finding(subject, mark, opens=opens)

    def _finding(self, subject: Subject, mark: Mark, *, opens: bool) -> Finding:
        mild = len(subject.document.passages[mark.passage].segments) == 1 or mark.lean is Lean.EITHER
        return self.found(
            subject,
            beside_its_word(subject.document, mark, subject.language, opens=opens),
            f"This quotation is opened with {mark.glyph} and never closed."
            if opens
            else f"This quotation is closed with {mark.glyph} but was never opened.",
            severity=Severity.NEUTRAL if mild else self.severity,
            confidence=CONFIDENT if mark.lean is not Lean.EITHER else DOUBTFUL,
        )


CONFIDENT, DOUBTFUL = 0.85, 0.6
