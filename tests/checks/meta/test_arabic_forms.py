from __future__ import annotations

import pytest

from auditor.audit.rehearsal import rehearse
from auditor.checks import Example, find_check

PERSIAN = (
    "وزیر گفت که کار ساخت جاده در شمال کشور ادامه دارد و کارگران به زودی باز می‌گردند. او یک بار دیگر تکرار کرد. " * 4
)


@pytest.mark.parametrize(
    ("quoted", "words"),
    [
        ("«همیشه با كاغذ کهنه کار کرده‌ام»", ["كاغذ"]),
        ("«إن كان في القلب شيء»", []),
    ],
)
def test_a_quotation_excuses_only_the_other_language(quoted, words):
    found = rehearse(find_check("confusable-letter"), Example(f"{PERSIAN}\n\nاو گفت: {quoted}.", language="fa"))
    assert [finding.excerpt for finding in found] == words
