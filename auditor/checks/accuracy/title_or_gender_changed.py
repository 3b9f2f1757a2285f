"""ACC025 title-or-gender-changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.accuracy.gender_marks import gendered_languages
from auditor.checks.accuracy.gender_slips import gender_slips
from auditor.checks.accuracy.genders import Known
from auditor.checks.accuracy.pronoun_slips import pronoun_slips
from auditor.checks.accuracy.sentence_pairs import SentencePair, sentence_pairs
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.document import Span
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity
from auditor.facts.given_names import Gender

TITLE, PRONOUN, BESIDE, ODD = 0.85, 0.7, 0.7, 0.6
"""Confidence: another title before the same name; a pronoun of the other gender in the same words; a word of the other
gender beside the name; an odd pronoun in a passage about one person."""
MAN, WOMAN = 0, 1
"""Places in the tables of titles."""
SAME_WORDING = 0.6
"""Share of common words from which on a pronoun of one sentence can be held against the other's."""
TITLES = {
    "en": (r"Mr|Sir|King|Prince|Lord", r"Mrs|Ms|Miss|Lady|Queen|Princess"),
    "de": (r"Herr|Herrn|König|Prinz", r"Frau|Königin|Prinzessin"),
    "fr": (r"M|Monsieur", r"Mme|Mlle|Madame"),
    "es": (r"Sr|señor|don", r"Sra|señora|doña"),
    "pt": (r"Sr|senhor|dom", r"Sra|senhora|dona"),
    "it": (r"signor|Sig", r"signora|Sig\.ra"),
    "nl": (r"meneer|dhr", r"mevrouw|mevr"),
    "ru": (r"г-н|г-на|г-ну|господин\w*", r"г-жа|г-жи|г-же|госпож\w*"),
    "uk": (r"пан|пана|панові|пану", r"пані"),
    "ar": (r"السيد", r"السيدة"),
    "fa": (r"آقای", r"خانم"),
    "he": (r"מר", r"גב['׳’]|הגברת"),
    "hi": (r"श्री", r"श्रीमती|सुश्री"),
    "tr": (r"Bay", r"Bayan"),
}
"""Titles of a man and of a woman, with a name behind them; a full stop may follow."""
AFTER = {"zh": (r"先生", r"女士|小姐|太太")}
"""The same behind the name."""
_HE, _SHE = (
    re.compile(r"\b(?:he|him|his|himself)\b", re.IGNORECASE),
    re.compile(r"\b(?:she|her|hers|herself)\b", re.IGNORECASE),
)


