"""The bundled e5's weights in transformers' own BertModel: the reference that our forward pass is held against.

For conformance tests and benchmarks; importing transformers takes seconds, so the encoder never comes here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from numpy.typing import NDArray

from auditor.encoders.e5_weights import E5File

if TYPE_CHECKING:
    from transformers import BertModel

MODULES = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}
"""Our file's names of a layer's parts, and BertModel's."""


def reference_model(file: E5File, pieces: NDArray[np.int64]) -> BertModel:
    """A BertModel without pooler whose word row k is that of piece `pieces[k]`; the whole table would take 384 MB."""
    model = _empty(file, len(pieces))
    plan = {"emb.ln": "embeddings.LayerNorm"}
    plan |= {f"l{i}.{a}": f"encoder.layer.{i}.{b}" for i in range(file.sizes.layers) for a, b in MODULES.items()}
    modules = dict(model.named_modules())
    tables = {"position_embeddings": "emb.pos", "token_type_embeddings": "emb.type"}
    with torch.no_grad():
        for ours, theirs in plan.items():
            module = modules[theirs]
            module.weight.copy_(torch.from_numpy(file.tensor(f"{ours}.w", *module.weight.shape)))
            module.bias.copy_(torch.from_numpy(file.tensor(f"{ours}.b", *module.bias.shape)))
        for theirs, ours in tables.items():
            weight = modules[f"embeddings.{theirs}"].weight
            weight.copy_(torch.from_numpy(file.tensor(ours, *weight.shape)))
        model.embeddings.word_embeddings.weight.copy_(torch.from_numpy(file.word_rows(pieces)))
    return model


def _empty(file: E5File, rows: int) -> BertModel:
    from transformers import BertConfig, BertModel

    sizes = file.sizes
    config = BertConfig(
        vocab_size=rows,
        hidden_size=sizes.hidden,
        num_hidden_layers=sizes.layers,
        num_attention_heads=sizes.heads,
        intermediate_size=sizes.feed_forward,
        max_position_embeddings=sizes.positions,
        type_vocab_size=sizes.token_types,
        layer_norm_eps=sizes.epsilon,
    )
    return BertModel(config, add_pooling_layer=False).eval()
