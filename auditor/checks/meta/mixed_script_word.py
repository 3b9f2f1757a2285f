"""MET004 mixed-script-word."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.check import Check, Scope
from auditor.checks.example import Example
from auditor.checks.meta.mixed_letters import MixedWord, mixed_words
from auditor.checks.subject import Subject
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

LONGEST_INSIDE = 3
"""Latin letters that can stand in the middle of an Arabic, Hebrew or Indic word; more are a name with its prefix and
ending."""


class MixedScriptWord(Check):
    """One word is written in the letters of two scripts.

    What it finds
        Latin letters among Cyrillic, Greek, Arabic, Hebrew, Armenian, Ethiopic or Indic ones in one word, and the other
        way round, where the difference can be seen: *правиtельство*.

    Why it matters
        Multilingual engines change the script in the middle of a word; the reader stumbles.

    What it does not find
        Letters that look the same in both scripts (confusable-letter); a Latin name with an ending or prefix of the
        article's language (*iPhoneом*, *בFacebook*), words joined by a hyphen (*B2B-рынок*), units and formulas with
        Greek letters (*μm*, *TNFα*), Latin beside Chinese, Japanese, Korean, Thai, Georgian.

    References
        UTS #39, mixed-script detection. MQM Core, linguistic-conventions/spelling.
    """

    id = "MET004"
    name = "mixed-script-word"
    category = Category.SPELLING
    severity = Severity.MINOR
    scope = Scope.PASSAGE

    GOOD = (
        Example("The μm-thin layer, TNFα and ΔT; a Δt of 5 μs. Лондон-based, “Яндекс”’s."),
        Example("B2B-рынок, SMSка, iPhoneом и USB-порт, 5 кВт и PR-служба. ТВ-канал, Tele2 и web-сайт.", language="ru"),
        Example("купио је iPhone-а и Facebookа, а ту је и дописник BBC-ја.", language="sr"),
        Example("נכנסתי לFacebook ולGoogle, והBBC דיווח.", language="he"),
        Example("他用iPhone手机上Facebook网站，A股上涨。", language="zh"),
        Example("उसने iPhoneको बेचा और BBC के साथ बात की।", language="hi"),
    )
    BAD = (
        Example("⟦Правиtельство⟧ приняло ⟦решenие⟧ в понедельник, ⟦премьеr⟧ его подписал.", language="ru"),
        Example("The ⟦goveрnmenт⟧ met in ⟦Lonдon⟧ on Monday."),
        Example("وقال ⟦الوzير⟧ إن العمل سيبدأ غدا.", language="ar"),
        Example("אמר ⟦ראsש⟧ הממשלה אתמול.", language="he"),
        Example("सरकार ने ⟦निrर्णय⟧ लिया।", language="hi"),
        Example("Η ⟦κυβéρνdηση⟧ αποφάσισε.", language="el"),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per word."""
        for passage in subject.document.passages:
            for word in mixed_words(subject.text, passage.span, subject.language):
                if not _is_innocent(word):
                    yield self.found(
                        subject, word.span, f"“{word.text}” mixes the letters of two scripts.", confidence=0.9
                    )


def _is_innocent(word: MixedWord) -> bool:
    if word.respelled is not None or word.is_name_with_ending:
        return True
    scripts = {script for script, _ in word.parts}
    if scripts == {"Latn", "Grek"}:
        return len(word.parts) == 2 or sum(len(letters) for script, letters in word.parts if script == "Grek") <= 2
    if "other" not in scripts:
        return False
    inside = [letters for _, letters in word.parts[1:-1]]
    return not any(letters.islower() and len(letters) <= LONGEST_INSIDE for letters in inside)
