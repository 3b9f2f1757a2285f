"""One name spelled two ways across articles: the reduction over what was gathered of each."""

from __future__ import annotations

import pytest

from auditor.checks.terminology.name_clusters import LINKED, SAME_FIRST_NAME, NameCluster, respellings
from auditor.core.document import Span


def cluster(*forms, first="", meant="", plainly="", linked="", places=1, sure=True):
    sets = (frozenset(words.split()) for words in (first, meant, plainly, linked))
    return NameCluster(forms, *sets, places, Span(0, len(forms[0])), sure)


def told(articles, preferred=()):
    return [
        (found.document, found.ours.forms[0], found.other, found.theirs.forms[0], found.lawful, found.confidence)
        for found in respellings({name: tuple(clusters) for name, clusters in articles.items()}, preferred)
    ]


USUAL = {"a": [cluster("Baghdadi", first="omar")], "b": [cluster("Baghdadi", first="omar")]}


def test_the_spelling_that_fewer_articles_have_is_reported_in_each_of_them():
    articles = {
        **USUAL,
        "c": [cluster("Baghdadi", first="omar")],
        "d": [cluster("Bardadi", first="omar")],
        "e": [cluster("Bardadi", first="omar", places=9)],
    }
    assert told(articles) == [
        ("d", "Bardadi", "a", "Baghdadi", False, SAME_FIRST_NAME),
        ("e", "Bardadi", "a", "Baghdadi", False, SAME_FIRST_NAME),
    ]


@pytest.mark.parametrize(
    "other",
    [
        cluster("Bardadi", first="samir"),
        cluster("Bardadi"),
        cluster("Baghdadis", first="omar"),
        cluster("Baghdedi", first="omar"),
        cluster("Bardadi", first="omar", sure=False),
        cluster("Zargadi", first="omar"),
    ],
    ids=["another first name", "none", "inflected", "lawful", "no name for sure", "another beginning"],
)
def test_what_may_be_somebody_else_or_lawful_is_left_alone(other):
    assert told({**USUAL, "c": [other]}) == []


def test_counterparts_with_the_one_name_are_evidence_for_one_article_against_one():
    right = cluster("Ковачича", meant="kovacic", linked="kovacic marko", places=2)
    assert told({"a": [right], "b": [cluster("Ковадич", linked="kovacic")]}) == [
        ("b", "Ковадич", "a", "Ковачича", False, LINKED)
    ]
    assert told({"a": [right], "b": [cluster("Ковадич", linked="petrov")]}) == []


def test_names_that_the_counterparts_tell_apart_are_two():
    right = cluster("Marten", meant="marten", plainly="marten", linked="marten", places=2)
    other = cluster("Marben", meant="marben", plainly="marben", linked="marben marten")
    assert told({"a": [right], "b": [other]}) == []


def test_lawful_spellings_are_told_where_the_counterparts_agree():
    right = cluster("Zubaidi", meant="zubaidi", linked="zubaidi", places=2)
    other = cluster("Zubeidi", meant="zubaidi", linked="zubaidi")
    assert told({"a": [right], "b": [other]}) == [("b", "Zubeidi", "a", "Zubaidi", True, LINKED)]


def test_an_article_that_mixes_both_is_not_reported_here():
    assert told({**USUAL, "c": [cluster("Baghdadi", first="omar"), cluster("Bardadi", first="omar")]}) == []


def test_the_house_list_wins_over_the_majority():
    articles = {"a": [cluster("Bardadi", first="omar")], "b": [cluster("Bardadi", first="omar")]}
    assert told(articles) == []
    assert [(document, other) for document, _, other, *_ in told(articles, ["Omar Baghdadi"])] == [("a", ""), ("b", "")]


def test_the_order_of_the_articles_changes_nothing():
    articles = {**USUAL, "c": [cluster("Bardadi", first="omar")]}
    assert told(articles) == told(dict(reversed(articles.items())))
