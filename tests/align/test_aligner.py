"""Links and beads of whole articles, with the hash encoder."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.align.aligner import Side, align_pair
from auditor.core.alignment import GapKind, Regime
from auditor.core.document import Source
from auditor.encoders import HashEncoder
from auditor.facts import extract_facts
from auditor.languages import get_language
from auditor.segment import segment

EMBED = HashEncoder().encode
PASSAGES = (
    "The harbour authority closed the northern pier on Monday. A crane had collapsed there at dawn.",
    "Two fishing boats were towed to the shipyard, said the captain Ana Ferreira.",
    "Insurance experts estimate the damage at 4 million euros. Repairs will take until August.",
    "Local hotels fear that visitors will cancel their bookings for the summer.",
    "The last accident of this kind happened in 1987, when a ferry hit the lighthouse.",
    "Children watched the divers from the fish market and counted the bubbles.",
)
articles = st.lists(st.sampled_from(PASSAGES), min_size=1, max_size=7)


def side(passages):
    text = "\n\n".join(passages)
    language = get_language("en")
    document = segment(Source("x", text, "file", sha256(text.encode()).hexdigest()), language)
    return Side(document, extract_facts(document, language))


def aligned(ours, theirs):
    return align_pair(side(ours), side(theirs), EMBED, "hash")


def links(alignment):
    return {(link.translation, link.counterpart) for link in alignment.links}


@given(articles, articles)
def test_every_segment_of_either_side_is_in_exactly_one_bead(ours, theirs):
    left, right = side(ours), side(theirs)
    beads = align_pair(left, right, EMBED, "hash").beads
    assert sorted(i for b in beads for i in b.translation) == [s.index for s in left.document.segments]
    assert sorted(j for b in beads for j in b.counterpart) == [s.index for s in right.document.segments]


@given(articles, articles)
def test_swapping_the_sides_mirrors_the_links(ours, theirs):
    assert links(aligned(ours, theirs)) == {(i, j) for j, i in links(aligned(theirs, ours))}


def test_identical_articles_align_on_the_diagonal():
    alignment = aligned(PASSAGES, PASSAGES)
    assert alignment.regime is Regime.PARALLEL
    assert links(alignment) == {(i, i) for i in range(len(PASSAGES))}
    assert all(bead.shape == (1, 1) and bead.translation == bead.counterpart for bead in alignment.beads)
    assert alignment.omitted == ()


def test_moved_passages_are_found_where_they_went():
    order = (0, 4, 1, 5, 2, 3)
    alignment = aligned(PASSAGES, [PASSAGES[i] for i in order])
    assert links(alignment) == {(i, j) for j, i in enumerate(order)}
    assert alignment.regime is Regime.REORDERED


def test_what_the_counterpart_adds_is_listed_as_its_own():
    alignment = aligned(PASSAGES[:3], PASSAGES)
    assert [(gap.passage, gap.kind) for gap in alignment.omitted] == [
        (i, GapKind.ONLY_IN_COUNTERPART) for i in (3, 4, 5)
    ]


def test_a_confidence_is_a_probability_and_links_are_ordered():
    alignment = aligned(PASSAGES, PASSAGES[::-1])
    assert all(0.5 <= link.confidence <= 1 for link in alignment.links)
    assert list(alignment.links) == sorted(alignment.links, key=lambda link: (link.translation, link.counterpart))


@pytest.mark.parametrize(("ours", "theirs"), [(PASSAGES[:1], PASSAGES[:1]), (PASSAGES[:1], PASSAGES[3:4])])
def test_articles_of_one_passage(ours, theirs):
    assert links(aligned(ours, theirs)) == ({(0, 0)} if ours == theirs else set())


def test_join_gain_is_measured_on_cut_sentences():
    cut = "Two fishing boats were towed to the shipyard. Said the captain Ana Ferreira."
    alignment = aligned([PASSAGES[0], cut, PASSAGES[3]], [PASSAGES[0], PASSAGES[1], PASSAGES[3]])
    [bead] = [bead for bead in alignment.beads if bead.shape == (2, 1)]
    assert bead.join_gain is not None
    assert bead.join_gain > 0
