"""The tokenizer of the bundled e5: XLM-R's SentencePiece unigram vocabulary, rebuilt as a real sentencepiece model.

The weights file has its own normalisation map of single code points, which is wrong on decomposed text (cosine down
to .90); the vocabulary was trained under nmt_nfkc, so the rebuilt model uses that.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from typing import Any

from auditor.encoders.batching import well_formed
from auditor.encoders.cache_files import cache_folder, write_whole
from auditor.encoders.e5_weights import E5File, Vocabulary
from auditor.encoders.sentencepiece_model import CONTROL, UNKNOWN, unigram_model

NORMALISER = "nmt_nfkc"
MASK_PIECE = b"<mask>"


class E5Tokenizer:
    """Texts to piece ids. The ids are the rows of the embedding table."""

    def __init__(self, file: E5File, model_hash: str) -> None:
        from sentencepiece import SentencePieceProcessor

        self._pieces: Any = SentencePieceProcessor(model_proto=_model_bytes(file, model_hash))
        self.bos: int = self._pieces.bos_id()
        self.eos: int = self._pieces.eos_id()
        self.pad: int = self._pieces.pad_id()

    def ids(self, texts: Sequence[str]) -> list[list[int]]:
        """Piece ids of each text, without special tokens."""
        ids: list[list[int]] = self._pieces.encode([well_formed(text) for text in texts])
        return ids

    def pieces_with_offsets(self, text: str) -> list[tuple[int, int, int]]:
        """(id, start, end) of each piece; start and end are code points of `text`, half-open.

        White space before a word belongs to the word's first piece.
        """
        mapping = self._pieces.encode_as_offset_mapping(well_formed(text))
        return [(int(i), int(a), int(b)) for i, (a, b) in zip(mapping["ids"], mapping["offsets"], strict=True)]


def _model_bytes(file: E5File, model_hash: str) -> bytes:
    path = cache_folder() / f"e5-tokenizer-{model_hash}-{version('sentencepiece')}.model"
    if path.is_file():
        return path.read_bytes()
    built = build_model(file.vocabulary())
    write_whole(path, built)
    return built


def build_model(vocabulary: Vocabulary) -> bytes:
    """The vocabulary as a serialised SentencePiece model; half a second, so the result is kept in the cache folder."""
    from sentencepiece import SentencePieceNormalizer

    special = (vocabulary.unknown, vocabulary.bos, vocabulary.eos, vocabulary.pad)
    types = dict.fromkeys(special[1:], CONTROL) | {vocabulary.unknown: UNKNOWN}
    if MASK_PIECE in vocabulary.pieces:
        types[vocabulary.pieces.index(MASK_PIECE)] = CONTROL
    spec: bytes = SentencePieceNormalizer(rule_name=NORMALISER).serialized_normalizer_spec()
    return unigram_model(vocabulary.pieces, vocabulary.scores.tolist(), types, special, spec)
