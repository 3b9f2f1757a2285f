"""What the aligner asks of an encoder: a function from texts to unit vectors."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Matrix]
"""(n texts) → (n, d), rows L2-normalised."""
