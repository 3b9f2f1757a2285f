"""Every check's own examples: bad ones are found exactly where marked, good ones stay silent."""

import pytest

from auditor.audit.rehearsal import rehearse
from auditor.checks import all_checks

BAD = [(check, i) for check in all_checks() for i in range(len(check.BAD))]
GOOD = [(check, i) for check in all_checks() for i in range(len(check.GOOD))]


def _name(value):
    return value.name if isinstance(value, type) else str(value)


@pytest.mark.parametrize(("check", "index"), BAD, ids=_name)
def test_a_bad_example_is_found_where_it_is_marked(check, index):
    example = check.BAD[index]
    _, expected = example.unmarked()
    assert expected, "a bad example marks what is expected"
    assert tuple(finding.span for finding in rehearse(check, example)) == expected


@pytest.mark.parametrize(("check", "index"), GOOD, ids=_name)
def test_a_good_example_stays_silent(check, index):
    example = check.GOOD[index]
    assert "⟦" not in example.text
    assert rehearse(check, example) == ()


@pytest.mark.parametrize("check", all_checks(), ids=_name)
def test_the_documentation_has_its_four_parts(check):
    text = check.documentation()
    assert check.summary().endswith(".")
    for part in ("What it finds", "Why it matters", "What it does not find", "References"):
        assert part in text, part


@pytest.mark.parametrize("check", [c for c in all_checks() if c.languages is None], ids=_name)
def test_a_check_for_all_languages_shows_near_misses_in_three_of_them(check):
    languages = {example.language for example in check.GOOD + check.BAD}
    assert len(languages) >= 3
    assert languages & {"ar", "fa", "he", "ru", "uk", "hi", "th", "zh", "ja", "ko", "el", "bn"}, (
        "one not in Latin script"
    )
    assert languages & {"zh", "ja", "th", "km", "lo", "my"}, "one without spaces"
