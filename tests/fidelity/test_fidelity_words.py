"""Pieces, words, windows, and where a word of a statement stands in its article. No model."""

from __future__ import annotations

import re

import numpy as np
import pytest
from fidelity_articles import WordScorer, aligned, article, paired
from hypothesis import given
from hypothesis import strategies as st

from auditor.core.document import Span
from auditor.core.score import SegmentScore, WordScore
from auditor.facts.fact import FactLedger
from auditor.fidelity import score_document
from auditor.fidelity.joint_calibration import Logistic, logistic
from auditor.fidelity.joint_windows import LONGEST, WINDOW, slices, windows
from auditor.fidelity.joint_words import gathered, word_scores
from auditor.fidelity.pieces import SENTENCE, Pieced


def pieced(pattern: str, text: str) -> Pieced:
    """`text` with a piece for each match; what stands before a match and matches nothing is space."""
    spans = tuple(match.span() for match in re.finditer(pattern, text))
    return Pieced(text, tuple(range(len(spans))), spans)


def told(text: Pieced) -> list[str]:
    return [text.text[slice(*text.word_span(word))] for word in text.words]


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        (r"\w{1,4}|[^\w\s]", "evacuated, he said.", ["evacuated", ",", "he", "said", "."]),
        (r"\w{1,4}|[^\w\s]+", "“COVID-19” (of l'homme)…", ["“", "COVID-19", "”", "(", "of", "l'homme", ")…"]),
        (r"[一-鿿]{1,2}|\d+|\S", "部长周一表示，500人。", ["部长", "周一", "表示", "，", "500", "人", "。"]),
        (r"\w{1,4}|[^\w\s]", "— …", ["—", "…"]),
        (r"\w+", "", []),
    ],
)
def test_pieces_make_words(pattern, text, words):
    assert told(pieced(pattern, text)) == words


def test_a_piece_that_is_only_space_belongs_to_the_word_after_it():
    text = Pieced(" 5,000 men", (1, 2, 3), ((1, 1), (1, 6), (7, 10)))
    assert told(text) == ["5,000", "men"]


def test_a_sentence_ends_before_a_new_word():
    text = pieced(r"\w{1,4}|[^\w\s]", "He left. She stayed at 3.5")
    assert [text.text[text.spans[i][0] :] for i in range(1, len(text)) if text.cut(i) == SENTENCE] == [
        "She stayed at 3.5"
    ]


def test_a_word_is_as_suspect_as_its_worst_piece():
    text = pieced(r"\w{1,4}|[^\w\s]", "evacuated people")
    odds = np.array([-9, 2, -9, -9, -9], dtype=np.float32)
    (word,) = word_scores(text, odds, Logistic(scale=2.0, bias=-1.0), 0.1)
    assert (word.start, word.end) == (0, 9)
    assert word.probability == pytest.approx(logistic(3))


def test_a_piece_seen_twice_is_as_suspect_as_where_it_looked_best():
    seen = [(range(3), np.array([1, 2, 3.0])), (range(1, 4), np.array([0, 5, 6.0]))]
    assert gathered(4, seen).tolist() == [1, 0, 3, 6]


SENTENCES = st.lists(st.integers(1, 60), min_size=0, max_size=30)


@given(SENTENCES, SENTENCES, st.booleans())
def test_windows_leave_nothing_out(ours, theirs, spaced):
    def text(sizes):
        return pieced(r"\w+[.。]?", ". ".join((" " if spaced else "日").join(["w"] * size) for size in sizes))

    counterpart, translation = text(theirs), text(ours)
    found = windows(counterpart, translation)
    if not translation:
        assert found == []
        return
    assert sorted({i for w in found for i in w.counterpart}) == list(range(len(counterpart)))
    assert sorted({i for w in found for i in w.translation}) == list(range(len(translation)))
    parts = list(dict.fromkeys(w.translation for w in found))
    assert sum(map(len, parts)) == len(translation)
    assert all(0 < len(w.translation) <= WINDOW and len(w.counterpart) <= LONGEST for w in found)


