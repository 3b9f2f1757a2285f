"""Archives: what is read, and what is said of one that is malformed."""

from __future__ import annotations

import json
from datetime import date

import pyarrow as pa
import pytest
from batch_archives import SETTINGS, write_jsonl
from pyarrow.parquet import write_table

from auditor.batch.articles import read_articles
from auditor.batch.input_parquet import ROWS_AT_ONCE, parquet_texts
from auditor.batch.inputs import fingerprint, read_archive
from auditor.errors import ConfigError, NothingToAuditError, UsageError

GOOD = {"id": "a", "translation": "Ein Text.", "counterpart": "A text."}


def entries(place):
    return list(read_archive(str(place), SETTINGS).entries)


def jsonl(tmp_path, *rows):
    path = tmp_path / "rows.jsonl"
    path.write_bytes(b"\n".join(row if isinstance(row, bytes) else json.dumps(row).encode() for row in rows) + b"\n")
    return path


def parquet(tmp_path, schema=None, **columns):
    path = tmp_path / "rows.parquet"
    write_table(pa.table(columns, schema=schema), path, row_group_size=2)
    return path


MALFORMED = (
    ([{"id": "a", "translation": "x"}], "line 1: lacks the column `counterpart`"),
    ([GOOD, GOOD], "line 2: the id 'a' comes a second time"),
    ([GOOD, {**GOOD, "id": 7}], "line 2: `id` holds int '7'; it must be text"),
    ([{**GOOD, "id": ""}], "line 1: `id` is empty"),
    ([{**GOOD, "translation": None}], "line 1: `translation` is null"),
    ([{**GOOD, "translation": ["x"]}], "line 1: `translation` holds list"),
    ([{**GOOD, "date": "May 5"}], "line 1: `date` is 'May 5'; write YYYY-MM-DD"),
    ([{**GOOD, "counterpart_lang": "en"}], "rename it to `counterpart_language`"),
    ([GOOD, b'{"id": "b", "trans'], "line 2: not a JSON object"),
    ([[1, 2]], "line 1: holds a list, not an object"),
    ([GOOD, b'{"id": "\xff"}'], "line 2: not UTF-8 at its byte 8"),
)


@pytest.mark.parametrize(("rows", "told"), MALFORMED)
def test_a_malformed_line_is_named_before_any_work(tmp_path, rows, told):
    with pytest.raises(ConfigError, match=r"rows\.jsonl") as caught:
        entries(jsonl(tmp_path, *rows))
    assert told in str(caught.value)


def test_json_lines_are_read_where_they_lie(tmp_path):
    path = jsonl(tmp_path, GOOD, b"", {**GOOD, "id": "b", "counterpart": None, "author": "me", "outlet": "north"})
    found = entries(path)
    assert [(entry.id, entry.outlet, entry.counterpart_id) for entry in found] == [
        ("a", None, "a#counterpart"),
        ("b", "north", None),
    ]
    articles = list(read_articles(found[::-1], SETTINGS))
    assert [one.document.text for one in articles] == ["Ein Text.", "Ein Text."]
    assert articles[1].pair.counterpart.text == "A text."
    assert [notice.kind for notice in articles[0].notices] == ["no-counterpart"]


def test_a_line_too_long_for_memory_loses_nobody_else(tmp_path):
    settings = SETTINGS.model_copy(update={"max_file_mb": 1})
    path = jsonl(tmp_path, GOOD, {**GOOD, "id": "b", "translation": "x" * 5_000_000}, {**GOOD, "id": "c"})
    found = list(read_archive(str(path), settings).entries)
    assert [entry.problem is None for entry in found] == [True, False, True]
    articles = list(read_articles(found, settings))
    assert [one.document is None for one in articles] == [False, True, False]
    assert "line 2: longer than" in articles[1].notices[0].message


@pytest.mark.parametrize(
    ("text", "kind"), [("", "empty"), ("  \n", "empty"), ("a\x00b", "binary"), ("x" * 1_000_001, "too-large")]
)
def test_a_text_that_cannot_be_read_becomes_a_notice(tmp_path, text, kind):
    settings = SETTINGS.model_copy(update={"max_file_mb": 1})
    (article,) = read_articles(entries(jsonl(tmp_path, {**GOOD, "translation": text})), settings)
    assert article.document is None
    assert [notice.kind for notice in article.notices] == [kind]


def test_a_counterpart_that_is_the_same_text_is_none(tmp_path):
    (article,) = read_articles(entries(jsonl(tmp_path, {**GOOD, "counterpart": "Ein Text."})), SETTINGS)
    assert article.pair is None
    assert [notice.kind for notice in article.notices] == ["same-article"]


def test_parquet_is_read_by_row_groups(tmp_path):
    dates = pa.array([date(2026, 5, 1)] * 3)
    texts = pa.array(["eins", "zwei", "drei"]).dictionary_encode()
    path = parquet(tmp_path, id=["a", "b", "c"], translation=texts, counterpart=["one", None, "three"], date=dates)
    found = entries(path)
    assert [(entry.row_group, entry.at, entry.date) for entry in found] == [
        (0, 0, "2026-05-01"),
        (0, 1, "2026-05-01"),
        (1, 0, "2026-05-01"),
    ]
    assert [one.document.text for one in read_articles(found, SETTINGS)] == ["eins", "zwei", "drei"]


