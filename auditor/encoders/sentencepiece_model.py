"""Writes a SentencePiece unigram model as its protocol-buffer bytes, without the protobuf package.

Field numbers are those of sentencepiece_model.proto: ModelProto {1 pieces, 2 trainer_spec, 3 normalizer_spec},
SentencePiece {1 piece, 2 score, 3 type}, TrainerSpec {3 model_type, 4 vocab_size, 40-43 unk/bos/eos/pad id},
and the normaliser comes ready-made from the installed sentencepiece.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence

NORMAL, UNKNOWN, CONTROL = 1, 2, 3
UNIGRAM = 1


def unigram_model(
    pieces: Sequence[bytes],
    scores: Sequence[float],
    types: Mapping[int, int],
    special_ids: tuple[int, int, int, int],
    normalizer_spec: bytes,
) -> bytes:
    """A model whose piece ids are the positions in `pieces`.

    `types` names the ids that are not NORMAL; `special_ids` are unk, bos, eos and pad; `normalizer_spec` is a
    serialised NormalizerSpec.
    """
    parts = [_field(1, _piece(p, s, types.get(i, NORMAL))) for i, (p, s) in enumerate(zip(pieces, scores, strict=True))]
    parts.append(_field(2, _trainer(len(pieces), special_ids)))
    parts.append(_field(3, normalizer_spec))
    return b"".join(parts)


def _piece(piece: bytes, score: float, kind: int) -> bytes:
    body = _field(1, piece) + b"\x15" + struct.pack("<f", score)
    return body if kind == NORMAL else body + _number(3, kind)


def _trainer(size: int, special_ids: tuple[int, int, int, int]) -> bytes:
    body = _number(3, UNIGRAM) + _number(4, size)
    return body + b"".join(_number(40 + k, i) for k, i in enumerate(special_ids))


def _field(number: int, body: bytes) -> bytes:
    return _varint(number << 3 | 2) + _varint(len(body)) + body


def _number(number: int, value: int) -> bytes:
    return _varint(number << 3) + _varint(value)


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    out.append(value)
    return bytes(out)
