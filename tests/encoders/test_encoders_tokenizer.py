from __future__ import annotations

import unicodedata

import pytest
import sentencepiece

from auditor.encoders.cache_files import cache_folder
from auditor.encoders.e5_tokenizer import E5Tokenizer
from auditor.encoders.sentencepiece_model import CONTROL, UNKNOWN, unigram_model


def test_a_model_written_by_hand_is_read_by_sentencepiece():
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁a", "b", "▁ab" + "x" * 200]
    scores = [0.0, 0.0, 0.0, 0.0, -1.0, -2.0, -3.5]
    types = {0: CONTROL, 1: CONTROL, 2: CONTROL, 3: UNKNOWN}
    spec = sentencepiece.SentencePieceNormalizer(rule_name="nmt_nfkc").serialized_normalizer_spec()
    built = unigram_model([piece.encode() for piece in pieces], scores, types, (3, 0, 2, 1), spec)
    model = sentencepiece.SentencePieceProcessor(model_proto=built)
    assert (model.unk_id(), model.bos_id(), model.eos_id(), model.pad_id()) == (3, 0, 2, 1)
    assert [model.id_to_piece(i) for i in range(model.get_piece_size())] == pieces
    assert model.get_score(6) == -3.5
    assert model.encode("ab a") == [4, 5, 4]
    assert model.encode("ａ") == [4]  # full-width: the normaliser came along


def test_ids_are_those_of_the_embedding_table(e5):
    assert e5.tokenizer.ids(["query: Hello world", ""]) == [[41, 1294, 12, 35378, 8999], []]
    assert (e5.tokenizer.bos, e5.tokenizer.pad, e5.tokenizer.eos) == (0, 1, 2)


@pytest.mark.parametrize("text", ["Où était la crème brûlée ?", "Đặng Thị Ngọc Thịnh", "한국어 문장", "й ё Й"])
def test_decomposed_text_gives_the_same_ids(e5, text):
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    assert composed != decomposed
    assert e5.tokenizer.ids([composed]) == e5.tokenizer.ids([decomposed])


def test_special_tokens_in_the_text_are_only_text(e5):
    (ids,) = e5.tokenizer.ids(["<s> </s> <mask> <pad>"])
    assert not {0, 1, 2, 250001} & set(ids)


def test_offsets_slice_the_text(e5):
    text = "Cafe\u0301 ﬁn 😀 Zürich\ud800"
    pieces = e5.tokenizer.pieces_with_offsets(text)
    assert [i for i, _, _ in pieces] == e5.tokenizer.ids([text])[0]
    assert "".join(text[a:b] for _, a, b in pieces) == text
    assert text[pieces[0][1] : pieces[0][2]].startswith("Cafe\u0301")


def test_the_built_model_is_kept_and_read_again(e5, monkeypatch, tmp_path):
    monkeypatch.setenv("AUDITOR_CACHE_DIR", str(tmp_path))
    first = E5Tokenizer(e5.file, "0123456789ab")
    (kept,) = cache_folder().glob("e5-tokenizer-0123456789ab-*.model")
    monkeypatch.setattr(type(e5.file), "vocabulary", lambda self: pytest.fail("built again"))
    assert E5Tokenizer(e5.file, "0123456789ab").ids(["Guten Tag"]) == first.ids(["Guten Tag"])
    assert kept.stat().st_size > 4_000_000
