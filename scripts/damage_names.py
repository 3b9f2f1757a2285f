"""Wrong, lost and exchanged names, where capitals or a foreign script show which words are names."""

from __future__ import annotations

import itertools
import re
from random import Random

from damage_edits import Change, Edit, Range
from damage_text import COMMAS, OPENING, STOPS, Text, deletion, enclosed, other_text

_PARTICLES_TEXT = "of de da do dos du del van von der den bin ibn al la di"
PARTICLES = frozenset(_PARTICLES_TEXT.split())
_NOT_NAMES_TEXT = """
    i i'm i've i'll i'd a an the this that these those he she it we you they his her its our my their your in on at
    by for from with to of and but or so as if when while after before since during although though because however
    therefore thus also there here what who how why where which more most many some all no not one two three four
    mr mrs ms dr sir lady lord president minister king queen prince general figure fig table section chapter q
    internet god covid covid-19 sars sars-cov-2 coronavirus http https www html pdf utc gmt am pm
"""
NOT_NAMES = frozenset(_NOT_NAMES_TEXT.split())
"""Capitalised words that name nobody, or that every text of a domain holds."""

_FOREIGN = re.compile(r"(?<![A-Za-z0-9_./@-])[A-Z][A-Za-z-]{2,}(?: [A-Z][A-Za-z-]+)*(?![A-Za-z0-9_/@-])")
_SWAPS = {
    "b": "dgm", "c": "lmp", "d": "bmlk", "f": "gmt", "g": "bfm", "h": "kml", "j": "lmr", "k": "bdm", "l": "dkm",
    "m": "bkt", "n": "lrk", "p": "dlg", "q": "bm", "r": "nmk", "s": "lnk", "t": "lmg", "v": "dkl", "w": "kbr",
    "x": "ml", "y": "lb", "z": "lmk",
    "б": "гмд", "в": "клд", "г": "бмп", "д": "бкл", "ж": "лнк", "з": "лмк", "к": "бдм", "л": "дкм", "м": "бкт",
    "н": "лрк", "п": "длг", "р": "нмк", "с": "лнк", "т": "лмг", "ф": "гмт", "х": "млк", "ц": "лмп", "ч": "лмп",
    "ш": "лмп",
}  # fmt: skip
"""Consonants that sound unlike, so that no spelling of the same name comes of it."""

_LEAD = re.compile(
    r"(?<!\w)(?:in|of|from|by|and|at|for|with|near|to|against|en|de|del|de la|du|à|au|par|por|em|no|na|do|da|di|pada"
    r"|dari|oleh|von|aus|bei|mit|nach|zu|im|vom|und|et|y|e|dan|la|din|и|в|во|из|от|с|на|van|met|uit)(?: the)?\s$",
    re.IGNORECASE,
)
SYMMETRIC = re.compile(
    r"\b(?:and|or|between|met|meets|with|married|versus|vs|und|oder|et|ou|y|o|e|и|или|dan|atau|ve|și|ja"
    r"|als auch|așa cum)\b",
    re.IGNORECASE,
)


def names(text: Text) -> list[Range]:
    """Names in a text: runs of capitalised words inside sentences; Latin words in a script without capitals."""
    if not text.language.cased:
        found = [match.span() for match in _FOREIGN.finditer(text.text)] if text.language.complete else []
        return [run for run in found if text.part(run).casefold() not in NOT_NAMES]
    words = [word for word in text.words if word[1] - word[0] > 1 or text.part(word).isupper()]
    capital = [text.part(word)[0].isupper() for word in words]
    if len(words) > 3 and sum(capital) > 0.6 * len(words):
        return []
    starts = {start for start, _ in text.sentences}
    runs: list[Range] = []
    for run in _runs(text, words, capital):
        trimmed = _trimmed(text, run, starts)
        if trimmed:
            runs.append(trimmed)
    return runs


def wrong_name(text: Text, rng: Random) -> Change | None:
    """Another name for one name, out of the donor; else one that sounds unlike."""
    found = names(text)
    if not found:
        return None
    run = rng.choice(found)
    new = _donor(text, run, rng) if rng.random() < 0.7 else None
    if new is None:
        start, end = _longest_word(text, run)
        new = misnamed(text.text[start:end], rng)
        run = (start, end) if new else run
    new = new or _donor(text, run, rng)
    return Change((Edit(*run, new),), critical=True, weight=0.35) if new else None


def dropped_entity(text: Text, rng: Random) -> Change | None:
    """A name is gone, with the preposition or conjunction that led to it that led to it."""
    found = [run for run in names(text) if run[1] - run[0] < 0.5 * len(text.text) and not enclosed(text, run)]
    if not found:
        return None
    start, end = _with_lead(text, *rng.choice(found))
    return Change(deletion(text, start, end), critical=True, weight=0.25)


