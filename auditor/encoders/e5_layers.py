"""The transformer of the bundled e5 (BERT, post-norm) as plain torch modules: embeddings, layers, pooling apart.

Kept in separate pieces so that a learned scorer can run some layers on each text and others on both together.
"""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn.functional import gelu, scaled_dot_product_attention

from auditor.encoders.e5_lower import Tap
from auditor.encoders.e5_weights import E5File, Sizes


class E5Embeddings(nn.Module):
    """Word + position + type, normalised. Word rows are dequantised for the ids at hand and never trained.

    The 250,037 rows would take 384 MB and 8 s; a batch of 1,300 distinct ids takes 2 ms, so nothing is kept.
    """

    def __init__(self, file: E5File) -> None:
        super().__init__()
        sizes = file.sizes
        self._file = file
        self.positions = _parameter(file, "emb.pos", sizes.positions, sizes.hidden)
        self.types = _parameter(file, "emb.type", sizes.token_types, sizes.hidden)
        self.norm = _norm(file, "emb.ln")

    def forward(self, ids: Tensor, types: Tensor | None = None, positions: Tensor | None = None) -> Tensor:
        """From ids (…, length) on any device to states (…, length, hidden) on the module's device.

        `positions` has the shape of `ids`; None counts from 0 along the length.
        """
        distinct, inverse = np.unique(ids.cpu().numpy(), return_inverse=True)
        rows = torch.from_numpy(self._file.word_rows(distinct)).to(self.types.device)
        words = rows[torch.from_numpy(inverse.reshape(-1)).to(rows.device)].view(*ids.shape, -1)
        type_rows = self.types[0] if types is None else self.types[types]
        places = self.positions[: ids.shape[-1]] if positions is None else self.positions[positions]
        states: Tensor = self.norm(words + places + type_rows)
        return states


class E5Layer(nn.Module):
    """Self-attention and feed-forward, each added to its input and normalised."""

    def __init__(self, file: E5File, index: int) -> None:
        super().__init__()
        sizes, name = file.sizes, f"l{index}"
        self.heads = sizes.heads
        self.query_key_value = _stacked(file, [f"{name}.{part}" for part in "qkv"])
        self.attention_out = _linear(file, f"{name}.ao", sizes.hidden, sizes.hidden)
        self.attention_norm = _norm(file, f"{name}.aln")
        self.widen = _linear(file, f"{name}.fi", sizes.feed_forward, sizes.hidden)
        self.narrow = _linear(file, f"{name}.fo", sizes.hidden, sizes.feed_forward)
        self.out_norm = _norm(file, f"{name}.oln")

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        """States (batch, length, hidden); `mask` (batch, 1, 1, length) is true at real tokens, None for no padding."""
        batch, length, hidden = states.shape
        split = self.query_key_value(states).view(batch, length, 3, self.heads, hidden // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4)
        mixed = scaled_dot_product_attention(query, key, value, attn_mask=mask)
        states = self.attention_norm(states + self.attention_out(mixed.transpose(1, 2).reshape(batch, length, hidden)))
        normed: Tensor = self.out_norm(states + self.narrow(gelu(self.widen(states))))
        return normed


class E5Layers(nn.Module):
    """The whole stack; `layers` may be run in parts."""

    def __init__(self, file: E5File) -> None:
        super().__init__()
        self.sizes: Sizes = file.sizes
        self.embeddings = E5Embeddings(file)
        self.layers = nn.ModuleList(E5Layer(file, i) for i in range(file.sizes.layers))

    def forward(
        self,
        ids: Tensor,
        real: Tensor,
        types: Tensor | None = None,
        stop: int | None = None,
        tap: Tap | None = None,
    ) -> Tensor:
        """Token states (batch, length, hidden) of ids (batch, length) after `stop` layers (all of them).

        `real` (batch, length) is false at padding.
        """
        states: Tensor = self.embeddings(ids, types)
        mask = None if bool(real.all()) else real.to(states.device)[:, None, None, :]
        for done, layer in enumerate(self.layers[:stop], start=1):
            states = layer(states, mask)
            if tap is not None and tap.layer == done:
                tap.take(states[real.to(states.device)])
        return states

    def packed_states(self, runs: list[list[int]], stop: int | None = None, tap: Tap | None = None) -> Tensor:
        """Token states of `runs` of piece ids, laid end to end, after `stop` layers (all): (tokens, hidden)."""
        ids, real = pad(runs, 0)
        states: Tensor = self(ids, real, stop=stop, tap=tap)
        return states[real.to(states.device)]


def pad(runs: list[list[int]], pad_id: int) -> tuple[Tensor, Tensor]:
    """Ids (batch, longest) filled up with `pad_id`, and where they are real; both on the CPU."""
    longest = max(len(run) for run in runs)
    ids = torch.tensor([run + [pad_id] * (longest - len(run)) for run in runs])
    lengths = torch.tensor([len(run) for run in runs])
    return ids, torch.arange(longest) < lengths[:, None]


def _parameter(file: E5File, name: str, *shape: int) -> nn.Parameter:
    return nn.Parameter(torch.from_numpy(file.tensor(name, *shape)), requires_grad=False)


def _linear(file: E5File, name: str, out_width: int, in_width: int) -> nn.Linear:
    layer = nn.Linear(in_width, out_width, device="meta")
    layer.weight = _parameter(file, f"{name}.w", out_width, in_width)
    layer.bias = _parameter(file, f"{name}.b", out_width)
    return layer


def _stacked(file: E5File, names: list[str]) -> nn.Linear:
    hidden = file.sizes.hidden
    parts = [_linear(file, name, hidden, hidden) for name in names]
    layer = nn.Linear(hidden, hidden * len(parts), device="meta")
    layer.weight = nn.Parameter(torch.cat([part.weight for part in parts]), requires_grad=False)
    layer.bias = nn.Parameter(torch.cat([part.bias for part in parts]), requires_grad=False)
    return layer


def _norm(file: E5File, name: str) -> nn.LayerNorm:
    hidden = file.sizes.hidden
    norm = nn.LayerNorm(hidden, eps=file.sizes.epsilon, device="meta")
    norm.weight = _parameter(file, f"{name}.w", hidden)
    norm.bias = _parameter(file, f"{name}.b", hidden)
    return norm
