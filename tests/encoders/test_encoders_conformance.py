"""The short forward pass of e5 against the reference implementation, with the same weights."""

from __future__ import annotations

import numpy as np
import torch

from auditor.encoders.e5_layers import pad
from auditor.encoders.selftest import sentences


def reference_model(file):
    from transformers import BertConfig, BertModel

    s = file.sizes
    config = BertConfig(
        vocab_size=8,
        hidden_size=s.hidden,
        num_hidden_layers=s.layers,
        num_attention_heads=s.heads,
        intermediate_size=s.feed_forward,
        max_position_embeddings=s.positions,
        type_vocab_size=s.token_types,
        layer_norm_eps=s.epsilon,
    )
    model = BertModel(config, add_pooling_layer=False).eval()
    names = {"q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value"}
    names |= {"ao": "attention.output.dense", "aln": "attention.output.LayerNorm", "fi": "intermediate.dense"}
    names |= {"fo": "output.dense", "oln": "output.LayerNorm"}
    plan = {"emb.ln": "embeddings.LayerNorm"}
    plan |= {f"l{i}.{ours}": f"encoder.layer.{i}.{theirs}" for i in range(s.layers) for ours, theirs in names.items()}
    modules = dict(model.named_modules())
    with torch.no_grad():
        for ours, theirs in plan.items():
            module = modules[theirs]
            module.weight.copy_(torch.from_numpy(file.tensor(f"{ours}.w", *module.weight.shape)))
            module.bias.copy_(torch.from_numpy(file.tensor(f"{ours}.b", *module.bias.shape)))
        embeddings = model.embeddings
        embeddings.position_embeddings.weight.copy_(torch.from_numpy(file.tensor("emb.pos", s.positions, s.hidden)))
        embeddings.token_type_embeddings.weight.copy_(
            torch.from_numpy(file.tensor("emb.type", s.token_types, s.hidden))
        )
    return model


def test_e5_token_states_agree_with_bert(e5):
    ids, real = pad([run for _, run in e5._runs(sentences())], e5.tokenizer.pad)
    words = torch.from_numpy(e5.file.word_rows(ids.numpy().reshape(-1))).view(*ids.shape, -1)
    with torch.inference_mode():
        ours = e5.layers(ids, real)
        theirs = reference_model(e5.file)(inputs_embeds=words, attention_mask=real.long()).last_hidden_state
    cosines = torch.cosine_similarity(ours, theirs, dim=-1)[real]
    assert cosines.min() >= 0.9999
    np.testing.assert_allclose(ours[real].numpy(), theirs[real].numpy(), atol=1e-3)
