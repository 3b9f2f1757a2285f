"""A decision stays with its own occurrence: twins are told apart by what stands around them."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.audit.decisions import Decision, DecisionKind
from auditor.audit.matching import decided, named
from auditor.core.document import Document, Span
from auditor.core.finding import Finding, State
from auditor.core.mqm import Category, Severity

ERROR = "the the"
AT = "2026-01-02T03:04:05Z"


def document(text):
    return Document("desk/pier.en.txt", text, "file", "0" * 64, "en", 1.0, ())


def errors(text):
    """A finding for every `ERROR` in the text."""
    starts = [i for i in range(len(text)) if text.startswith(ERROR, i)]
    common = {"check": "LNG001", "name": "doubled-word", "category": Category.GRAMMAR, "severity": Severity.MINOR}
    return tuple(
        Finding(
            **common,
            confidence=0.9,
            document="desk/pier.en.txt",
            span=Span(i, i + len(ERROR)),
            excerpt=ERROR,
            message="",
        )
        for i in starts
    )


def dismiss(text, *numbers, known=None, kind=DecisionKind.DISMISSED):
    """The decisions after those errors were dismissed one after the other."""
    known = dict(known or {})
    for number in numbers:
        key, place = named(errors(text), number, known, document(text))
        known[key] = Decision(key, kind, AT, place=place)
    return known


def dismissed(text, known):
    """Starts of the dismissed ones."""
    found = decided(errors(text), known, document(text))
    return [finding.span.start for finding in found if finding.state is State.DISMISSED]


def without(text, numbers):
    """The text with these errors mended."""
    for error in sorted((errors(text)[number] for number in numbers), key=lambda found: -found.span.start):
        text = text[: error.span.start] + "the" + text[error.span.end :]
    return text


# Every paragraph has words of its own, as in an article; the error may stand at either end or in the middle.
paragraphs = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), min_size=2, max_size=6)


def article(shape):
    return "\n\n".join(
        " ".join([*(f"w{number}a{i}" for i in range(before)), ERROR, *(f"w{number}b{i}" for i in range(after))])
        for number, (before, after) in enumerate(shape)
    )


@settings(max_examples=50, deadline=None)
@given(paragraphs, st.data())
def test_a_decision_stays_with_its_own_error_when_twins_are_mended(shape, data):
    text = article(shape)
    numbers = range(len(shape))
    settled = data.draw(st.sets(st.sampled_from(numbers)))
    mended = data.draw(st.sets(st.sampled_from(numbers)))
    known = dismiss(text, *sorted(settled))
    assert dismissed(text, known) == [errors(text)[number].span.start for number in sorted(settled)]
    later = without(text, mended)
    left = [number for number in numbers if number not in mended]
    kept = [
        number for number, error in zip(left, errors(later), strict=True) if error.span.start in dismissed(later, known)
    ]
    assert kept == [number for number in left if number in settled]


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.sampled_from(["same words here", "other words", ERROR, f"{ERROR} again"]), min_size=2, max_size=8),
    st.data(),
)
def test_no_more_errors_are_settled_than_were_decided_about(lines, data):
    text = "\n".join([*lines, ERROR])
    numbers = range(len(errors(text)))
    settled = data.draw(st.sets(st.sampled_from(numbers)))
    known = dismiss(text, *settled)
    assert dismissed(text, known) == [errors(text)[number].span.start for number in sorted(settled)]
    later = without(text, data.draw(st.sets(st.sampled_from(numbers))))
    assert len(dismissed(later, known)) <= len(settled)


HARBOUR = (
    f"A crane had stood on the pier for a week when {ERROR} storm took it, the port said on Monday.\n\n"
    f"Nobody was hurt, and {ERROR} harbour master opened both basins again before noon."
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("when the the", "after the the"),
        ("storm took it, the port said on Monday", "gale"),
        ("A crane had stood on the pier for a week when", "When"),
        ("A crane", "On Sunday, witnesses told the paper, a large crane"),
        ("pier", "quay"),
    ],
)
def test_words_around_may_change(old, new):
    known = dismiss(HARBOUR, 0)
    later = HARBOUR.replace(old, new, 1)
    assert dismissed(later, known) == [later.index(ERROR)]


def test_paragraphs_may_change_places():
    first, second = HARBOUR.split("\n\n")
    later = f"{second}\n\n{first}"
    assert dismissed(later, dismiss(HARBOUR, 0)) == [later.rindex(ERROR)]


def test_what_was_dismissed_and_taken_out_does_not_settle_its_twin():
    later = HARBOUR.partition("\n\n")[2]
    assert dismissed(later, dismiss(HARBOUR, 0)) == []


def test_twins_in_the_same_words_are_shown_again_when_one_is_gone():
    text = "\n\n".join([f"{'x ' * 60}{ERROR}{' y' * 60}"] * 3)
    known = dismiss(text, 1)
    assert dismissed(text, known) == [errors(text)[1].span.start]
    assert dismissed(without(text, [0]), known) == []


def test_a_later_decision_about_the_same_error_keeps_its_key():
    known = dismiss(HARBOUR, 0, 1)
    later = without(HARBOUR, [0])
    again = dismiss(later, 0, known=known, kind=DecisionKind.REOPENED)
    assert len(known) == len(again) == 2
    assert dismissed(later, again) == []
    assert dismissed(HARBOUR, again) == [errors(HARBOUR)[0].span.start]


def test_an_error_without_a_twin_is_the_same_wherever_it_stands():
    known = dismiss(f"One {ERROR} two.", 0)
    assert dismissed(f"Nothing around is as it was: {ERROR}!", known) == [29]


def test_equal_findings_have_keys_of_their_own():
    same = "\n".join([ERROR] * 4)
    assert len(dismiss(same, 0, 1, 2, 3)) == 4
    assert dismissed(same, dismiss(same, 0, 1, 2, 3)) == [0, 8, 16, 24]


@pytest.mark.parametrize(("name", "same"), [("far/away/pier.en.md", True), ("desk/dam.en.txt", False)])
def test_decisions_are_about_one_article_wherever_it_lies(name, same):
    text = f"One {ERROR} two."
    renamed = tuple(replace(finding, document=name) for finding in errors(text))
    [found] = decided(renamed, dismiss(text, 0), replace(document(text), id=name))
    assert (found.state is State.DISMISSED) is same


def test_another_excerpt_is_another_error():
    known = dismiss(HARBOUR, 0)
    changed = tuple(replace(finding, excerpt="a a") for finding in errors(HARBOUR))
    assert all(finding.state is State.NEW for finding in decided(changed, known, document(HARBOUR)))
