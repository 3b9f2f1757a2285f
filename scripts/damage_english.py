"""Damage that needs English: subject and object exchanged, adjectives dropped, phrases found by their prepositions."""

from __future__ import annotations

import re
from random import Random

from damage_edits import Change, Edit, Range
from damage_names import swapped_names
from damage_text import Text, like

_VERBS_TEXT = """
    accused advised affects affected arrested asked assisted attacked attracted backed banned beat blamed blocked
    bought built called caught caused causes challenged chased contains controlled controls criticised criticized
    defeated defended described destroyed dismissed employed employs followed followed founded funded governed
    helped hired hit influenced influences informed inspired interviewed invaded invited joined killed led married
    mentored murdered needs occupied opposed outnumbered overthrew owned owns paid persuaded praised precedes
    preceded produced produces promoted protected protects published purchased reached received recognized replaced
    replaces requires represented ruled saw sent served shot sold sponsored succeeded sued supplied support
    supported supports surrounded taught told took transmits trained treated trusted visited warned won wrote
    discovered infected infects triggered triggers drives drove replaced kills destroys surpassed exceeded exceeds
    outperformed leads contacted urged met_with suspended released
"""
VERBS = tuple(_VERBS_TEXT.split())

_ADJECTIVES_TEXT = """
    new old big small large little great young high low long short early late hot cold warm strong weak hard soft
    heavy light dark bright rich poor cheap free safe dangerous severe mild acute chronic serious minor major
    critical global local national international foreign domestic public private official former recent
    ancient modern white black red blue green yellow brown western eastern northern southern central rural urban
    military civil civilian legal illegal male female viral bacterial infectious contagious asymptomatic
    pregnant elderly sick healthy dead alive open secret annual daily weekly monthly temporary permanent initial
    final first second third fourth last next previous only common rare unusual successful popular famous
    unknown empty full wild industrial medical clinical political social economic financial religious cultural
    traditional digital electronic nuclear solar natural artificial chemical physical mental emotional senior
    junior royal federal regional independent armed violent peaceful fatal deadly lethal effective ineffective
    positive negative preliminary experimental potential possible likely confirmed suspected unconfirmed alleged
    frozen fresh raw wooden stone golden silver respiratory cardiac renal pulmonary hospitalized infected
    vaccinated unvaccinated excessive limited unlimited sharp steep slow rapid
"""
ADJECTIVES = frozenset(_ADJECTIVES_TEXT.split())
_DEGREES = frozenset({"very", "more", "most", "so", "too", "is", "are", "was", "were", "be", "as", "and", "or"})
_SUFFIXED = re.compile(r"[a-z]{3,}(?:ous|ical|ful|less|ible|ary|etic|ional|ental|istic)$")
_EMPTY_TEXT = "various numerous additional individual several own actual original total typical"
_EMPTY = frozenset(_EMPTY_TEXT.split())
"""Adjectives that can go without a change in meaning."""
_NOT_NOUNS_TEXT = """
    and or but of in on at for from to with by as than that which who is are was were be been has have had will
    would can could may might not also very more most enough because if when while after before since until during
    so
"""
_NOT_NOUNS = frozenset(_NOT_NOUNS_TEXT.split())

