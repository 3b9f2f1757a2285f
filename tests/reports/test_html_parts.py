"""Rows, marks and the move map of the page."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from sample_reports import document

from auditor.core.alignment import Alignment, DocumentPair, Link, Regime
from auditor.core.document import Span
from auditor.core.moves import move_map
from auditor.core.mqm import Severity
from auditor.reports.html_map import WIDTH, draw_move_map
from auditor.reports.html_marks import Mark, pieces
from auditor.reports.html_rows import Row, rows

LINKS = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from([0.3, 0.6, 0.9])), unique_by=lambda link: link[:2]
)


def links_of(triples):
    return tuple(Link(a, b, c, c) for a, b, c in sorted(triples))


@given(LINKS)
def test_rows_hold_every_passage_once_in_reading_order(triples):
    made = rows(links_of(triples), 8, 8)
    assert [i for row in made for i in row.translation] == list(range(8))
    assert [i for row in made for i in row.counterpart] == list(range(8))
    assert all(row.translation or row.counterpart for row in made)


@given(LINKS)
def test_passages_that_kept_their_order_stand_level_with_their_counterpart(triples):
    links = links_of(triples)
    made = rows(links, 8, 8)
    for move in move_map(links):
        if not move.moved:
            assert any(move.translation in row.translation and move.counterpart in row.counterpart for row in made)


def test_rows_of_a_passage_cut_in_two_and_of_one_joined():
    cut = rows(links_of([(0, 0, 0.9), (1, 0, 0.9), (2, 1, 0.9)]), 3, 2)
    assert cut == (Row((0, 1), (0,)), Row((2,), (1,)))
    joined = rows(links_of([(0, 0, 0.9), (0, 1, 0.8), (1, 2, 0.9)]), 2, 3)
    assert joined == (Row((0,), (0, 1)), Row((1,), (2,)))


def test_without_links_everything_shares_one_row():
    assert rows((), 2, 1) == (Row((0, 1), (0,)),)
    assert rows((), 0, 0) == ()


SPANS = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda ends: Span(min(ends), max(ends)))
SEVERITIES = st.sampled_from([None, *Severity])


@given(st.lists(st.tuples(SPANS, SEVERITIES), max_size=6))
def test_pieces_join_back_to_the_passage_and_every_mark_begins_and_ends_once(given_marks):
    passage = document("a.txt", "0123456789abcdefghij")
    marks = [Mark(span, number, severity) for number, (span, severity) in enumerate(given_marks, 1)]
    made = pieces(passage, Span(0, 20), marks)
    assert "".join(piece.text for piece in made) == passage.text
    for mark in marks:
        covered = "".join(piece.text for piece in made if mark in piece.over)
        assert covered == passage.slice(mark.span)
        assert sum(mark in piece.begins for piece in made) == 1
        assert sum(mark in piece.ends for piece in made) == 1


def test_the_worst_mark_is_on_top_and_evidence_below_findings():
    made = pieces(
        document("a.txt", "0123"),
        Span(0, 4),
        [
            Mark(Span(0, 4), 1, Severity.MINOR),
            Mark(Span(0, 4), 2, Severity.MAJOR, evidence=True),
            Mark(Span(0, 4), 3, Severity.MAJOR),
            Mark(Span(0, 4), probability=0.9),
        ],
    )
    assert [mark.number for mark in made[0].over] == [3, 2, 1, None]


def test_a_mark_over_two_passages_is_drawn_in_both():
    text = document("a.txt", "One\nTwo")
    mark = Mark(Span(2, 5), 1, Severity.MINOR)
    told = [[piece.text for piece in pieces(text, passage.span, [mark]) if piece.over] for passage in text.passages]
    assert told == [["e"], ["T"]]


def test_the_move_map_fills_its_width_and_tells_itself():
    pair = DocumentPair(document("a", "One\nTwo two\nThree"), document("b", "Un\nDeux\nTrois", "fr"), "name", 1.0)
    links = links_of([(0, 2, 0.9), (1, 0, 0.9), (2, 1, 0.9)])
    drawn = draw_move_map(pair, Alignment(Regime.REORDERED, links, (), (), ""))
    for bar in (drawn.translation, drawn.counterpart):
        assert abs(bar[-1].x + bar[-1].width - WIDTH) < 0.2
        assert all(after.x > before.x + before.width for before, after in pairwise(bar))
    assert [ribbon.moved for ribbon in drawn.ribbons] == [False, False, True]
    assert drawn.told == "3 of 3 passages linked, 1 out of order"
