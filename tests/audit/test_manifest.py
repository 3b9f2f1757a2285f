"""`--pairs FILE.csv`."""

import pytest

from auditor.audit.manifest import read_manifest
from auditor.errors import ConfigError


@pytest.fixture
def folder(tmp_path):
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("Text.\n", encoding="utf-8")
    return tmp_path


def _manifest(folder, text):
    path = folder / "pairs.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_name_paths_from_the_manifest_s_folder(folder):
    rows = read_manifest(_manifest(folder, "translation,counterpart,language\na.txt,b.txt,ar\nc.txt,,\n"))
    assert [(r.translation.name, r.counterpart and r.counterpart.name, r.language) for r in rows] == [
        ("a.txt", "b.txt", "ar"),
        ("c.txt", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("translation\na.txt\n", "lacks the column counterpart"),
        ("translation,counterpart,lang\na.txt,b.txt,ar\n", "unknown column 'lang'"),
        ("translation,counterpart\na.txt,b.txt,c.txt\n", "line 2 has more cells"),
        ("translation,counterpart\na.txt,b.txt\n./a.txt,c.txt\n", "line 3 names ./a.txt a second time"),
        ("translation,counterpart\n,b.txt\n", "line 2 names no translation"),
        ("translation,counterpart\na.txt,b.txt\na.txt,c.txt\n", "line 3 names a.txt a second time"),
        ("translation,counterpart\n", "has no rows"),
    ],
)
def test_a_wrong_manifest_is_named_with_the_row(folder, text, expected):
    with pytest.raises(ConfigError, match=f"pairs.csv: .*{expected}"):
        read_manifest(_manifest(folder, text))


def test_a_missing_manifest_is_named(tmp_path):
    with pytest.raises(ConfigError, match=r"none\.csv: the manifest cannot be read"):
        read_manifest(tmp_path / "none.csv")