@pytest.mark.parametrize(
    "kind", [pa.string(), pa.large_string(), pa.string_view(), pa.dictionary(pa.int32(), pa.string())]
)
def test_a_cell_too_long_for_memory_loses_nobody_else(tmp_path, kind):
    settings = SETTINGS.model_copy(update={"max_file_mb": 1})
    texts = pa.array(["eins", "x" * 4_000_001, "drei", "vier"]).cast(kind)
    path = parquet(tmp_path, id=["a", "b", "c", "d"], translation=texts, counterpart=["one", "two", "", None])
    found = list(read_archive(str(path), settings).entries)
    assert [(entry.counterpart_id, entry.problem is None) for entry in found] == [
        ("a#counterpart", True),
        ("b#counterpart", False),
        (None, True),
        (None, True),
    ]
    articles = list(read_articles(found, settings))
    assert [one.document and one.document.text for one in articles] == ["eins", None, "drei", "vier"]
    assert "row 2: a text of 4,000,001 bytes" in articles[1].notices[0].message


def test_parquet_texts_are_found_in_any_order_and_far_into_a_group(tmp_path):
    count = 2 * ROWS_AT_ONCE
    ids = [str(i) for i in range(count)]
    write_table(
        pa.table({"id": ids, "translation": [f"t{i}" for i in ids], "counterpart": ids}), tmp_path / "x.parquet"
    )
    found = entries(tmp_path / "x.parquet")
    assert [texts[0] for texts in parquet_texts(found[0].table, [found[-1], found[0], found[70]])] == [
        f"t{count - 1}",
        "t0",
        "t70",
    ]


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"id": ["a", "b"], "translation": ["x", None], "counterpart": ["y", ""]}, "row 2: `translation` is null"),
        ({"id": ["a"], "translation": ["x"]}, "lacks the column `counterpart`"),
        ({"id": [1], "translation": ["x"], "counterpart": ["y"]}, "`id` holds int64; it must be string"),
        ({"id": ["a", None], "translation": ["x", "y"], "counterpart": ["", ""]}, "row 2: `id` is empty"),
        ({"id": ["a", "b", "a"], "translation": ["x"] * 3, "counterpart": [""] * 3}, "row 3: the id 'a' comes"),
    ],
)
def test_a_malformed_parquet_file_is_named(tmp_path, columns, told):
    with pytest.raises(ConfigError) as caught:
        entries(parquet(tmp_path, **columns))
    assert told in str(caught.value)


def test_what_is_no_archive_is_said(tmp_path):
    (tmp_path / "x.parquet").write_bytes(b"no")
    (tmp_path / "x.txt").write_text("no", encoding="utf-8")
    for name, error, told in (
        ("x.parquet", ConfigError, "not a Parquet file"),
        ("x.txt", UsageError, "not an archive"),
        ("missing.jsonl", NothingToAuditError, "no such file"),
        ("missing", NothingToAuditError, "no such file"),
    ):
        with pytest.raises(error, match=told):
            entries(tmp_path / name)


def test_a_folder_of_tables_is_one_archive(tmp_path):
    write_jsonl(tmp_path / "a.jsonl", 2)
    assert [entry.id for entry in entries(tmp_path)] == ["story-0", "story-1"]
    (tmp_path / "b.jsonl").write_text((tmp_path / "a.jsonl").read_text("utf-8"), "utf-8")
    with pytest.raises(ConfigError, match=r"b\.jsonl: line 1: the id 'story-0' comes a second time"):
        entries(tmp_path)
    (tmp_path / "c.txt").write_text("x", encoding="utf-8")
    with pytest.raises(UsageError, match=r"holds tables, and c\.txt beside them"):
        entries(tmp_path)


def folder(tmp_path, **files):
    for name, text in files.items():
        path = tmp_path / "folder" / name.replace("__", "/").replace("_txt", ".txt")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "folder"


def test_role_folders_pair_by_name_without_reading(tmp_path):
    place = folder(tmp_path, translation__a_txt="\x00", counterpart__a_txt="A.", counterpart__b_txt="B.")
    archive = read_archive(str(place), SETTINGS)
    assert [(entry.id, entry.counterpart_id, entry.paired_by) for entry in archive.entries] == [
        ("translation/a.txt", "counterpart/a.txt", "name")
    ]
    assert [(notice.kind, notice.document) for notice in archive.notices] == [
        ("unused-counterpart", "counterpart/b.txt")
    ]


def test_other_folders_are_paired_as_check_does(tmp_path):
    from stories import HARBOUR, HARBOUR_ELSEWHERE

    place = folder(tmp_path, translation__x_txt=HARBOUR_ELSEWHERE, counterpart__y_txt=HARBOUR)
    (entry,) = read_archive(str(place), SETTINGS).entries
    assert (entry.id, entry.counterpart_id, entry.paired_by) == ("translation/x.txt", "counterpart/y.txt", "content")


def test_a_csv_of_pairs(tmp_path):
    place = folder(tmp_path, a_txt="Ein Text.", b_txt="A text.")
    (place / "pairs.csv").write_text("translation,counterpart,language\na.txt,b.txt,de\n", encoding="utf-8")
    (entry,) = entries(place / "pairs.csv")
    (article,) = read_articles([entry], SETTINGS)
    assert (article.document.language, article.pair.counterpart.id, entry.paired_by) == ("de", "b.txt", "manifest")


@pytest.mark.parametrize("kind", ["folder", "csv", "jsonl"])
def test_a_fingerprint_follows_the_content(tmp_path, kind):
    place = folder(tmp_path, a_txt="Ein Text.", b_txt="A text.")
    (place / "pairs.csv").write_text("translation,counterpart\na.txt,b.txt\n", encoding="utf-8")
    named = {"folder": place, "csv": place / "pairs.csv", "jsonl": jsonl(tmp_path, GOOD)}[kind]
    before = fingerprint(str(named), SETTINGS)
    assert fingerprint(str(named), SETTINGS) == before
    changed = named if kind == "jsonl" else place / "b.txt"
    changed.write_text(changed.read_text("utf-8") + "More.\n", encoding="utf-8")
    assert fingerprint(str(named), SETTINGS) != before
