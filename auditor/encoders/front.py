"""An encoder that stands in front of another one and answers for it, such as a cache."""

from __future__ import annotations

from auditor.encoders.label import fitted_hash, precision_of
from auditor.encoders.protocol import Encoder


class FrontEncoder:
    """Everything but the vectors is the inner encoder's; subclasses add `encode`."""

    def __init__(self, encoder: Encoder) -> None:
        self.encoder = encoder

    @property
    def name(self) -> str:
        """The inner encoder's."""
        return self.encoder.name

    @property
    def dimensions(self) -> int:
        """The inner encoder's."""
        return self.encoder.dimensions

    @property
    def languages(self) -> frozenset[str] | None:
        """The inner encoder's."""
        return self.encoder.languages

    @property
    def device(self) -> str:
        """The inner encoder's."""
        return self.encoder.device

    @property
    def precision(self) -> str:
        """The inner encoder's."""
        return precision_of(self.encoder)

    @property
    def fitted_hash(self) -> str:
        """The inner encoder's."""
        return fitted_hash(self.encoder)

    @property
    def model_hash(self) -> str:
        """The inner encoder's."""
        return self.encoder.model_hash

    def count_tokens(self, text: str) -> int:
        """The inner encoder's."""
        return self.encoder.count_tokens(text)
