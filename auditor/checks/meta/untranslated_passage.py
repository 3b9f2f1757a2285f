"""MET002 untranslated-passage."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.meta.copied_text import copies
from auditor.checks.subject import Subject
from auditor.core.finding import Evidence, Finding
from auditor.core.mqm import Category, Severity

_ZH = "救援人员周二从被淹的矿井中救出十九名工人，他们自周日以来一直被困在井下。"
_AR = "وتشير منظمات الإغاثة إلى أن آلاف الأسر النازحة تعيش في مخيمات مكتظة يصعب الوصول إليها."
_FR = "Le gouverneur de la province a décrété deux jours de deuil et promis une enquête indépendante."
_EN = "The governor of the province declared two days of mourning and promised an independent inquiry."


class UntranslatedPassage(Check):
    """A passage or sentence was left in the language of the counterpart.

    What it finds
        A passage that equals, or nearly equals, the passage it is linked to, or a sentence that equals one of the
        counterpart's, when the two articles are in different languages.

    Why it matters
        The reader cannot read it. Quality scores miss it: an untranslated sentence has the very meaning of its source.

    What it does not find
        Anything when both articles are in one language or in close ones (Norwegian and Danish); short passages, names,
        titles and figures; sentences left in the original inside quotation marks; a passage in a third language
        (wrong-language).

    References
        MQM Core, accuracy/untranslated. Measured on 127 languages of NTREX against English.
    """

    id = "MET002"
    name = "untranslated-passage"
    category = Category.UNTRANSLATED
    severity = Severity.MAJOR
    scope = Scope.PAIR
    needs = frozenset({Need.COUNTERPART})

    GOOD = (
        Example("Microsoft, Google, Amazon und Apple.", "de", counterpart="Microsoft, Google, Amazon and Apple."),
        Example("Il a dit : « The show must go on, whatever they say. »", "fr", counterpart=_EN),
        Example(_EN, "en", counterpart=_EN),
        Example(_ZH, "zh", counterpart="Rescuers on Tuesday brought out 19 workers from the flooded mine."),
    )
    BAD = (
        Example(f"⟦{_FR}⟧", "en", counterpart=_FR, counterpart_language="fr"),
        Example(f"⟦{_ZH}⟧", "en", counterpart=_ZH, counterpart_language="zh"),
        Example(f"⟦{_AR}⟧", "en", counterpart=_AR, counterpart_language="ar"),
        Example(f"Der Gouverneur schwieg. ⟦{_EN}⟧", "de", counterpart=f"The governor was silent. {_EN}"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per passage, or per sentence where only part of the passage was left."""
        if subject.counterpart is None or subject.counterpart_language is None:
            return
        language = subject.counterpart_language
        origin = language.name if language.complete else "the counterpart's language"
        for copy in copies(subject):
            yield self.found(
                subject,
                copy.span,
                f"This {'passage' if copy.whole_passage else 'sentence'} was left untranslated, in {origin}.",
                confidence=0.97 if copy.whole_passage else 0.9,
                evidence=(Evidence.at(subject.counterpart, copy.source),),
            )
