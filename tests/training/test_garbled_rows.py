"""Rows for the detector of word salad, and the recipe that its check is measured with."""

from __future__ import annotations

import random
from collections import Counter

import pytest
import torch
from garbled_rows import _intruded, _jostled, _phrases, _shuffled, _shuffled_part, _words, rows
from plant_salad import WAYS, garbled, salad, words_of
from planting import Article
from train_garbled import Case, loss_of, train

from auditor.fidelity.order import OrderNetwork

TEXTS = [
    "“The minister said, on Monday, that five hundred people had left the (flooded) villages by boat.”",
    "Nobody knows yet how many of the houses on the other bank of the river are still standing.",
]


def test_each_sentence_comes_plain_and_in_disorder_with_its_marks_in_place():
    for seed in range(40):
        plain, other, *rest = rows(TEXTS, "en", None, random.Random(seed))
        assert (plain.text, plain.garbled, plain.spans) == (TEXTS[0], False, ())
        assert other.text.startswith("“")
        assert other.text.endswith(".”")
        assert other.text[1].isupper()
        assert len(other.text.split()) == len(TEXTS[0].split()) == len(other.spans)
        assert other.garbled == any(displaced for _, _, displaced in other.spans)
        for (start, end, _), word in zip(other.spans, other.text.split(), strict=True):
            assert other.text[start:end] == word
        assert len(rest) == 2


def test_languages_without_spaces_are_parted_by_what_is_given():
    plain, other = rows(["部长周一说五百人已经离开了被淹的村庄。"], "zh", list, random.Random(3))
    assert len(other.text) == len(plain.text)
    assert " " not in other.text


@pytest.mark.parametrize("way", [_shuffled, _shuffled_part, _phrases, _jostled])
def test_words_in_another_order_are_the_same_words(way):
    words = _words(TEXTS[1].split())
    for seed in range(20):
        made = way(words, ["mayor"], random.Random(seed))
        assert Counter(word.core for word in made) == Counter(word.core for word in words)
        assert [(word.before, word.after) for word in made] == [(word.before, word.after) for word in words]


def test_intruders_are_of_the_others_and_the_rest_keep_their_places():
    words = _words(TEXTS[1].split())
    for seed in range(20):
        for word, made in zip(words, _intruded(words, ["mayor", "train"], random.Random(seed)), strict=True):
            assert (made.before, made.after) == (word.before, word.after)
            assert made.core in {"mayor", "train"} if made.displaced else made == word


@pytest.mark.parametrize("way", WAYS)
def test_a_salad_is_of_the_same_length_and_says_nothing(way):
    others = ["mayor", "train", "winter", "letter", "song"]
    made = salad(TEXTS[1], "en", others, WAYS[way], random.Random(5))
    assert made.endswith(".")
    assert len(made.split()) == len(TEXTS[1].split())
    assert made != TEXTS[1]
    assert salad("Too short to be one.", "en", others, WAYS[way], random.Random(5)) is None


def test_salads_of_chinese_are_of_pieces():
    assert max(map(len, words_of("部长周一说，五百人已经离开了被淹的村庄。", "zh", random.Random(1)))) <= 3


def test_a_line_of_an_article_is_planted_and_never_the_headline():
    article = Article("en", ("Five hundred leave the flooded villages by boat on one Monday.", *TEXTS), (0, 1, 2), ())
    plant = garbled(article, random.Random(2))
    assert plant.first == plant.last > 0
    assert plant.article.lines[0] == article.lines[0]
    assert plant.article.lines[plant.first] != article.lines[plant.first]


def test_training_learns_what_is_plain(capsys):
    torch.manual_seed(0)
    generator = torch.Generator().manual_seed(0)
    known = []
    for i in range(96):
        states = torch.randn(12, 8, generator=generator) * 0.3
        states[:, 0] += 1.5 if i % 2 else -1.5
        displaced = torch.full((12,), float(i % 2)).numpy()
        known.append(Case(states.half().numpy(), displaced, bool(i % 2)))
    network = OrderNetwork(8, 6)
    before = float(loss_of(network, known).detach())
    train(network, known, 100, random.Random(0))
    assert float(loss_of(network, known).detach()) < 0.5 * before
    assert capsys.readouterr().out.count("epoch") == 100
