"""Sentence boundaries: every language's own marks, and nothing lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.core.document import Span
from auditor.languages import get_language
from auditor.segment import sentence_spans


def cut(text, language):
    return [text[s.start : s.end] for s in sentence_spans(text, Span(0, len(text)), get_language(language))]


SENTENCES = [
    ("en", ["The U.S. Senate met at 5 p.m. on Monday.", "Sens. John Kennedy and J. R. Smith left."]),
    ("en", ["“They knocked five times.", "Nobody could hold back tears.”", "He left."]),
    ("en", ["“Stop!” he said.", "Wait... what?", "Yes."]),
    ("en", ["He came (it was late. Very late.) at 3.30 and paid $3.5 million.", "Read example.com.", "Then he left."]),
    ("en", ['He said, "Go." "Never," she said.', 'Part of it "was a joke."', "It ended."][1:]),
    ("en", ["He left (at last.)", "It rained."]),
    ("de", ["Am 3. November ging Dr. Müller z. B. nach Hause.", "Der 19. Juni war kalt."]),
    ("de", ["„Ich komme.", "Du gehst.“", "Er sagte: ‚Gut.‘"]),
    ("fr", ["M. Yuan est arrivé.", "« Nous partons. »", "Il pleuvait !", "Vraiment ?"]),
    ("es", ["¿Qué?", "¡No!", "Dijo el Sr. Pérez."]),
    ("ru", ["Это было в 2018 г. в Москве.", "А. С. Пушкин писал стихи.", "Да."]),
    ("bg", ["Това стана през 2018 г.", "Следва решение."]),
    ("ar", ["قال د. عمر إن اليوم جميل.", "«هل ذهبت؟» سأل الرجل.", "نعم!"]),
    ("ar", ["ماذا حدث؟", "لا أحد يعرف."]),
    ("he", ["הוא עובד בבי.בי.סי. כצלם.", "היא הלכה."]),
    ("fa", ["او رفت.", "چرا؟", "نمی‌دانم."]),
    ("ur", ["وہ گیا۔", "کیوں؟", "معلوم نہیں۔"]),
    ("hi", ["उसने 3.5 रुपये दिए।", "वह डॉ. शर्मा थे।"]),
    ("zh", ["他说：“走吧。", "现在。”", "“真的？”他问。", "下雨了。"]),
    ("ja", ["「どうですか？」と彼は言った。", "雨が降った。"]),
    ("ko", ['그는 "온다!"라고 말했다.', "비가 왔다."]),
    ("km", ["ខ្ញុំទៅ។", "គាត់មក។"]),
    ("am", ["እሱ መጣ፡፡", "እሷ ሄደች።", "ለምን?"]),
    ("my", ["သူသွားသည်။", "မိုးရွာသည်။"]),
    ("hy", ["Նա եկավ։", "Անձրև էր։"]),
    ("el", ["Γιατί;", "Δεν ξέρω."]),
    ("ka", ["ის მოვიდა.", "წვიმდა."]),
    ("th", ["ชาวบ้านหลายร้อยคนอพยพออกจากหมู่บ้านหลังฝนตกหนัก", "อย่างไรก็ตาม เจ้าหน้าที่ยังไม่ได้ยืนยันจำนวน"]),
    ("xx", ["Ein Satz.", "वाक्य।", "句子。", "Ende."]),
]


@pytest.mark.parametrize(("language", "sentences"), SENTENCES)
def test_sentences_are_found_again_when_joined(language, sentences):
    joined = ("" if language in ("zh", "ja") else " ").join(sentences)
    assert cut(joined, language) == sentences


def test_a_stray_quote_does_not_swallow_the_rest():
    text = "We could hear them,” Zhang said. “They knocked. Nobody slept. The rest is silence."
    assert len(cut(text, "en")) == 4


def test_a_closing_mark_stays_with_its_sentence_though_spaces_part_them():
    assert cut("« Oui. » Il part.", "fr") == ["« Oui. »", "Il part."]


def test_direction_marks_stay_with_the_sentence_before():
    assert cut("لاړ.\u200e \u200eبیا راغی.", "ps") == ["لاړ.\u200e", "\u200eبیا راغی."]


def test_a_long_line_of_quotes_takes_linear_time():
    text = '." ' * 20_000
    assert "".join("".join(cut(text, "en")).split()) == "".join(text.split())


ALPHABET = "aA1 .!?…,\"'“”«»()[]\r\n\t。？।。។፡؟۔\u200f\u200e\u00a0\u2028😀ا中កმ-—"


@given(
    st.one_of(st.text(st.sampled_from(ALPHABET), max_size=60), st.text(max_size=60)),
    st.sampled_from(["en", "fr", "ar", "zh", "th", "de", "am", "xx"]),
    st.integers(0, 5),
)
def test_segments_are_ordered_trimmed_and_complete(text, language, skip):
    within = Span(min(skip, len(text)), len(text))
    spans = sentence_spans(text, within, get_language(language))
    covered = set()
    end = within.start
    for span in spans:
        assert span.start >= end
        end = span.end
        body = text[span.start : span.end]
        assert body == body.strip()
        assert body
        covered.update(range(span.start, span.end))
    assert end <= within.end
    assert all(i in covered for i in range(within.start, within.end) if not text[i].isspace())
