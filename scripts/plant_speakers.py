"""Recipe for who said what: a speaker's name becomes that of somebody else in the article.

Which words are names is told by capitals, or by their likeness to a capitalised word of the English line.
"""

from __future__ import annotations

import random
import re

from plant_names import names_of
from planting import LEAD, Article, Plant, Recipe

VERB = r"(?:said|says|told|added|adds|wrote|explained|tweeted|claimed|insisted|stated)"
SPEAKER = re.compile(
    rf"(?<![A-Z][a-z] )(?<![a-z] )\b(?:M[rs]s?\. )?([A-Z][a-z]{{4,}}) {VERB}\b|{VERB} ([A-Z][a-z]{{4,}})(?= ?[,.\"”]|$)"
)
"""A surname alone beside a verb of saying."""


def speaker_of(english: str) -> str | None:
    """Who is credited, by surname, in a line that credits one person only."""
    found = {match[1] or match[2] for match in SPEAKER.finditer(english)}
    return found.pop() if len(found) == 1 else None


def written(text: str, language: str, name: str) -> str | None:
    """How the line writes the name; None where it may be in it twice or not at all."""
    found = [word for word, _ in names_of(text, language, f"so {name} it")]
    return found[0] if len(found) == 1 and text.count(found[0]) == 1 else None


def other_speaker(article: Article, rng: random.Random) -> Plant | None:
    """The name of one speaker gives way to another speaker's, who is not in that line."""
    speakers = {line: name for line in range(LEAD, len(article.lines)) if (name := speaker_of(article.told(line)))}
    forms = {
        line: form for line, name in speakers.items() if (form := written(article.lines[line], article.language, name))
    }
    places = [
        (line, other)
        for line in forms
        for other in forms
        if speakers[line] != speakers[other] and speakers[other] not in article.told(line)
    ]
    if not places:
        return None
    line, other = rng.choice(places)
    changed = article.lines[line].replace(forms[line], forms[other])
    return Plant(article.replaced(line, changed), line, line)


ARTICLES: dict[str, Recipe] = {"attribution-changed": other_speaker}
