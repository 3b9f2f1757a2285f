from __future__ import annotations

import pytest

from auditor.audit.rehearsal import rehearse
from auditor.checks import Example, find_check

JOINED = "او می‌گوید که می‌رود و نمی‌آید و می‌ماند. "


@pytest.mark.parametrize(
    ("text", "instead"),
    [
        ("عکس گرفته می شود.", ["می‌شود"]),
        ("همه نمی دانند.", ["نمی‌دانند"]),
        ("در ماه می رفتند و پنجم می رفتند.", []),
        ("این می شراب است.", []),
        ("او می شود، می رود، می آید و می گوید.", []),
    ],
)
def test_verbs_parted_from_their_prefix(text, instead):
    found = rehearse(find_check("missing-joiner"), Example(JOINED + text, language="fa"))
    assert [finding.suggestion for finding in found] == instead


def test_an_article_that_parts_them_by_habit_is_left_alone():
    assert rehearse(find_check("missing-joiner"), Example("او می گوید و می رود. می‌ماند.", language="fa")) == ()
