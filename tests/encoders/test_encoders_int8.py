from __future__ import annotations

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn.functional import gelu, linear, scaled_dot_product_attention

from auditor.encoders.e5_packing import WIDTH_STEP, pack, packed_attention, run_sums
from auditor.encoders.e5_reach import load_reach
from auditor.encoders.int8_linear import Grid, Int8Linear, even_spread, grid_between
from auditor.encoders.precision import resolve_precision

LENGTHS = st.lists(st.integers(1, 40), min_size=1, max_size=8)
needs_int8 = pytest.mark.skipif(resolve_precision("auto", "cpu") == "fp32", reason="this processor has no int8")


def _some(*shape, seed=0):
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def test_the_grid_holds_its_ends_and_nothing():
    grid = grid_between(-0.17, 5.0)
    assert 0 <= grid.zero <= 255
    assert (0 - grid.zero) * grid.step <= -0.17 + grid.step / 2
    assert (255 - grid.zero) * grid.step >= 5.0


@needs_int8
def test_a_product_is_near_the_float_one():
    weight, bias, states = _some(48, 64, seed=1), _some(48, seed=2), _some(100, 64, seed=3)
    layer = Int8Linear(weight, bias, grid_between(-4.5, 4.5))
    exact = linear(states, weight, bias)
    error = (layer.floats(layer.to_bytes(states)) - exact).norm() / exact.norm()
    assert error < 0.02


@needs_int8
def test_full_bytes_and_full_weights_do_not_overflow():
    """Where pairs of products are added in 16 bits, 8-bit weights would be cut off here."""
    weight = torch.full((16, 64), 63.0)
    layer = Int8Linear(weight, torch.zeros(16), Grid(1.0, 0))
    rows = torch.full((4, 64), 255, dtype=torch.uint8)
    assert (layer.floats(rows) == 255 * 63 * 64).all()


@needs_int8
def test_gelu_and_addition_are_fused():
    weight, bias, states, before = (
        _some(32, 64, seed=4),
        _some(32, seed=5),
        _some(10, 64, seed=6),
        _some(10, 32, seed=7),
    )
    layer = Int8Linear(weight, bias, grid_between(-4.5, 4.5))
    rows, out = layer.to_bytes(states), grid_between(-0.17, 30.0)
    plain = layer.floats(rows)
    torch.testing.assert_close(layer.add_to(before.clone(), rows), before + plain, atol=1e-4, rtol=0)
    read = (layer.gelu_bytes(rows, out).float() - out.zero) * out.step
    torch.testing.assert_close(read, gelu(plain), atol=out.step * 0.51, rtol=0)


@needs_int8
def test_spreading_keeps_channels_apart_that_one_grid_would_drown():
    reach = torch.ones(64)
    reach[7] = 300.0
    weight, states = _some(48, 64, seed=1), _some(100, 64, seed=3).clamp(-1, 1) * reach
    weight[:, 7] /= 100.0
    exact = linear(states, weight)
    spread = even_spread(reach, weight)
    errors = []
    for divisor, top in ((None, 300.0), (spread, float((reach / spread).max()))):
        layer = Int8Linear(weight, torch.zeros(48), grid_between(-top, top), divisor)
        errors.append(float((layer.floats(layer.to_bytes(states)) - exact).norm() / exact.norm()))
    assert errors[1] < errors[0] / 5


@settings(max_examples=25, deadline=None)
@given(LENGTHS)
def test_packed_attention_is_that_of_each_run_alone(lengths):
    heads, hidden = 2, 16
    states = _some(sum(lengths), 3 * hidden)
    packing = pack(lengths)
    mixed = packed_attention(states, packing, heads)
    start = 0
    for length in lengths:
        own = states[start : start + length]
        query, key, value = own.view(1, length, 3, heads, -1).permute(2, 0, 3, 1, 4)
        expected = scaled_dot_product_attention(query, key, value).transpose(1, 2).reshape(length, hidden)
        torch.testing.assert_close(mixed[start : start + length], expected, atol=1e-5, rtol=1e-4)
        assert (packed_attention(own, pack([length]), heads) == mixed[start : start + length]).all()
        start += length
    assert all(rows.mask.shape[-1] % WIDTH_STEP == 0 for rows in packing.rows)
    assert packing.positions.tolist() == [place for length in lengths for place in range(length)]


def test_run_sums():
    sums = run_sums(torch.tensor([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]), [1, 2])
    assert sums.tolist() == [[1.0, 2.0], [8.0, 10.0]]


def test_the_shipped_reach_has_all_layers():
    reach = load_reach()
    assert len(reach) == 12
    for layer in reach:
        widths = [len(part) for part in (layer.query_key_value, layer.attention_out, layer.widen, layer.narrow)]
        assert widths == [384, 384, 384, 1536]
        assert min(np.min(part) for part in (layer.query_key_value, layer.widen)) > 0
