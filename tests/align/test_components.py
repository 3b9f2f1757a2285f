"""Groups of passages that only correspond among themselves."""

from hypothesis import given
from hypothesis import strategies as st

from auditor.align.components import linked_components
from auditor.core.alignment import Link

pairs = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 4)))


def _links(found):
    return [Link(a, b, 0.9, 0.9) for a, b in found]


@given(pairs)
def test_every_passage_is_in_exactly_one_component(found):
    components = linked_components(6, 5, _links(found))
    assert sorted(i for c in components for i in c.translation) == list(range(6))
    assert sorted(j for c in components for j in c.counterpart) == list(range(5))


@given(pairs)
def test_linked_passages_are_together(found):
    components = linked_components(6, 5, _links(found))
    for a, b in found:
        assert any(a in c.translation and b in c.counterpart for c in components)


def test_crossing_links_stay_apart():
    components = linked_components(2, 2, _links({(0, 1), (1, 0)}))
    assert {(c.translation, c.counterpart) for c in components} == {((0,), (1,)), ((1,), (0,))}


def test_whole_is_one_component():
    assert len(linked_components(3, 2, [], whole=True)) == 1
