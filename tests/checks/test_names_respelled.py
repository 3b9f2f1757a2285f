"""Two renderings of one name that are too short for a slip inside."""

from __future__ import annotations

import pytest

from auditor.checks.terminology.slips_by_ear import respelled


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("लोधी", "लोदी", True),
        ("オカフォー", "オカフォル", True),
        ("ヘイバー", "ヘイバ", False),
        ("アメリカ", "アメリカン", True),
        ("アメリカ", "アフリカ", False),
        ("ஸ்காட்லாந்தின்", "ஸ்காட்லாந்தில்", False),
        ("लोधी", "लोधा", False),
        ("लोधी", "मोधी", False),
        ("الجعلي", "الجالي", False),
    ],
)
def test_respelled(one: str, other: str, *, found: bool) -> None:
    assert respelled(one, other) is found
    assert respelled(other, one) is found
