"""Which encoders can be looked into: only the bundled e5 has token states to compare."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from auditor.encoders.front import FrontEncoder
from auditor.encoders.protocol import Encoder

if TYPE_CHECKING:
    from auditor.encoders.e5 import E5Encoder
    from auditor.fidelity.token_match import TokenMatcher


def matcher_for(encoder: Encoder, centre: Sequence[float] | None) -> TokenMatcher | None:
    """The token matcher of `encoder`, or None where the weights hold no centre or the encoder no states."""
    inner = bare_e5(encoder)
    if centre is None or inner is None:
        return None
    from auditor.fidelity.token_match import TokenMatcher

    return TokenMatcher(inner, np.array(centre, dtype=np.float32))


def bare_e5(encoder: Encoder) -> E5Encoder | None:
    """The bundled e5 behind `encoder`, which may be a cache or two in front of it."""
    from auditor.encoders.e5 import E5Encoder

    while isinstance(encoder, FrontEncoder):
        encoder = encoder.encoder
    return encoder if isinstance(encoder, E5Encoder) else None
