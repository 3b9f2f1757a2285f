"""One pronoun of the other gender in a passage about one person."""

from __future__ import annotations

import pytest

from auditor.audit.rehearsal import subject_of
from auditor.checks.accuracy.pronoun_slips import pronoun_slips
from auditor.checks.example import Example

THEIRS = "The woman at the helm, Capt. Deniz Aksoy, gave a statement. She has not been charged."


def odd(text: str, counterpart: str = THEIRS) -> list[str]:
    subject = subject_of(Example(text, counterpart=counterpart))
    return [subject.document.slice(slip.pronoun) for slip in pronoun_slips(subject)]


@pytest.mark.parametrize(
    "text",
    [
        "At noon Deniz Aksoy spoke to us. She has 14 years of experience. A test on him was negative.",
        "At noon Deniz Aksoy spoke to us. She has 14 years of experience. The prosecutor’s office let him go.",
    ],
)
def test_found(text: str) -> None:
    assert odd(text) == ["him"]


@pytest.mark.parametrize(
    ("text", "counterpart"),
    [
        ("At noon Deniz Aksoy spoke to us. She has a brother. We met him.", THEIRS),
        ("At noon Deniz Aksoy spoke to us. She has a lawyer. We met him.", THEIRS),
        ("At noon Deniz Aksoy spoke to us. She knows Paul Otto and likes him.", THEIRS),
        ("At noon Deniz Aksoy spoke to us. She said: “I know him.”", THEIRS),
        ("At noon Deniz Aksoy spoke to us. She let him go.", THEIRS + " Her deputy said he had slept."),
        ("At noon Deniz Aksoy spoke to us. He has 14 years of experience.", THEIRS),
    ],
)
def test_innocent(text: str, counterpart: str) -> None:
    assert odd(text, counterpart) == []
