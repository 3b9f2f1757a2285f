from __future__ import annotations

import sqlite3
import subprocess
import sys

import numpy as np
import pytest

from auditor.encoders import CachedEncoder, Encoder, HashEncoder, VectorCache
from auditor.encoders import vector_table as table


class CountingEncoder(HashEncoder):
    def __init__(self, dimensions=16):
        super().__init__(dimensions)
        self.seen = []

    def encode(self, texts):
        self.seen.extend(texts)
        return super().encode(texts)


@pytest.fixture
def cache(tmp_path):
    opened = VectorCache(tmp_path)
    yield opened
    opened.close()


def vectors(*numbers):
    return {bytes([n]): np.full(4, n, dtype=np.float32) for n in numbers}


def test_cached_vectors_have_the_same_bits_in_a_later_run(tmp_path):
    texts = ["one", "two words", "one", "third"]
    first, cache = CountingEncoder(), VectorCache(tmp_path)
    fresh = CachedEncoder(first, cache).encode(texts)
    cache.close()
    second, reopened = CountingEncoder(), VectorCache(tmp_path)
    again = CachedEncoder(second, reopened).encode(texts)
    reopened.close()
    assert first.seen == ["one", "two words", "third"]
    assert second.seen == []
    assert again.tobytes() == fresh.tobytes() == HashEncoder(16).encode(texts).tobytes()


def test_only_missing_texts_are_computed(cache):
    inner = CountingEncoder()
    encoder = CachedEncoder(inner, cache)
    encoder.encode(["a", "b"])
    rows = encoder.encode(["c", "b", "a"])
    assert inner.seen == ["a", "b", "c"]
    np.testing.assert_array_equal(rows, HashEncoder(16).encode(["c", "b", "a"]))


def test_encoders_do_not_share_keys(cache):
    CachedEncoder(CountingEncoder(16), cache).encode(["a"])
    other = CountingEncoder(8)
    assert CachedEncoder(other, cache).encode(["a"]).shape == (1, 8)
    assert other.seen == ["a"]


def test_wrapper_is_an_encoder_and_says_what_the_inner_one_says(cache):
    inner = HashEncoder(16)
    encoder = CachedEncoder(inner, cache)
    assert isinstance(encoder, Encoder)
    for attribute in ("name", "dimensions", "languages", "device", "model_hash"):
        assert getattr(encoder, attribute) == getattr(inner, attribute)
    assert encoder.count_tokens("a b") == 2
    assert encoder.encode([]).shape == (0, 16)


def test_more_keys_than_one_query_takes(cache):
    many = {n.to_bytes(4, "big"): np.full(4, n, dtype=np.float32) for n in range(1203)}
    cache.put(many)
    found = cache.get(list(many), 4)
    assert len(found) == len(cache) == 1203
    assert all((found[key] == row).all() for key, row in many.items())


def test_the_least_recently_used_go_first(tmp_path, monkeypatch):
    row = 16 + table.ROW_OVERHEAD
    cache = VectorCache(tmp_path, limit_bytes=4 * row)
    clock = iter(range(1_000_000, 9_000_000, 10_000))
    monkeypatch.setattr(table.time, "time", lambda: next(clock))
    for number in (1, 2, 3, 4):
        cache.put(vectors(number))
    assert cache.get([bytes([1])], 4)
    cache.put(vectors(5))
    kept = cache.get([bytes([n]) for n in range(1, 6)], 4)
    cache.close()
    assert {key[0] for key in kept} == {1, 4, 5}
    assert cache.notices == ()


def test_the_file_stays_near_its_limit(tmp_path):
    limit = 200_000
    cache = VectorCache(tmp_path, limit_bytes=limit)
    for start in range(0, 4000, 200):
        cache.put({n.to_bytes(20, "big"): np.zeros(128, dtype=np.float32) for n in range(start, start + 200)})
    cache.close()
    assert cache.path.stat().st_size < 2 * limit


@pytest.mark.parametrize(
    "content", [b"this is no database, but long enough to be read as one" * 40, b"SQLite format 3\0"]
)
def test_a_damaged_file_is_moved_aside_with_a_notice(tmp_path, content):
    path = tmp_path / "vectors-1.sqlite"
    path.write_bytes(content)
    cache = VectorCache(tmp_path)
    cache.put(vectors(1))
    assert len(cache) == 1
    cache.close()
    (notice,) = cache.notices
    assert notice.kind == "cache-damaged"
    assert str(path) in notice.message
    assert (tmp_path / "vectors-1.sqlite.damaged-1").read_bytes() == content


def test_damage_found_while_reading_is_handled_too(tmp_path):
    cache = VectorCache(tmp_path)
    cache.put({n.to_bytes(4, "big"): np.zeros(256, dtype=np.float32) for n in range(200)})
    cache.close()
    with cache.path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (cache.path.stat().st_size - 4096))
    reopened = VectorCache(tmp_path)
    rows = CachedEncoder(HashEncoder(16), reopened).encode(["a", "b"])
    reopened.close()
    np.testing.assert_array_equal(rows, HashEncoder(16).encode(["a", "b"]))
    assert [notice.kind for notice in reopened.notices] == ["cache-damaged"]


def test_a_folder_that_cannot_be_made_gives_a_notice_and_an_empty_cache(tmp_path):
    (tmp_path / "file").write_text("in the way")
    cache = VectorCache(tmp_path / "file" / "cache")
    cache.put(vectors(1))
    assert cache.get([bytes([1])], 4) == {}
    assert [notice.kind for notice in cache.notices] == ["cache-unusable"]
    assert "AUDITOR_CACHE_DIR" in cache.notices[0].message


def test_a_vector_of_another_length_counts_as_missing(cache):
    cache.put(vectors(1))
    assert cache.get([bytes([1])], 5) == {}


def test_a_locked_file_waits_then_gives_up_with_a_notice(tmp_path, monkeypatch):
    monkeypatch.setattr(table, "BUSY_SECONDS", 0.05)
    cache = VectorCache(tmp_path)
    other = sqlite3.connect(cache.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    cache.put(vectors(1))
    other.close()
    assert [notice.kind for notice in cache.notices] == ["cache-unusable"]


WRITER = """
import sys
from auditor.encoders import CachedEncoder, HashEncoder, VectorCache
cache = VectorCache()
encoder = CachedEncoder(HashEncoder(16), cache)
for n in range(40):
    encoder.encode([f"{sys.argv[1]} {n}", f"shared {n}"])
cache.close()
assert not cache.notices, cache.notices
"""


def test_several_processes_write_at_once(tmp_path, monkeypatch):
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path))
    commands = [[sys.executable, "-c", WRITER, name] for name in ("first", "second")]
    running = [subprocess.Popen(command, stderr=subprocess.PIPE) for command in commands]
    for process in running:
        assert process.communicate(timeout=60)[1] == b""
        assert process.returncode == 0
    cache = VectorCache()
    assert len(cache) == 120
    cache.close()
