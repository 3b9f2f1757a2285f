"""The public surface: one sorted list, every name there and documented."""

from auditor import api


def test_all_is_sorted_and_complete():
    assert api.__all__ == sorted(api.__all__)
    for name in api.__all__:
        assert getattr(api, name).__doc__, name


def test_the_three_verbs():
    assert {"align", "audit", "score"} <= set(api.__all__)
