"""One word turned into its opposite."""

from __future__ import annotations

import re
from functools import cache
from random import Random

from damage_antonym_words import ENGLISH_VERBS, ENGLISH_WORDS, IRREGULAR, OTHERS, PARTICIPLES
from damage_edits import Change, Edit
from damage_text import Text, like

Opposites = dict[str, tuple[str, ...]]

_AUXILIARY = re.compile(
    r"(?:\b(?:have|has|had|having|be|been|being|is|are|was|were|get|got)|[’'](?:ve|s|re))(?: \w+ly| not| also)?\s$"
)
_PHRASES = re.compile(
    r"(?:all (?:right|over)|as well|once more|more than once|no more|what is more|more or less|more and more"
    r"|at first|first of all|at last|at least|over time|after all|(?:as|so) (?:long|soon) as|long before"
    r"|right now|sooner or later|all rights?|tak(?:e|es|ing) (?:place|part|care|into)|took (?:place|part)|early on"
    r"|give (?:rise|birth|way)|gives rise|gave (?:rise|birth)|up to date|over the counter|high school|new york|most of"
    r"|lead up|follow up|set up|made up|up with|grow(?:s|ing)? up|end(?:ed|s)? up|would like|looks? like|feel like"
    r"|before and after|open source|in short|short of|full of|light of|in the end|back up|known as|right after"
    r"|just over|best known)",
    re.IGNORECASE,
)
"""Fixed phrases in which the word does not have its own meaning."""
_PARTICLE_LEFT = re.compile(
    r"\b(?:set|come|came|go|went|pick|bring|brought|make|give|break|turn|take|took|show|sign|stand|write|wrote"
    r"|call|cut|back|\w+ed|\w+ing|rise|grow|look|ended?) $"
)
_NOT_VERBS = frozenset({"like", "open", "light", "present", "close", "welcome", "ease", "trail", "blame"})


def opposite(text: Text, rng: Random) -> Change | None:
    """One word says the opposite."""
    table = opposites(text.base)
    if not table:
        return None
    found = _by_letter(text, table) if not text.spaced else _by_word(text, table)
    if not found:
        return None
    edit, options = rng.choice(found)
    return Change((Edit(edit.start, edit.end, rng.choice(options)),), critical=True, weight=0.3)


@cache
def opposites(language: str) -> Opposites:
    """Every form of the language's list with its opposites, both ways."""
    table: dict[str, list[str]] = {}
    words = ENGLISH_WORDS if language == "en" else OTHERS.get(language, "")
    pairs = [tuple(pair.split("/")) for pair in words.split() if ">" not in pair]
    if language == "en":
        verbs = [map(_forms, pair.split("/")) for pair in ENGLISH_VERBS.split()]
        pairs += [forms for pair in verbs for forms in zip(*pair, strict=True)]
    for one, other in pairs:
        for word, new in ((one, other), (other, one)):
            table.setdefault(word.replace("_", " "), []).append(new.replace("_", " "))
    for one, other in (pair.split(">") for pair in words.split() if ">" in pair):
        table.setdefault(one, []).append(other)
    return {word: tuple(dict.fromkeys(new)) for word, new in table.items()}


def _forms(verb: str) -> tuple[str, ...]:
    """Base, third person, past, participle in -ing."""
    base, doubles = verb.rstrip("*"), verb.endswith("*")
    if base in IRREGULAR:
        return (base, *IRREGULAR[base].split())
    if base.endswith("e"):
        return base, base + "s", base + "d", base[:-1] + "ing"
    if base.endswith("y") and base[-2] not in "aeiou":
        return base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"
    stem = base + base[-1] if doubles else base
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x")) else "s")
    return base, third, stem + "ed", stem + "ing"


def _by_word(text: Text, table: Opposites) -> list[tuple[Edit, tuple[str, ...]]]:
    found = []
    for match in _pattern(text.base).finditer(text.text):
        start, end = match.span()
        options = table.get(match.group()) or table.get(match.group().casefold())
        if text.base == "en" and _AUXILIARY.search(text.text[max(0, start - 24) : start]):
            options = tuple(new for new in options or () if new not in _PAST)
        if options and (text.base != "en" or _meant(text.text, start, end)):
            start, fresh = _with_article(text.text, start, end, options) if text.base == "en" else (start, options)
            found.append((Edit(start, end), tuple(like(text.text[start:end], new) for new in fresh)))
    return found


def _by_letter(text: Text, table: Opposites) -> list[tuple[Edit, tuple[str, ...]]]:
    """Han words, where the letters before and after do not make another word of them."""
    return [
        (Edit(*match.span()), table[match.group()])
        for match in _pattern(text.base).finditer(text.text)
        if text.text[match.start() - 1 : match.start()] not in ("不", "无", "無", "非") or text.base == "ja"
    ]


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(opposites(language), key=len, reverse=True))
    if language in ("zh", "ja"):
        return re.compile(words)
    return re.compile(rf"(?<![\w’'-])(?:{words})(?![\w’'-]|[\u0900-\u0903\u093a-\u094f])", re.IGNORECASE)


def _meant(text: str, start: int, end: int) -> bool:
    """Whether the English word is used in its own sense, as a whole word that can bend like its opposite."""
    word, before, after = text[start:end].casefold(), text[:start], text[end:]
    for phrase in _PHRASES.finditer(text, max(0, start - 24), min(len(text), end + 24)):
        if phrase.start() < end and phrase.end() > start:
            return False
    if word in _PAST and _AUXILIARY.search(before[-24:]):
        return False
    if word in ("like", "love") and not re.search(r"\b(?:I|we|they|you|who|people|to|not) $", before):
        return False
    if word in ("up", "down", "over", "under", "back") and _PARTICLE_LEFT.search(before[-16:]):
        return False
    if word in ("may", "march", "light", "right", "left", "present", "back", "last") and after[:1] in ".,;":
        return False
    return text[start].islower() or start == 0 or not re.match(r" [A-Z]", after)


_PAST = frozenset(IRREGULAR[verb].split()[1] for verb in PARTICIPLES)


def _with_article(text: str, start: int, end: int, options: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """With `a` or `an` before it, where the opposite needs the other."""
    match = re.search(r"\b([Aa]n?) $", text[:start])
    if not match:
        return start, options
    capital = "A" if match.group(1)[0] == "A" else "a"
    wrong = [new for new in options if (new[0] in "aeiou") != (match.group(1)[1:] == "n")]
    if not wrong:
        return start, options
    return match.start(), tuple(f"{capital}{'n' if new[0] in 'aeiou' else ''} {new}" for new in options)