PREPOSITIONS = (
    "in on at for from with by during after before under between among through against since until about into without "
    "within across around near behind above below along despite over toward towards inside outside"
)
_PHRASE = re.compile(
    rf"(?<=\s)(?:{'|'.join(PREPOSITIONS.split())})(?:\s[^\s,;:.!?()\"“”]+){{1,6}}?"
    rf"(?=[,;:.!?]|\s(?:but|which|who|that|is|are|was|were|has|have|had|will|would|can|could|may|might|should|must"
    rf"|to|as|when|where|while|if|because|{'|'.join(PREPOSITIONS.split())})\s|$)"
)
_DANGLING = re.compile(
    r"\s(?:the|an?|of|and|or|his|her|its|their|our|my|your|this|that|these|those|some|any|no|more|most|very|both"
    r"|other|new|such|each|every|all|as|than|to|\w+ly|not|between)$",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\b(?:depends?|depended|consists?|consisted|relied|rely|relies|deals?|dealt|based|focus\w*|result\w*|accounts?|refers?"
    r"|known|looks?|looked|according|compared|is|are|was|were|be|been|it|they|he|she|we|I|you|in|on|at|for|from|with|by|of|to"
    r"|and|or)$"
)
"""Words after which a prepositional phrase cannot be spared."""


def phrases(text: Text) -> list[Range]:
    """Prepositional phrases that can go: `in the hospital`; not those that a verb depends on."""
    found = []
    for match in _PHRASE.finditer(text.text):
        start, end = match.span()
        before = text.text[:start].rstrip()
        if _DANGLING.search(match.group()) or _BOUND.search(before[-14:]) or before[-1:] in (",", "(", ""):
            continue
        found.append((start, end))
    return found


def exchanged_roles(text: Text, rng: Random) -> Change | None:
    """Who did it and to whom change places, round a transitive verb in English; else two names of a sentence."""
    if text.base != "en":
        return swapped_names(text, rng)
    found = list(_ROLES.finditer(text.text))
    if not found or rng.random() < 0.3:
        return swapped_names(text, rng) or (_exchange(rng.choice(found)) if found else None)
    return _exchange(rng.choice(found))


_NOBODY = r"(?!(?:He|She|They|We|I|It|You|This|That|These|Those|There|Who|What|Which|And|But)\b)"
_NAME = _NOBODY + r"[A-Z][\w’'-]+(?: (?:of |de |van |von |bin )?[A-Z][\w’'-]+)*"
_NOUN = rf"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Tt]heir|[Ii]ts) (?:[a-z-]+ ){{0,1}}[a-z]{{3,}}|{_NAME})"
_ROLES = re.compile(
    rf"(?<!\w)(?P<one>{_NOUN}) (?:(?:has|have|had|also|then|later|never|will|could|may) ){{0,2}}"
    rf"(?:{'|'.join(VERBS).replace('_', ' ')}) (?P<other>{_NOUN})"
    rf"(?=[,.;!?]| (?:in|on|at|for|from|with|by|during|after|before|to|and|who|as|because|when|over) )"
)


def _exchange(match: re.Match[str]) -> Change | None:
    one, other = match.group("one"), match.group("other")
    if one.casefold() == other.casefold():
        return None
    lower = one if one.split()[0] not in ("The", "A", "An", "His", "Their", "Its") else one[0].lower() + one[1:]
    edits = Edit(*match.span("one"), like(one, other)), Edit(*match.span("other"), lower)
    return Change(edits, critical=True, weight=0.3)


def dropped_adjective(text: Text, rng: Random) -> Change | None:
    """An English adjective before its noun is gone."""
    if text.base != "en":
        return None
    found = [pair for pair in zip(text.words, text.words[1:], strict=False) if _drops(text, *pair)]
    if not found:
        return None
    word, noun = rng.choice(found)
    return Change((Edit(word[0], noun[0]),), critical=False, weight=0.08)


def _drops(text: Text, word: Range, noun: Range) -> bool:
    """Whether `word` is an adjective in front of `noun`, and the article before it may stay."""
    adjective, following = text.part(word), text.part(noun)
    if not _is_adjective(adjective) or text.text[word[1] : noun[0]] != " ":
        return False
    if following in _NOT_NOUNS or len(following) < 3 or not following[0].isalpha() or following.endswith("ly"):
        return False
    before = re.search(r"(\w+) $", text.text[: word[0]])
    if before is None or before.group(1).casefold() in _DEGREES:
        return False
    article = before.group(1).casefold()
    return article not in ("a", "an") or (following[0] in "aeiou") == (article == "an")


def _is_adjective(word: str) -> bool:
    return word.islower() and word not in _EMPTY and (word in ADJECTIVES or bool(_SUFFIXED.match(word)))
