from __future__ import annotations

import pytest

from auditor.checks.punctuation.small_starts import small_starts
from auditor.core.document import Span
from auditor.languages import get_language


def words(text: str, language: str) -> list[str]:
    return [text[span.start : span.end] for span in small_starts(text, Span(0, len(text)), get_language(language))]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("They asked for 120 and had filled 48. she called on him.", "en", ["she"]),
        ("The commission decided. then it left.", "en", ["then"]),
        ("Sie gingen nach Hause. dann kam er.", "de", ["dann"]),
        ("Am 3. mai 1990 und am 48. tag.", "de", []),
        ("Rule No. 5. then it ends.", "en", []),
        ("Acme Inc. said, Dr. med. Alt said, St. Peter and approx. twenty others.", "en", []),
        ("Henry VIII. then King J. van Dyck and others…. then nothing ... then.", "en", []),
        ("He wrote on example. com and mail@station. now and 2.500. again.", "en", []),
        ("Ministern gick. eBay följde. x kom.", "sv", []),
        ("Zob. str. dalej.", "pl", []),
        ("Он вышел из дома. потом все разошлись.", "ru", ["потом"]),
        ("Der Zug kam spät. er war leer. Es war spät und kalt.", "de", ["er"]),
    ],
)
def test_small_letters_after_a_sure_end(text, language, expected):
    assert words(text, language) == expected
