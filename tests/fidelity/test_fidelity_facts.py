"""Statements that differ by value, and what they move."""

import pytest

from auditor.fidelity.fact_evidence import FactEvidence, fact_evidence
from auditor.fidelity.pair import TextPair


@pytest.mark.parametrize(
    ("translation", "language", "counterpart", "expected"),
    [
        ("Fünf Opfer waren Touristen.", "de", "Five of the victims were tourists.", (0, 0, 0)),
        ("Drei Opfer waren Touristen.", "de", "Five of the victims were tourists.", (1, 0, 0)),
        ("Opfer waren Touristen.", "de", "Five of the victims were tourists.", (0, 0, 0)),
        ("Остается всего пять недель.", "ru", "Five months are left.", (0, 0, 1)),
        ("他的专辑已于六月份发行。", "zh", "His album was released in May.", (0, 1, 0)),
        ("Rund 40.000 Fälle im Jahr 2018.", "de", "Some 40,000 cases in 2018.", (0, 0, 0)),
        ("Am Montag kam er.", "de", "He came on Sunday.", (0, 1, 0)),
        ("Er lief 16 km.", "de", "He ran 10 miles.", (0, 0, 0)),
        ("She came on July 26.", "en", "She came on July 28.", (0, 1, 0)),
        ("", "en", "", (0, 0, 0)),
    ],
)
def test_evidence(translation: str, language: str, counterpart: str, expected: tuple[int, int, int]) -> None:
    assert fact_evidence(TextPair(translation, counterpart, language, "en")) == FactEvidence(*expected)
