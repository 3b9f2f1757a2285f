"""Which articles are read together."""

from __future__ import annotations

import gc
import weakref

from batch_archives import SETTINGS, audit_archive, rows_of
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.batch import groups as module
from auditor.batch.articles import Article
from auditor.batch.entry import Entry
from auditor.batch.garbage import YOUNG, keep_what_is_there
from auditor.batch.groups import GROUP_CODE_POINTS, groups
from auditor.core.alignment import DocumentPair
from auditor.core.document import Document

HALF = GROUP_CODE_POINTS // 2


def article(id, counterpart=None, size=10, counterpart_size=10):
    own = Document(id, "x" * size, "file", id, "en", 1.0, ())
    if counterpart is None:
        return Article(Entry(id), own, None, ())
    other = Document(counterpart, "y" * counterpart_size, "file", counterpart, "en", 1.0, ())
    return Article(Entry(id), own, DocumentPair(own, other, "manifest", 1.0), ())


def ids(articles):
    return [[one.entry.id for _, one in group] for group in groups(articles)]


def test_those_with_one_counterpart_stand_behind_the_first_of_them():
    assert ids([article("a", "1"), article("b", "2"), article("c"), article("d", "1"), article("e")]) == [
        ["a", "d", "b", "c", "e"]
    ]


def test_a_group_is_cut_before_it_is_too_large_and_a_shared_counterpart_counts_once():
    long = {"size": 10, "counterpart_size": HALF}
    assert ids([article("a", "1", **long), article("b", "2", **long), article("c", "1", **long)]) == [["a", "c"], ["b"]]
    assert ids([article("a", size=2 * GROUP_CODE_POINTS), article("b")]) == [["a"], ["b"]]


def test_no_more_than_a_window_is_read_ahead(monkeypatch):
    monkeypatch.setattr(module, "WINDOW_CODE_POINTS", 40)
    read = []

    def reading():
        for i in range(10):
            read.append(i)
            yield article(str(i), "same")

    assert [one.entry.id for _, one in next(groups(reading()))] == ["0", "1"]
    assert read == [0, 1, 2]


@settings(max_examples=50)
@given(st.lists(st.tuples(st.sampled_from(["1", "2", "3", None]), st.integers(0, HALF))))
def test_every_article_comes_once_with_its_place(drawn):
    articles = [article(str(i), other, size) for i, (other, size) in enumerate(drawn)]
    made = [placed for group in groups(articles) for placed in group]
    assert sorted(made, key=lambda placed: placed[0]) == list(enumerate(articles))


def test_rows_stand_in_the_order_of_the_archive(archive, tmp_path, monkeypatch):
    audit_archive(archive, tmp_path / "whole", shard=3)
    monkeypatch.setattr(
        "auditor.batch.worker.groups", lambda articles: [[placed] for placed in enumerate(articles)][::-1]
    )
    audit_archive(archive, tmp_path / "turned", shard=3, settings=SETTINGS)
    for table in rows_of(tmp_path / "whole"):
        own, other = ((tmp_path / name / table / "000000.parquet").read_bytes() for name in ("whole", "turned"))
        assert own == other


def test_what_a_worker_keeps_is_not_looked_through_again():
    before = gc.get_threshold()
    try:
        keep_what_is_there()
        assert gc.get_threshold()[0] == YOUNG
        assert gc.get_freeze_count() > len(gc.get_objects())
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


def test_what_dies_after_it_was_kept_is_taken_away_the_next_time():
    class Node:
        pass

    before = gc.get_threshold()
    try:
        node = Node()
        keep_what_is_there()
        node.own, seen = node, weakref.ref(node)
        del node
        keep_what_is_there()
        assert seen() is None
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
