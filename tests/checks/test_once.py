"""What several checks want of one article."""

from __future__ import annotations

import gc
import weakref

from auditor.checks import Subject
from auditor.checks.once import once
from auditor.core.document import Document
from auditor.facts.fact import FactLedger
from auditor.languages import get_language


def subject() -> Subject:
    document = Document("a.txt", "", "file", "0" * 64, "en", 1.0, ())
    return Subject(document, get_language("en"), FactLedger(()))


class Counted:
    """A function of a subject that counts its calls."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, of: Subject) -> list[Subject]:
        self.calls += 1
        return [of]


def test_it_is_made_once_for_each_subject_and_for_each_function():
    one, other = Counted(), Counted()
    first, second = once(one), once(other)
    articles = [subject() for _ in range(3)]
    for article in articles * 2:
        assert first(article) is first(article)
        assert first(article) is not second(article)
        assert first(article)[0] is article
    assert (one.calls, other.calls) == (3, 3)


def test_it_goes_with_the_subject():
    article = subject()
    once(Counted())(article)
    seen = weakref.ref(article)
    del article
    gc.collect()
    assert seen() is None
