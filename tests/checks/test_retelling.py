"""Likeness of passages: equal texts, moved words, other numbers, other names."""

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.checks.grammar.retelling import candidate_pairs, likeness, speaks_of_others, telling_of

words = st.lists(st.text("abcdefgh", min_size=3, max_size=6), min_size=3, max_size=12)


@settings(max_examples=50)
@given(words)
def test_a_text_is_wholly_like_itself_and_like_its_words_in_any_order(some):
    one, other = telling_of(" ".join(some), True), telling_of(" ".join(reversed(some)), True)
    score = likeness(one, other)
    assert score.shared == 1
    assert score.order_free == 1
    assert score.same_numbers


@settings(max_examples=50)
@given(words, words)
def test_likeness_is_symmetric_and_bounded(some, others):
    one, other = telling_of(" ".join(some), True), telling_of(" ".join(others), True)
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other).shared <= 1
    assert 0 <= likeness(one, other).order_free <= 1


@settings(max_examples=50)
@given(st.lists(words, min_size=2, max_size=6))
def test_equal_texts_are_always_candidates(texts):
    texts.append(list(texts[0]))
    tellings = [telling_of(" ".join(text), True) for text in texts]
    assert (0, len(texts) - 1) in set(candidate_pairs(tellings, 0.55))


def test_numbers_are_compared_by_value_in_any_script():
    latin, arabic = telling_of("12 قتيلا", True), telling_of("١٢ قتيلا", True)
    assert likeness(latin, arabic).same_numbers
    assert not likeness(latin, telling_of("13 قتيلا", True)).same_numbers


def test_texts_without_words_are_unlike():
    nothing = telling_of("…", True)
    assert likeness(nothing, nothing).shared == 0


def test_another_name_in_the_same_form_is_another_matter():
    one = telling_of("The opening of the Dairy Committee in Shanghai.", True)
    other = telling_of("The opening of the Public Health Committee in Shanghai.", True)
    assert speaks_of_others(one, other)
    assert not speaks_of_others(one, telling_of("An opening of the Dairy Committee in Shanghai.", True))


def test_characters_are_paired_where_there_are_no_spaces():
    assert telling_of("大坝。", False).words == ("大坝",)