def swapped_names(text: Text, rng: Random) -> Change | None:
    """Two names of one sentence change places, unless they merely stand side by side."""
    found = names(text)
    pairs = [(a, b) for a, b in itertools.pairwise(found) if _exchangeable(text, a, b)]
    if not pairs:
        return None
    one, other = rng.choice(pairs)
    edits = Edit(*one, text.part(other)), Edit(*other, text.part(one))
    return Change(edits, critical=True, weight=0.35)


def misnamed(name: str, rng: Random) -> str | None:
    """The name with two consonants that sound otherwise, one where it is short; None for fewer than three letters."""
    letters = list(name)
    consonants = [i for i, letter in enumerate(letters) if letter.lower() in _SWAPS]
    if not consonants or len(name) < 3:
        return None
    for i in rng.sample(consonants, min(len(consonants), 2 if len(name) > 4 else 1)):
        new = rng.choice(_SWAPS[letters[i].lower()])
        letters[i] = new.upper() if letters[i].isupper() else new
    return "".join(letters)


def _runs(text: Text, words: list[Range], capital: list[bool]) -> list[list[Range]]:
    runs: list[list[Range]] = []
    for i, word in enumerate(words):
        gap = text.text[words[i - 1][1] : word[0]] if i else ""
        follows = bool(runs) and i > 0 and gap == " " and runs[-1][-1] == words[i - 1]
        particle = text.part(word) in PARTICLES and i + 1 < len(words) and capital[i + 1]
        if capital[i] and not follows:
            runs.append([word])
        elif follows and (capital[i] or particle):
            runs[-1].append(word)
    return runs


def _trimmed(text: Text, run: list[Range], starts: set[int]) -> Range | None:
    """The run without words that name nobody; a lone word at a sentence start counts if the other side has it too."""
    at_start = any(abs(run[0][0] - start) <= 1 for start in starts) or text.text[: run[0][0]].rstrip()[-1:] in (
        *":-–—",
        *STOPS,
        *OPENING,
    )
    dates = {form for forms in (*text.language.dates.months, *text.language.dates.weekdays) for form in forms}
    while run and _bare(text, run[0]) in NOT_NAMES | PARTICLES | dates:
        run, at_start = run[1:], False
    while run and _bare(text, run[-1]) in PARTICLES | dates | NOT_NAMES:
        run = run[:-1]
    if not run:
        return None
    start, end = run[0][0], run[-1][1]
    if text.part(run[-1]).endswith(("'s", "’s")):
        end -= 2
    sure = (not at_start or (len(run) > 1 and text.part(run[1])[0].isupper())) and text.base not in ("de", "lb")
    shared = re.search(rf"(?<![^\W_]){re.escape(text.text[start:end])}(?![^\W_])", text.source) if text.source else None
    return (start, end) if end - start > 2 and (shared or sure) else None


def _bare(text: Text, word: Range) -> str:
    return text.part(word).casefold().replace("’", "'")


def _longest_word(text: Text, run: Range) -> Range:
    """The longest word of a name."""
    found = [match.span() for match in re.finditer(r"[^\W\d_]+", text.part(run))]
    start, end = max(found, key=lambda word: word[1] - word[0], default=(0, run[1] - run[0]))
    return run[0] + start, run[0] + end


def _donor(text: Text, run: Range, rng: Random) -> str | None:
    donor = other_text(text)
    mine = text.part(run)
    choice = [donor.part(other) for other in names(donor)] if text.other else []
    choice = [name for name in choice if name.casefold() not in text.text.casefold() and mine not in name]
    close = [
        name for name in choice if name.isupper() == mine.isupper() and abs(len(name.split()) - len(mine.split())) < 2
    ]
    return rng.choice(close) if close else None


def _with_lead(text: Text, start: int, end: int) -> Range:
    """With `in`, `of the` or `and` before it."""
    lead = _LEAD.search(text.text[max(0, start - 16) : start])
    return (start - len(lead.group()), end) if lead else (start, end)


def _exchangeable(text: Text, one: Range, other: Range) -> bool:
    between = text.text[one[1] : other[0]]
    a, b = text.part(one).casefold(), text.part(other).casefold()
    if a in b or b in a or any(char in STOPS + "()（）" for char in between):
        return False
    if not text.spaced:
        return len(between.strip()) >= 3 and not re.search(r"[,，、;；和与及與跟や]", between)
    inner = between.split()
    real = [word for word in inner if word.islower() and len(word) > 3]
    return (
        len(inner) >= 2 and bool(real) and not SYMMETRIC.search(between) and not any(char in COMMAS for char in between)
    )
