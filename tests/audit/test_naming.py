"""What file names say."""

import pytest

from auditor.audit.naming import Role, parse_name


@pytest.mark.parametrize(
    ("id", "key", "language", "role"),
    [
        ("flood.ar.txt", "flood", "ar", None),
        ("ar/flood.txt", "flood", "ar", None),
        ("en/flood.txt", "flood", "en", None),
        ("translation/flood.en.txt", "flood", "en", Role.TRANSLATION),
        ("Counterpart/flood.txt", "flood", None, Role.COUNTERPART),
        ("2024/05/flood.de.html", "2024/05/flood", "de", None),
        ("flood.txt", "flood", None, None),
        ("report.v2.txt", "report.v2", None, None),
        ("zho-CN/flood.txt", "flood", "zh", None),
        ("2024/may/flood.de.html", "2024/may/flood", "de", None),
    ],
)
def test_a_name_is_taken_apart(id, key, language, role):
    name = parse_name(id)
    assert (name.key, name.language, name.role) == (key, language, role)
