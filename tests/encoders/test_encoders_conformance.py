"""The short forward pass of e5 against the reference implementation, with the same weights."""

from __future__ import annotations

import numpy as np
import torch

from auditor.encoders.e5_layers import pad
from auditor.encoders.e5_reference import reference_model
from auditor.encoders.selftest import sentences


def test_e5_token_states_agree_with_bert(exact_e5):
    ids, real = pad([run for _, run in exact_e5._runs(sentences())], exact_e5.tokenizer.pad)
    pieces, rows = np.unique(ids.numpy(), return_inverse=True)
    reference = reference_model(exact_e5.file, pieces)
    with torch.inference_mode():
        ours = exact_e5.layers(ids, real)
        theirs = reference(torch.from_numpy(rows.reshape(ids.shape)), attention_mask=real.long()).last_hidden_state
    assert torch.cosine_similarity(ours, theirs, dim=-1)[real].min() >= 0.9999
    np.testing.assert_allclose(ours[real].numpy(), theirs[real].numpy(), atol=1e-3)
