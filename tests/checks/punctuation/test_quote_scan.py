"""The quote scanner: well-formed articles are silent, one lost mark is noticed, look-alikes are no quotation marks."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.checks.punctuation.quote_marks import MOST_MARKS
from auditor.checks.punctuation.quotes import scan_quotes
from auditor.core.document import Document, Passage, PassageKind, Segment, Span
from auditor.languages import get_language

STYLES = [("en", "“", "”"), ("en", '"', '"'), ("de", "„", "“"), ("ru", "«", "»"), ("pl", "„", "”"), ("sv", "”", "”")]
WORDS = st.lists(st.sampled_from(["river", "gate", "Monday", "they", "don’t", "o’clock"]), min_size=1, max_size=4)


def article(*passages, language="en"):
    built, text = [], ""
    for i, passage in enumerate(passages):
        span = Span(len(text), len(text) + len(passage))
        built.append(Passage(i, PassageKind.PARAGRAPH, span, (Segment(i, i, span),)))
        text += passage + "\n\n"
    return Document("a.txt", text, "file", "0" * 64, language, 1.0, tuple(built))


def scan(*passages, language="en"):
    return scan_quotes(article(*passages, language=language), get_language(language))


@st.composite
def sentences(draw, opening, closing):
    """Plain and quoted stretches in turn, never two quotations side by side."""
    parts = []
    for _ in range(draw(st.integers(1, 4))):
        parts.append(" ".join(draw(WORDS)))
        parts.append(f"{opening}{' '.join(draw(WORDS))}{draw(st.sampled_from(['', ',', '.', '!']))}{closing}")
    parts.append(" ".join(draw(WORDS)) + ".")
    return " ".join(parts)


@st.composite
def styled(draw):
    language, opening, closing = draw(st.sampled_from(STYLES))
    passages = draw(st.lists(sentences(opening, closing), min_size=1, max_size=4))
    return language, opening, closing, passages


@settings(max_examples=50, deadline=None)
@given(styled())
def test_a_well_formed_article_has_no_loose_mark(case):
    language, opening, closing, passages = case
    found = scan(*passages, language=language)
    assert found.unclosed == found.unopened == ()
    assert len(found.quotations) * 2 == sum(passage.count(opening) + passage.count(closing) for passage in passages) / (
        2 if opening == closing else 1
    )


@settings(max_examples=50, deadline=None)
@given(styled(), st.data())
def test_a_lost_mark_is_noticed(case, data):
    language, opening, closing, passages = case
    text = passages[0]
    places = [i for i, char in enumerate(text) if char in (opening, closing)]
    at = data.draw(st.sampled_from(places))
    found = scan(text[:at] + text[at + 1 :], language=language)
    assert len(found.unclosed) + len(found.unopened) == 1


@settings(max_examples=30, deadline=None)
@given(st.integers(2, 6), st.booleans(), st.sampled_from(STYLES))
def test_a_quotation_may_run_over_paragraphs(length, reopened, style):
    language, opening, closing = style
    middle = [f"{opening if reopened else ''}They waited at the gate." for _ in range(length - 1)]
    found = scan(
        f"He said: {opening}We wait.",
        *middle,
        f"{opening if reopened else ''}We go.{closing} He left.",
        language=language,
    )
    assert found.unclosed == found.unopened == ()
    assert len(found.quotations) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'The players’ coach, 6\'2" tall, in the ’90s said: don’t. A 5″ pipe and a 12" one.'),
        ("en", 'He said: "It was 5\'11"." Then he left.'),
        ("he", 'דובר צה"ל אמר: "ארה"ב לא תתערב". המנכ"לית שתקה.'),
        ("he", 'הוא קרא את ה"הארץ" ואת "מעריב".'),
        ("fr", "« Nous partons », dit-il. L’eau monte « encore »."),
        ("tr", 'Ankara\'da "Milliyet"in haberine göre “dün” oldu.'),
        ("ko", '그는 "우리는 떠난다"라고 말했다.'),
        ("zh", '他说："我们走。"她说："好。"'),
        ("ja", "大臣は「『道』と呼ぶ」と述べ、『白鯨』を読んだ。"),
        ("hu", "„Azt mondta: »gyere ide«, és elment” – mondta."),
        ("fi", "”Sana”:n mukaan ”toinen” on parempi."),
        ("da", "»Vi venter,« sagde han. »Så går vi.«"),
        ("nl", "’s-Gravenhage is “mooi”, zei ’t kind."),
        ("uk", "«Об’єкт» і п’ять «слів»."),
        ("uz", "“Oʻzbekiston” va “gʻalaba”."),
        ("ar", 'قال: «لن نترك أحداً». وأضاف: "انتهى".'),
    ],
)
def test_lawful_text_is_silent(language, text):
    found = scan(text, language=language)
    assert found.unclosed == found.unopened == ()


@pytest.mark.parametrize(
    ("text", "unclosed", "unopened"),
    [
        ("“We left, said X. He went home.", 1, 0),
        ("We left,” said X. “So did I.”", 0, 1),
        ("“A b.” In the end”. He left.", 0, 1),
        ("„Wir gehen, sagte er.", 1, 0),
        ("」と言った。", 0, 1),
        ("『本を読む。", 1, 0),
        ("《论语和《孟子》", 1, 0),
    ],
)
def test_loose_marks_are_told_apart(text, unclosed, unopened):
    found = scan(text, "He went home and slept.")
    assert (len(found.unclosed), len(found.unopened)) == (unclosed, unopened)


def test_marks_of_two_families_make_one_ill_matched_quotation():
    (quotation,) = scan("He called it «a race” and left.").quotations
    assert (quotation.opening.glyph, quotation.closing.glyph) == ("«", "”")


def test_nesting_depth_is_told():
    found = scan("He said “what they call “the road” is today open.”")
    assert [quotation.depth for quotation in found.quotations] == [0, 1]


def test_a_quotation_does_not_run_on_from_a_headline():
    document = article("“We wait", "They waited.” He left.")
    headline = Passage(0, PassageKind.HEADLINE, document.passages[0].span, document.passages[0].segments)
    changed = Document("a", document.text, "file", "0" * 64, "en", 1.0, (headline, document.passages[1]))
    found = scan_quotes(changed, get_language("en"))
    assert (len(found.unclosed), len(found.unopened)) == (1, 1)


def test_a_file_of_nothing_but_marks_is_left_alone():
    assert scan('"' * (MOST_MARKS + 1)).marks == ()
    assert len(scan('a "b" ' * 100).quotations) == 100
