"""A linear layer whose product is taken between bytes, by oneDNN's kernels inside torch.

Inputs are put on a fixed grid of 256 steps, weights on one of 127 steps an output channel, products are summed as
32-bit integers: exact, so a row's result does not depend on the rows beside it. Weights have 7 bits, not 8: processors
without VNNI add pairs of products in 16 bits, and 2 x 255 x 64 is the most that always fits.

Channels with large inputs hand part of their size to their weights, which changes nothing before rounding (SmoothQuant,
Xiao et al., 2023).
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

WEIGHT_TOP = 63
BYTE_TOP = 255
MARGIN = 1.02
"""Grids reach this much beyond the largest value seen in calibration; what lies outside is cut."""
SMALLEST = 1e-4


@dataclass(frozen=True, slots=True)
class Grid:
    """The byte b stands for (b - zero) * step."""

    step: float
    zero: int


def grid_between(low: float, high: float) -> Grid:
    """The grid from `low` (at most 0) to `high`, and a little beyond."""
    step = max(high - low, SMALLEST) * MARGIN / BYTE_TOP
    return Grid(step, round(-low * MARGIN / step))


def even_spread(reach: Tensor, weight: Tensor) -> Tensor:
    """Divisors (in,) of the input channels that make inputs and weights reach equally far, of geometric mean one."""
    spread = (reach.clamp(min=SMALLEST) / weight.abs().amax(dim=0).clamp(min=SMALLEST)).sqrt()
    return spread / spread.log().mean().exp()


class Int8Linear:
    """y = x W' + b for x on `grid`, each of whose channels was divided by `spread` first."""

    def __init__(self, weight: Tensor, bias: Tensor, grid: Grid, spread: Tensor | None = None) -> None:
        spread = torch.ones(weight.shape[1]) if spread is None else spread
        self._grid = grid
        self._factor = 1.0 / (spread * grid.step)
        self._shift = torch.full_like(spread, grid.zero + 0.5)  # .5: conversion to bytes cuts the fraction off
        spread_weight = weight * spread
        scales = (spread_weight.abs().amax(dim=1) / WEIGHT_TOP).clamp(min=1e-12)
        rounded = (spread_weight / scales[:, None]).round_().to(torch.int8)
        self._packed = torch.ops.onednn.qlinear_prepack(rounded, None)
        self._scales = scales
        self._zeros = torch.zeros(len(scales), dtype=torch.int32)
        self._bias = bias.clone()

    def to_bytes(self, states: Tensor) -> Tensor:
        """Float inputs (rows, in) as bytes on this layer's grid."""
        return torch.addcmul(self._shift, states, self._factor).clamp_(0, BYTE_TOP).to(torch.uint8)

    def floats(self, rows: Tensor) -> Tensor:
        """From bytes (rows, in) to float32 (rows, out)."""
        return self._product(rows, Grid(1.0, 0), torch.float32, "none", "")

    def gelu_bytes(self, rows: Tensor, grid: Grid) -> Tensor:
        """From bytes (rows, in) to GELU of the result as bytes on `grid`."""
        return self._product(rows, grid, torch.uint8, "gelu", "none")

    def add_to(self, total: Tensor, rows: Tensor) -> Tensor:
        """`total` (rows, out) plus the result for bytes (rows, in); `total` is overwritten."""
        added: Tensor = torch.ops.onednn.qlinear_pointwise.binary(
            qx=rows,
            x_scale=self._grid.step,
            x_zero_point=self._grid.zero,
            qw=self._packed,
            w_scale=self._scales,
            w_zero_point=self._zeros,
            other=total,
            bias=self._bias,
            output_scale=1.0,
            output_zero_point=0,
            output_dtype=torch.float32,
            other_scale=1.0,
            other_zp=0,
            binary_post_op="sum",
            binary_alpha=1.0,
            unary_post_op="none",
            unary_post_op_args=[],
            unary_post_op_algorithm="",
        )
        return added

    def _product(self, rows: Tensor, out: Grid, dtype: torch.dtype, then: str, algorithm: str) -> Tensor:
        result: Tensor = torch.ops.onednn.qlinear_pointwise.default(
            qx=rows,
            x_scale=self._grid.step,
            x_zero_point=self._grid.zero,
            qw=self._packed,
            w_scale=self._scales,
            w_zero_point=self._zeros,
            bias=self._bias,
            output_scale=out.step,
            output_zero_point=out.zero,
            output_dtype=dtype,
            post_op_name=then,
            post_op_args=[],
            post_op_algorithm=algorithm,
        )
        return result
