"""What holds for every kind of damage, whatever the text."""

from __future__ import annotations

import itertools
import random

import pytest
from damage import ENGLISH_KINDS, KINDS, WHOLE, Damaged, damaged, worse
from hypothesis import given, settings
from hypothesis import strategies as st

ENGLISH = (
    "Dr. Smith said: “We will never open the new hospital in Paris before 18 February 2020,” according to the BBC, "
    "and 1,200 people were not allowed to enter within three days. The president criticised the minister in London, "
    "who paid 3.5 million dollars to his brother."
)
OTHER = (
    "In 2014, the World Bank reported that Nigeria needed three million doses, after a severe outbreak in Lagos, "
    "where doctors had worked for a long time. The cost was high."
)
TEXTS = {
    "en": (ENGLISH, OTHER, "El doctor dijo que nunca abriría el hospital, según mil personas de la ciudad."),
    "de": (
        "Laut Angela Merkel ist die Lage in Berlin nicht gut, und am Montag, dem 3. März 2020 stieg sie auf 1.500.",
        "Nach Angaben der Polizei wurden in Hamburg drei Männer verletzt, nachdem ein Auto die Straße verlassen hatte.",
        "According to Angela Merkel the situation in Berlin is not good.",
    ),
    "zh": (
        "据新华社报道，中国的出口在2020年2月18日没有增长，他们可能支付300万美元，总统表示反对。",
        "世界银行称，由于疫情严重，尼日利亚需要大量疫苗，医生工作了很长时间。",
        "According to Xinhua the exports of China did not grow.",
    ),
    "hi": (
        "मंत्री के अनुसार, 18 फरवरी 2020 को दिल्ली में 1,200 लोग नहीं आए, और तीन दिनों में अधिक मामले हो सकते हैं।",
        "विश्व बैंक ने बताया कि नाइजीरिया को टीकों की आवश्यकता है, क्योंकि वहाँ गंभीर प्रकोप फैल गया था।",
        "According to the minister, people did not come to Delhi.",
    ),
    "ru": (
        "По словам Владимира Путина, 18 февраля 2020 экспорт не увеличился, и 1 200 человек могут уехать до среды.",
        "Всемирный банк сообщил, что Нигерии нужны вакцины, поскольку там произошла тяжелая вспышка болезни.",
        "According to Vladimir Putin, exports did not grow.",
    ),
    "ar": (
        "وفقا للوزير، لم يصل 1,200 شخص إلى القاهرة في 18 فبراير 2020، وقد يكون هناك عدد أكبر قبل يوم الخميس.",
        "ذكر البنك الدولي أن نيجيريا بحاجة إلى اللقاحات، بعد تفشي المرض بشكل خطير في لاغوس.",
        "According to the minister 1,200 people did not arrive in Cairo.",
    ),
}


def kept(text: str, ranges: tuple[tuple[int, int], ...]) -> str:
    """The text outside the ranges."""
    gone = {place for start, end in ranges for place in range(start, end)}
    return "".join(char for place, char in enumerate(text) if place not in gone)


def hold(original: str, found: Damaged) -> None:
    """What must be true of any damage to `original`."""
    assert found.text != original
    assert found.text.strip()
    assert 0 < found.severity <= 1
    for ranges, text in ((found.spans, found.text), (found.lost, original)):
        assert all(0 <= start < end <= len(text) for start, end in ranges)
        assert all(before[1] < after[0] for before, after in itertools.pairwise(ranges))
    assert kept(found.text, found.spans).casefold() == kept(original, found.lost).casefold()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", TEXTS)
def test_places_and_determinism(language: str, kind: str) -> None:
    text, other, source = TEXTS[language]
    for seed in range(12):
        found = damaged(text, language, kind, random.Random(seed), other, source)
        assert found == damaged(text, language, kind, random.Random(seed), other, source)
        if found:
            hold(text, found)
            assert found.kind == kind
            assert "  " not in found.text.replace("  ", "", text.count("  "))
            assert not any(mark in found.text for mark in (" ,", " .", ",,", ",.", "，，", "，。", "、。"))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_applies_to_rich_english(kind: str) -> None:
    text, other, source = TEXTS["en"]
    assert any(damaged(text, "en", kind, random.Random(seed), other, source) for seed in range(20))


@pytest.mark.parametrize("kind", sorted(ENGLISH_KINDS))
def test_english_kinds_leave_others_alone(kind: str) -> None:
    text, other, source = TEXTS["de"]
    assert not any(damaged(text, "de", kind, random.Random(seed), other, source) for seed in range(10))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", TEXTS)
def test_further_damage_is_worse_and_of_the_same_original(language: str, kind: str) -> None:
    text, other, source = TEXTS[language]
    for seed in range(8):
        rng = random.Random(seed)
        first = damaged(text, language, kind, rng, other, source)
        further = worse(first, language, rng, other, source) if first else None
        if first and further:
            hold(text, further)
            assert further.severity > first.severity
            assert further.text != first.text
            assert further.kind == kind not in WHOLE
            assert further.critical or not first.critical


words = st.lists(st.sampled_from([*ENGLISH.split(), "—", "(", ")", "“", "”", "5%", "$3", "東京", "。"]), max_size=25)


@settings(max_examples=50, deadline=None)
@given(words, st.sampled_from(KINDS), st.sampled_from(["en", "zh", "ru", "xx"]), st.integers(0, 1000))
def test_any_text_is_survived(parts: list[str], kind: str, language: str, seed: int) -> None:
    text = " ".join(parts)
    found = damaged(text, language, kind, random.Random(seed), OTHER, TEXTS["de"][0])
    if found:
        hold(text, found)


def test_unknown_kind() -> None:
    with pytest.raises(KeyError):
        damaged("Any text.", "en", "unheard-of", random.Random(1))