def test_equal_sentences_are_parted_alike():
    ours = pieced(r"\w+\.?", " ".join(["eins zwei drei vier."] * 100))
    theirs = pieced(r"\w+\.?", " ".join(["one two three four five six."] * 100))
    found = windows(theirs, ours)
    assert len(found) == 4
    for window in found:
        assert window.translation.start / 4 == window.counterpart.start / 6
        assert window.translation.stop / 4 == window.counterpart.stop / 6


def test_slices_overlap_where_no_sentence_ends():
    text = pieced(r"\w+", "word " * 400)
    first, second = slices(text, [0.5, 1.0])
    assert (first.start, second.stop) == (0, 400)
    assert first.stop > 200 > second.start


class MarkingScorer(WordScorer):
    """Marks every word of the translation that has a capital, and says that those of the counterpart were lost."""

    suspicious = 0.5

    def score(self, pairs):
        return [
            SegmentScore(50.0, 0.0, 0.2, 0.1, self._capitals(pair.translation), self._capitals(pair.counterpart))
            for pair in pairs
        ]

    @staticmethod
    def _capitals(text):
        found = re.finditer(r"[A-Z]\w+", text)
        return tuple(WordScore(*match.span(), 0.8 if len(match[0]) > 3 else 0.2) for match in found)


def spoken(document, words):
    return [document.slice(word.span) for word in words]


NONE = FactLedger(())


def test_words_of_a_bead_are_found_in_the_articles_they_come_from():
    ours = article(["aa Bbbb cc", "Dddd ee Ff"], "Gggg hh")
    theirs = article("Xxxx yy", ["zz Wwww"])
    alignment = aligned([(0, 0, 0.9), (1, 1, 0.9)], [([0], [0]), ([1, 2], [1])])
    score = score_document(paired(ours, theirs), alignment, NONE, NONE, MarkingScorer())
    assert [spoken(ours, bead.words) for bead in score.beads] == [["Bbbb"], ["Dddd", "Ff", "Gggg"]]
    assert [spoken(theirs, bead.lost) for bead in score.beads] == [["Xxxx"], ["Wwww"]]
    assert [spoken(ours, p.suspicious) for p in score.passages] == [["Bbbb", "Dddd"], ["Gggg"]]
    assert score.passages[0].critical_probability == pytest.approx(1 - 0.9**2)


def test_words_of_a_passage_without_beads_are_found_too():
    ours, theirs = article("zero", ["aa Bbbb cc", "Dddd ee"]), article("Xxxx yy")
    score = score_document(paired(ours, theirs), aligned([(1, 0, 0.9)], []), NONE, NONE, MarkingScorer())
    assert spoken(ours, score.passages[1].suspicious) == ["Bbbb", "Dddd"]
    assert score.passages[0].suspicious == ()
    assert score.passages[0].critical_probability is None


def test_a_model_without_words_marks_none():
    ours = article("aa Bbbb")
    score = score_document(paired(ours, ours), aligned([(0, 0, 0.9)], [([0], [0])]), NONE, NONE, WordScorer())
    assert (score.passages[0].suspicious, score.passages[0].critical_probability) == ((), None)


def test_a_word_over_the_seam_of_two_segments_is_parted():
    from auditor.fidelity.pair import TextPair
    from auditor.fidelity.placed import placed
    from auditor.fidelity.statements import Statement

    statement = Statement((Span(5, 8), Span(20, 23)), (Span(0, 1),), TextPair("abc def", "x", "en", "en"), ((0, 6),))
    found = placed(SegmentScore(1.0, 0.0, 0.0, None, (WordScore(2, 5, 0.5),)), statement)
    assert [(word.start, word.end) for word in found.words] == [(7, 8), (20, 21)]
