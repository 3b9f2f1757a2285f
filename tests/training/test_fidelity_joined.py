"""Several pairs as one passage: every label stays on its words."""

from __future__ import annotations

from fidelity_joined import joined, joined_rows
from fidelity_rows import Row
from hypothesis import given
from hypothesis import strategies as st

from auditor.fidelity.pair import TextPair

WORDS = st.text(alphabet="abc éß中", min_size=1, max_size=12)


def row(ours: str, theirs: str, language: str = "de", **said: object) -> Row:
    return Row(TextPair(ours, theirs, language, "en"), "one set", **said)


@given(
    st.lists(st.tuples(WORDS, WORDS, st.integers(0, 11), st.integers(0, 11)), min_size=1, max_size=4),
    st.randoms(use_true_random=False),
)
def test_marked_text_is_the_same_text_afterwards(parts, rng):
    rows = []
    for ours, theirs, a, b in parts:
        rows.append(row(ours, theirs, words=(((a % len(ours), len(ours)),),), lost=(((0, 1 + b % len(theirs)),),)))
    order = rng.sample(range(len(rows)), len(rows))
    whole = joined(rows, order)
    marked = [whole.pair.translation[a:b] for a, b in whole.words[0]]
    assert marked == [x.pair.translation[a:b] for x in rows for a, b in x.words[0]]
    lost = [whole.pair.counterpart[a:b] for a, b in whole.lost[0]]
    assert lost == [rows[i].pair.counterpart[a:b] for i in order for a, b in rows[i].lost[0]]


def test_a_passage_is_worth_its_parts_by_length_and_has_an_error_where_one_has():
    whole = joined(
        [row("ab cd ef", "x", quality=1.0, critical=0.5, major=0.0), row("gh", "y", quality=-1.0, critical=0.5)], [0, 1]
    )
    assert (whole.pair.translation, whole.pair.counterpart) == ("ab cd ef gh", "x y")
    assert (whole.quality, whole.critical, whole.major) == (0.6, 0.75, None)
    assert (whole.words, whole.lost) == (None, None)


def test_languages_without_spaces_are_put_together_without_them():
    assert joined([row("你好", "a", "zh"), row("再见", "b", "zh")], [1, 0]).pair == TextPair(
        "你好再见", "b a", "zh", "en"
    )


def test_each_row_stands_in_one_passage_at_most():
    rows = [row(f"t{i}", f"c{i}") for i in range(30)]
    words = [word for passage in joined_rows(rows, 3) for word in passage.pair.translation.split()]
    assert len(words) == len(set(words)) >= 29
    assert [x.pair for x in joined_rows(rows, 3)] == [x.pair for x in joined_rows(rows, 3)]
