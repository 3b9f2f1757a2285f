"""Texts that are no translation at all, whatever a model of meaning says of them.

A copy of the source, another language, an empty text: sentence encoders score the first two high, since the meaning
is there. What they are is known from the text itself, so the score is set, not learned.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from auditor.fidelity.pair import TextPair
from auditor.languages import are_kin, detect_language, get_language, script_of

UND = "und"
MIN_LETTERS = 20
"""Letters from which a copy or another language can be told from a line of names and numbers."""
COPIED_SHARE = 0.9
"""Edit similarity from which a text in 'another language' is the counterpart itself."""
MIN_WORDS = 3
"""Uncapitalised words that a text in a cased script must hold to be judged: titles and names are rightly the same."""
OWN_SCRIPT = 0.1
"""Share of letters in the language's own script below which the text is in another: Chinese news cites Latin names."""
ROOM = 0.02
"""Probability of the language asked for, over that of the one found, below which the text is not in it: true of none
of 4,000 lines of NTREX in eleven languages, and of .997 of 3,100 lines read as one of four other European ones."""
SCRIPTS = {
    "Latn": {"LATIN"}, "Arab": {"ARABIC"}, "Cyrl": {"CYRILLIC"}, "Hebr": {"HEBREW"}, "Grek": {"GREEK"},
    "Deva": {"DEVANAGARI"}, "Beng": {"BENGALI"}, "Thai": {"THAI"}, "Geor": {"GEORGIAN"}, "Armn": {"ARMENIAN"},
    "Hang": {"HANGUL", "CJK"}, "Kore": {"HANGUL", "CJK"}, "Hans": {"CJK"}, "Hant": {"CJK"}, "Hani": {"CJK"},
    "Jpan": {"CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA"}, "Taml": {"TAMIL"}, "Telu": {"TELUGU"},
    "Ethi": {"ETHIOPIC"}, "Khmr": {"KHMER"}, "Laoo": {"LAO"}, "Mymr": {"MYANMAR"},
}  # fmt: skip
"""ISO 15924 code to the script names of Unicode."""
TWO_SCRIPTS = frozenset({"sr", "bs", "az", "uz", "kk", "ku", "mn", "tg", "pa", "sd", "ms", "ha"})
"""Languages that are written in more than one script, whatever their data file calls usual."""
_WORD = re.compile(r"[^\W\d_]{4,}")


class Unfit(StrEnum):
    """Why a text cannot be a translation."""

    EMPTY = "empty"
    COPY = "copy"
    WRONG_LANGUAGE = "wrong_language"


def unfit(pair: TextPair) -> Unfit | None:
    """What disqualifies the translation of `pair`, if anything does."""
    if not any(map(str.isalnum, pair.translation)) or not any(map(str.isalnum, pair.counterpart)):
        return Unfit.EMPTY
    if sum(map(str.isalpha, pair.translation)) < MIN_LETTERS or pair.translation_language == UND:
        return None
    if not pair.same_language and pair.counterpart_language != UND and _is_copy(pair):
        return Unfit.COPY
    return Unfit.WRONG_LANGUAGE if _in_another_language(pair) else None


def _is_copy(pair: TextPair) -> bool:
    from rapidfuzz.distance import Indel

    alike = Indel.normalized_similarity(_folded(pair.translation), _folded(pair.counterpart))
    if alike < COPIED_SHARE:
        return False
    if _foreign_script(pair.translation, pair.translation_language):
        return True
    small = _small_words(pair.translation)
    shared = small & set(_WORD.findall(pair.counterpart))
    return len(shared) >= max(MIN_WORDS, COPIED_SHARE * len(small))


def _in_another_language(pair: TextPair) -> bool:
    """Whether the text is surely in a language that is neither the one asked for nor one that resembles it."""
    text, asked = pair.translation, pair.translation_language
    if _foreign_script(text, asked):
        return True
    if get_language(asked).cased and len(_small_words(text)) < MIN_WORDS:
        return False
    found = detect_language(text)
    if found.language == UND or are_kin(found.language, asked):
        return False
    room = detect_language(text, frozenset({asked}))
    return room.language == asked and room.confidence < ROOM * found.confidence


def _foreign_script(text: str, language: str) -> bool:
    """Whether hardly a letter is of the script in which `language` is written; Latin names in a row are lawful."""
    usual = SCRIPTS.get(get_language(language).script)
    if usual is None or language in TWO_SCRIPTS or script_of(text) in usual:
        return False
    if script_of(text) == "LATIN" and len(_small_words(text)) < MIN_WORDS:
        return False
    letters = [char for char in text if char.isalpha()]
    own = sum(any(unicodedata.name(char, "").startswith(name) for name in usual) for char in letters)
    return own < OWN_SCRIPT * len(letters)


def _small_words(text: str) -> set[str]:
    return {word for word in _WORD.findall(text) if word == word.lower()}


def _folded(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())
