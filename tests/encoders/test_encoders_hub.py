from __future__ import annotations

import json

import numpy as np
import pytest
import torch

from auditor.encoders import Encoder, load_encoder
from auditor.errors import ModelError

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "the", "minister", "council", "court", "rain", "bridge", "said", "on"]
WORDS += ["monday", "query", ":", ".", ","]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    path = tmp_path_factory.mktemp("hub") / "tiny-bert"
    torch.manual_seed(1)
    sizes = {"hidden_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
    config = BertConfig(vocab_size=len(WORDS), max_position_embeddings=16, **sizes)
    BertModel(config, add_pooling_layer=False).save_pretrained(path)
    tokenizer = Tokenizer(models.WordLevel({word: i for i, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        "[CLS] $A [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    special = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, **special).save_pretrained(path)
    return path


@pytest.fixture
def sentence_folder(folder, tmp_path):
    """A copy with sentence-transformers' side files, to be changed by `write`."""
    path = tmp_path / "tiny-sentence"
    path.mkdir()
    for file in folder.iterdir():
        (path / file.name).write_bytes(file.read_bytes())

    def write(pooling, *modules, **files):
        (path / "1_Pooling").mkdir()
        (path / "1_Pooling" / "config.json").write_text(json.dumps(pooling))
        kinds = [("", "Transformer"), ("1_Pooling", "Pooling"), *modules]
        listed = [{"path": where, "type": f"sentence_transformers.models.{kind}"} for where, kind in kinds]
        (path / "modules.json").write_text(json.dumps(listed))
        for name, content in files.items():
            (path / f"{name}.json").write_text(json.dumps(content))
        return path

    return write


def states(folder, ids):
    from transformers import BertModel

    with torch.inference_mode():
        return BertModel.from_pretrained(folder).eval()(torch.tensor([ids])).last_hidden_state[0].numpy()


def unit(vector):
    return vector / np.linalg.norm(vector)


def test_mean_pooling_where_the_folder_says_nothing(folder):
    encoder = load_encoder(str(folder), device="cpu")
    assert isinstance(encoder, Encoder)
    assert (encoder.name, encoder.dimensions, encoder.device) == ("tiny-bert", 32, "cpu")
    rows = encoder.encode(["the court said", "rain", "the court said"])
    np.testing.assert_allclose(rows[0], unit(states(folder, [2, 4, 7, 10, 3]).mean(axis=0)), atol=1e-5)
    np.testing.assert_allclose(rows[1], unit(states(folder, [2, 8, 3]).mean(axis=0)), atol=1e-5)
    assert (rows[0] == rows[2]).all()
    assert encoder.encode([]).shape == (0, 32)
    assert encoder.count_tokens("the court said") == 3


def test_longer_texts_are_read_in_windows(folder):
    encoder = load_encoder(str(folder), device="cpu")
    words = [4 + k % 11 for k in range(14)], [4 + k % 7 for k in range(6)]
    text = " ".join(WORDS[i] for part in words for i in part)
    sums = [states(folder, [2, *part, 3]).sum(axis=0) for part in words]
    np.testing.assert_allclose(encoder.encode([text])[0], unit(sum(sums)), atol=1e-5)


@pytest.mark.parametrize(("mode", "reduce"), [("cls_token", lambda s: s[0]), ("max_tokens", lambda s: s.max(axis=0))])
def test_pooling_of_the_folder(sentence_folder, mode, reduce):
    path = sentence_folder({f"pooling_mode_{mode}": True, "pooling_mode_mean_tokens": False})
    rows = load_encoder(str(path), device="cpu").encode(["the court said", "rain"])
    np.testing.assert_allclose(rows[1], unit(reduce(states(path, [2, 8, 3]))), atol=1e-5)


def test_dense_module_and_default_prompt(sentence_folder):
    prompts = {"prompts": {"q": "query : "}, "default_prompt_name": "q"}
    modules = ("2_Dense", "Dense"), ("3_Normalize", "Normalize")
    path = sentence_folder({"pooling_mode_mean_tokens": True}, *modules, config_sentence_transformers=prompts)
    (path / "2_Dense").mkdir()
    activation = "torch.nn.modules.activation.Tanh"
    config = {"in_features": 32, "out_features": 8, "bias": True, "activation_function": activation}
    (path / "2_Dense" / "config.json").write_text(json.dumps(config))
    linear = torch.nn.Linear(32, 8)
    torch.save({f"linear.{k}": v for k, v in linear.state_dict().items()}, path / "2_Dense" / "pytorch_model.bin")
    encoder = load_encoder(str(path), device="cpu")
    pooled = torch.from_numpy(states(path, [2, 13, 14, 8, 3]).mean(axis=0))
    expected = torch.tanh(linear(pooled)).detach().numpy()
    assert encoder.dimensions == 8
    np.testing.assert_allclose(encoder.encode(["rain"])[0], unit(expected), atol=1e-5)


def test_hash_follows_the_bytes(folder, sentence_folder):
    plain = load_encoder(str(folder), device="cpu").model_hash
    assert plain == load_encoder(str(folder), device="cpu").model_hash
    changed = sentence_folder({"pooling_mode_cls_token": True})
    assert load_encoder(str(changed), device="cpu").model_hash != plain


@pytest.mark.parametrize(
    ("pooling", "module", "reason"),
    [
        ({"pooling_mode_lasttoken": True}, "Normalize", "pooling lasttoken is not supported"),
        ({"pooling_mode_mean_tokens": True}, "LSTM", "module LSTM is not supported"),
    ],
)
def test_what_is_not_supported_is_said(sentence_folder, pooling, module, reason):
    path = sentence_folder(pooling, ("2_More", module))
    with pytest.raises(ModelError, match=reason):
        load_encoder(str(path))


def test_a_folder_without_a_model(tmp_path):
    with pytest.raises(ModelError, match=r"no config\.json"):
        load_encoder(str(tmp_path))


@pytest.mark.parametrize("name", ["./nowhere", "/no/such/folder", "a/b/c"])
def test_a_path_that_does_not_exist_never_reaches_for_the_hub(monkeypatch, name):
    import huggingface_hub

    monkeypatch.setattr(huggingface_hub, "snapshot_download", lambda *a, **k: pytest.fail("network"))
    with pytest.raises(ModelError, match="no such folder"):
        load_encoder(name)


def test_broken_weights_are_named(sentence_folder):
    path = sentence_folder({"pooling_mode_mean_tokens": True})
    (path / "model.safetensors").write_bytes(b"broken")
    with pytest.raises(ModelError, match=r"tiny-sentence: transformers cannot load the model"):
        load_encoder(str(path), device="cpu").encode(["rain"])


def test_missing_weights_are_never_made_up(sentence_folder):
    from safetensors.torch import load_file, save_file

    path = sentence_folder({"pooling_mode_mean_tokens": True})
    weights = load_file(path / "model.safetensors")
    del weights["encoder.layer.1.output.dense.weight"]
    save_file(weights, path / "model.safetensors", metadata={"format": "pt"})
    with pytest.raises(ModelError, match=r"lack encoder\.layer\.1\.output\.dense\.weight"):
        load_encoder(str(path), device="cpu").encode(["rain"])


def test_a_hub_id_that_cannot_be_had_offline(monkeypatch, tmp_path):
    import huggingface_hub
    from huggingface_hub.errors import LocalEntryNotFoundError

    def offline(*args, **kwargs):
        raise LocalEntryNotFoundError("Cannot find an appropriate cached snapshot folder")

    monkeypatch.setattr(huggingface_hub, "snapshot_download", offline)
    with pytest.raises(ModelError, match=r"encoder someone/model: .*Go online once.*`use`, `e5` or `auto`"):
        load_encoder("someone/model")


def test_a_name_that_is_no_hub_id_names_the_bundled_ones():
    with pytest.raises(ModelError, match=r"neither a folder nor a hub id"):
        load_encoder("not a name!")
