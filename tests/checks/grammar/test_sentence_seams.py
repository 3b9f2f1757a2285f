"""Where sentences may end, as learned, and what the checks make of it."""

import pytest

from auditor.audit.rehearsal import rehearse
from auditor.checks.example import Example
from auditor.checks.grammar.doubled_word import DoubledWord
from auditor.checks.grammar.fused_sentences import FusedSentences
from auditor.checks.grammar.hard_wrapped_paragraph import HardWrappedParagraph
from auditor.checks.grammar.retelling import is_parallel, telling_of
from auditor.checks.grammar.seam_features import seam_features
from auditor.checks.grammar.sentence_edges import joins_sentences
from auditor.checks.grammar.sentence_seams import seam_score
from auditor.checks.grammar.split_sentence import SplitSentence
from auditor.languages import get_language

SHARED = (((0, 1), (0,), None),)


@pytest.mark.parametrize(
    ("language", "before", "after", "rest"),
    [
        ("en", "The minister said that the old road to the", "northern villages would open on Monday.", "He left."),
        ("de", "Der Minister sagte, dass die alte Straße in den", "Norden am Montag wieder öffnet.", "Er ging."),
        ("ru", "Министр сообщил, что старая дорога в", "северные деревни откроется завтра.", "Он ушёл вечером."),
        ("zh", "部长昨天表示，通往北方的公路将在下个星", "期重新开放，村民可以回家。", "他说，大家都很高兴。"),
        ("ja", "大臣は昨日、北部への道路が来週から再び開", "通すると発表した。", "しかし、住民はまだ戻っていない。"),
        ("hi", "मंत्री ने कल कहा कि उत्तर की पुरानी सड़क को", "अगले सप्ताह खोला जाएगा।", "लेकिन लोग अभी नहीं लौटे हैं।"),
    ],
)
def test_a_cut_scores_below_an_end(language, before, after, rest):
    record = get_language(language)
    cut, end = seam_score(before, after, record), seam_score(f"{before} {after}", rest, record)
    assert cut < 0 < end


def test_no_score_without_a_model():
    assert seam_score("Der var en gang.", "Han gik.", get_language("da")) is None


def test_case_and_the_marks_beside_the_place_say_nothing():
    english = get_language("en")
    assert set(seam_features("He went to the.", "Old gate fell.", english)) == set(
        seam_features("He went to the", "old gate fell.", english)
    )
    assert not any(name.startswith(("f:", "b:", "lf:")) for name in seam_features("He went to the", "", english))


@pytest.mark.parametrize(
    ("text", "language", "joins"),
    [
        ("And he left.", "en", True),
        ("Andrew left.", "en", False),
        ("但他走了。", "zh", True),
        ("他走了。", "zh", False),
    ],
)
def test_conjunctions_that_open_sentences(text, language, joins):
    assert joins_sentences(text, get_language(language)) is joins


def test_a_stop_where_the_counterpart_has_none_nearby():
    text = "Министр сообщил вчера журналистам, что жители. Деревень на севере страны смогут вернуться домой уже завтра."
    told = "The minister told reporters yesterday people from villages in the north can go home as early as tomorrow."
    found = rehearse(SplitSentence, Example(text, language="ru", counterpart=told, beads=SHARED))
    assert [(finding.span.start, len(finding.evidence)) for finding in found] == [(0, 1)]


def test_a_lawful_division_beside_one_sentence_stays():
    text = "Министр сообщил журналистам, что дорога открыта. Он добавил, что жители деревень вернулись домой."
    told = "The minister told reporters that the road was open and added that people had gone back to their villages."
    assert rehearse(SplitSentence, Example(text, language="ru", counterpart=told, beads=SHARED)) == ()


def test_english_names_after_a_lost_stop():
    seen = (
        "The report comes months after another cyclist died in a hit-and-run on Childers Street, about a mile away "
        "from the crash The Metropolitan Police said that nobody had been arrested yet."
    )
    told = "The readers who came told The Boston Globe reports that nobody had been arrested for the crash."
    assert len(rehearse(FusedSentences, Example(seen))) == 1
    assert rehearse(FusedSentences, Example(told)) == ()


def test_a_break_inside_one_counterpart_sentence():
    text = "اجتمعوا.\n\nوقال الوزير إن الطريق إلى القرى\n\nالشمالية ستفتح غدا أمام جميع السكان الذين غادروا منازلهم."
    told = "They met.\n\nThe minister said the road to the northern villages would open tomorrow for all who had left."
    beads = (((0,), (0,), None), ((1, 2), (1,), None))
    example = Example(text, language="ar", counterpart=told, links=((0, 0), (1, 1), (2, 1)), beads=beads)
    assert len(rehearse(HardWrappedParagraph, example)) == 1


def test_a_doubling_that_comes_again_is_a_name():
    once = "They stayed at the hotel orient orient in the town."
    assert len(rehearse(DoubledWord, Example(once))) == 1
    assert rehearse(DoubledWord, Example(f"{once} The owner of orient orient was there.")) == ()


@pytest.mark.parametrize(
    ("text", "language", "counterpart", "expected"),
    [
        ("They discussed the plan plan on Monday.", "en", "Baden-Baden discussed the plan on Monday.", 1),
        ("وصلت فرقة دوران دوران أمس.", "ar", "The band Duran Duran arrived yesterday.", 0),
        ("قال الوزير الخطة الخطة جاهزة.", "ar", "Baden-Baden has a plan, the minister said.", 1),
    ],
)
def test_only_a_doubled_name_excuses_a_doubling(text, language, counterpart, expected):
    assert len(rehearse(DoubledWord, Example(text, language=language, counterpart=counterpart))) == expected


def test_lines_that_begin_alike_are_no_retelling():
    one = telling_of("The flag on the dam is a pledge of loyalty and duty to the people.", True)
    other = telling_of("The flag on the dam is a fortress against waves and storms at night.", True)
    again = telling_of("The flag on the dam is a pledge of loyalty and of duty to all the people.", True)
    assert is_parallel(one, other)
    assert not is_parallel(one, again)
