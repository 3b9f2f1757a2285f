"""From an encoder's name to an encoder."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.encoders.cache import VectorCache
from auditor.encoders.cached import CachedEncoder
from auditor.encoders.choose import choose_encoder
from auditor.encoders.device import resolve_device
from auditor.encoders.hashing import HashEncoder
from auditor.encoders.protocol import Encoder


def load_encoder(
    name: str = "auto",
    *,
    device: str = "auto",
    languages: Iterable[str] = (),
    cache: VectorCache | None = None,
    threads: int | None = None,
    precision: str = "auto",
) -> Encoder:
    """`auto`, `use`, `e5`, `hash`, a Hugging Face id or a local folder; wrapped in `cache` unless that is None.

    `auto` is `choose_encoder(languages)`. `use` and `hash` run on the CPU whatever `device` says, but `cuda` must
    exist when asked for. `threads` is for torch or BLAS; None leaves their default. `precision` is for `e5`.
    ModelError where the encoder cannot be loaded. Weights of the bundled encoders are read when the first text comes.
    """
    chosen = choose_encoder(languages).name if name == "auto" else name
    encoder = _plain(chosen, device, threads, precision)
    return encoder if cache is None or chosen == "hash" else CachedEncoder(encoder, cache)


def _plain(name: str, device: str, threads: int | None, precision: str) -> Encoder:
    if name in ("use", "hash"):
        resolve_device(device)
    if name == "hash":
        return HashEncoder()
    if name == "use":
        from auditor.encoders.use import UseEncoder

        return UseEncoder(threads)
    if name == "e5":
        from auditor.encoders.e5 import E5Encoder

        return E5Encoder(device, threads, precision)
    from auditor.encoders.hub import HubEncoder

    return HubEncoder(name, device, threads)
