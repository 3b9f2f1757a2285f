"""What a graphics card adds: how many there are, arithmetic in 16 bits, memory given back. Torch is imported on use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Literal

from auditor.encoders.device import resolve_device
from auditor.encoders.front import FrontEncoder
from auditor.encoders.protocol import Encoder, Vectors

Half = Literal["bf16", "fp16"]
HALVES: tuple[Half, ...] = ("bf16", "fp16")


def device_count(asked: str) -> int:
    """Graphics cards for `auto`, `cpu` or `cuda`; 0 where models run on the CPU. ModelError as `resolve_device`."""
    if resolve_device(asked) == "cpu":
        return 0
    import torch

    return int(torch.cuda.device_count())


def release_memory(device: str) -> None:
    """Give memory that torch holds unused back to the device."""
    if device != "cpu":
        import torch

        torch.cuda.empty_cache()


@contextmanager
def halved(device: str, half: Half) -> Iterator[None]:
    """Matrix products in 16 bits inside; sums and norms stay in float32."""
    import torch

    with torch.autocast(device, dtype=torch.bfloat16 if half == "bf16" else torch.float16):
        yield


class HalvedEncoder(FrontEncoder):
    """An encoder whose products are taken in 16 bits; vectors are float32 of length one, as ever."""

    def __init__(self, encoder: Encoder, half: Half) -> None:
        super().__init__(encoder)
        self.half = half

    def encode(self, texts: Sequence[str]) -> Vectors:
        """As the inner encoder, up to a cosine that `agreement` measures."""
        with halved(self.device, self.half):
            return self.encoder.encode(texts)


PROBES = (
    "The harbour authority closed the northern pier on Monday after a crane had collapsed.",
    "Versicherungsexperten schätzen den Schaden auf 4 Millionen Euro.",
    "Две рыбацкие лодки отбуксировали на верфь.",
    "港口管理局周一关闭了北码头。",
    "وقالت المتحدثة إن أحدا لم يصب بأذى.",
    "Yes.",
)
"""Six scripts and lengths; what 16 bits do to them is measured on every machine and said in the signature."""


def agreement(encoder: HalvedEncoder) -> float:
    """The lowest cosine between its vectors and those of the inner encoder, over the probes."""
    ours, theirs = encoder.encode(PROBES), encoder.encoder.encode(PROBES)
    return float((ours * theirs).sum(axis=1).min())