class TitleOrGenderChanged(Check):
    """A man is called a woman, or the reverse.

    What it finds
        *Mrs Hollander* for Mr Hollander, in languages with such titles; between two English texts also *he* for
        she in a sentence that is otherwise the same, or once in a passage about one woman. Beside an English
        counterpart also verbs of saying and words for an office that show gender, right beside the name: *сказал Анна
        Петрова*, *القاضي أنيتا*, *el juez Anita Korvath* (minor). Who is a man or a woman is told by given names,
        titles and pronouns of the counterpart.

    Why it matters
        Engines guess the gender that their source does not mark; the person concerned does not find it funny.

    What it does not find
        Sentences with titles or pronouns of both genders on either side; titles left out; names of offices that a
        language uses for men and women alike; people whom the counterpart does not show to be a man or a woman;
        agreement away from the name; pronouns between two languages, where grammatical gender decides.

    References
        MQM Core, accuracy/mistranslation. Beside 119 names of clean NTREX such a word stands (26 languages, half of
        the documents): none was of the other gender. Words: `data/gender_marks.toml`.
    """

    id = "ACC025"
    name = "title-or-gender-changed"
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    scope = Scope.BEAD
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})
    languages = frozenset({*TITLES, *AFTER, *gendered_languages()})

    GOOD = (
        Example("Das sagte Frau Hollander.", language="de", counterpart="So said Ms. Hollander."),
        Example("هذا ما قالته السيدة كلارك.", language="ar", counterpart="So said Mrs Clark, Mr Stone's lawyer."),
        Example("张先生说，会议推迟。", language="zh", counterpart="The meeting was put off, said Mr Zhang."),
        Example("He told the court she had left.", counterpart="She told the court that he left."),
        Example("— Мы остаёмся, — сказала Анна Петрова.", language="ru", counterpart="“We stay,” Anna Petrova said."),
        Example("Это рассказал адвокат Анны Петровой.", language="ru", counterpart="So said Anna Petrova’s lawyer."),
        Example("قال محامي أنيتا كورفاث ذلك.", language="ar", counterpart="Anita Korvath’s lawyer said so."),
        Example("El juez Joris Maertens habló.", language="es", counterpart="Judge Joris Maertens spoke."),
        Example(
            "The captain, Anna Aksoy, was questioned. She has a lawyer. He was with her.",
            counterpart="At the helm was Anna Aksoy, who gave a statement. She tested negative.",
        ),
        Example("The minister said he would resign.", counterpart="The minister announced her plan to step down."),
    )
    BAD = (
        Example("Das sagte ⟦Herr⟧ Hollander.", language="de", counterpart="So said Ms. Hollander."),
        Example("هذا ما قاله ⟦السيد⟧ كلارك.", language="ar", counterpart="So said Mrs Clark."),
        Example("— Мы остаёмся, — ⟦сказал⟧ Анна Петрова.", language="ru", counterpart="“We stay,” Anna Petrova said."),
        Example("و⟦قال⟧ القاضي أنيتا كورفاث ذلك.", language="ar", counterpart="Judge Anita Korvath said so."),
        Example("⟦El juez⟧ Anita Korvath habló.", language="es", counterpart="Judge Anita Korvath spoke."),
        Example("“हम रुकेंगे,” देशवाल ⟦बोले⟧।", language="hi", counterpart="“We stay,” said Kavita Deshwal."),
        Example(
            "The captain, Anna Aksoy, was questioned. She has 14 years of experience. A test on ⟦him⟧ was negative.",
            counterpart="At the helm was Anna Aksoy, who gave a statement. She tested negative.",
        ),
        Example("张⟦女士⟧说，会议推迟。", language="zh", counterpart="The meeting was put off, said Mr Zhang."),
        Example(
            "The doctor said ⟦he⟧ had seen forty patients.", counterpart="The doctor said she had seen 40 patients."
        ),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per sentence."""
        if subject.counterpart is None:
            return
        for pair in sentence_pairs(subject):
            for man, woman, confidence in self._marks(subject, pair):
                ours, theirs = man
                other_ours, other_theirs = woman
                changed = (ours and other_theirs and not theirs and not other_ours) or (
                    other_ours and theirs and not other_theirs and not ours
                )
                if changed:
                    place = (ours or other_ours)[0].shifted(pair.translation.start)
                    said = (theirs or other_theirs)[0].shifted(pair.counterpart.start)
                    yield self._finding(subject, place, said, confidence)
                    break
        for beside in gender_slips(subject):
            yield self._of(subject, beside.mark.span, beside.mark.gender, beside.person, BESIDE)
        for pronoun in pronoun_slips(subject):
            other = Gender.MAN if pronoun.person.gender is Gender.WOMAN else Gender.WOMAN
            yield self._of(subject, pronoun.pronoun, other, pronoun.person, ODD)

    def _marks(
        self, subject: Subject, pair: SentencePair
    ) -> Iterator[tuple[tuple[list[Span], list[Span]], tuple[list[Span], list[Span]], float]]:
        """((a man's, in both texts), (a woman's, in both), confidence) by titles, then by pronouns."""
        assert subject.counterpart is not None
        codes = subject.language.code, subject.counterpart.language
        texts = pair.text, pair.other_text
        man, woman = (_titles(pair.text, codes[0], gender) for gender in (MAN, WOMAN))
        if man or woman:
            other_man, other_woman = (_titles(pair.other_text, codes[1], gender) for gender in (MAN, WOMAN))
            yield (man, other_man), (woman, other_woman), TITLE
        if codes == ("en", "en") and (pair.wording or 0.0) >= SAME_WORDING:
            he, she = ([_spans(pattern, text) for text in texts] for pattern in (_HE, _SHE))
            yield (he[0], he[1]), (she[0], she[1]), PRONOUN

    def _of(self, subject: Subject, mark: Span, gender: Gender, person: Known, confidence: float) -> Finding:
        assert subject.counterpart is not None
        return self.found(
            subject,
            mark,
            f"{person.surname.surface} is a {person.gender} in the counterpart; “{subject.document.slice(mark)}” is "
            f"said of a {gender}.",
            confidence=confidence,
            severity=Severity.MINOR,
            evidence=(Evidence.at(subject.document, mark), Evidence.at(subject.counterpart, person.surname.span)),
        )

    def _finding(self, subject: Subject, ours: Span, theirs: Span, confidence: float) -> Finding:
        assert subject.counterpart is not None
        return self.found(
            subject,
            ours,
            f"The counterpart says “{subject.counterpart.slice(theirs)}”; "
            f"the translation “{subject.document.slice(ours)}”, of the other gender.",
            confidence=confidence,
            evidence=(Evidence.at(subject.document, ours), Evidence.at(subject.counterpart, theirs)),
        )


def _titles(text: str, language: str, gender: int) -> list[Span]:
    pattern = _pattern(language, gender)
    return [] if pattern is None else _spans(pattern, text)


@cache
def _pattern(language: str, gender: int) -> re.Pattern[str] | None:
    if language in AFTER:
        return re.compile(AFTER[language][gender])
    if language not in TITLES:
        return None
    return re.compile(rf"(?<!\w)(?:{TITLES[language][gender]})(?=\.?\s\w)")


def _spans(pattern: re.Pattern[str], text: str) -> list[Span]:
    return [Span(*match.span()) for match in pattern.finditer(text)]
