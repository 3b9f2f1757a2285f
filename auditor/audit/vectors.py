"""Vectors of one run: each text is encoded once, whichever stages ask for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from auditor.encoders import Encoder, VectorCache, Vectors, choose_encoder, load_encoder
from auditor.encoders.front import FrontEncoder
from auditor.encoders.trust import Caution, caution


class RememberingEncoder(FrontEncoder):
    """An encoder that keeps the vectors it has made until told to forget them."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__(encoder)
        self._known: dict[str, Vectors] = {}

    def encode(self, texts: Sequence[str]) -> Vectors:
        """As the wrapped encoder, bit for bit; only new texts reach it."""
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        fresh = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known.update(zip(fresh, self.encoder.encode(fresh), strict=True))
        return np.stack([self._known[text] for text in texts])

    def forget(self) -> None:
        """Drop what was remembered, so that memory does not grow with the number of articles."""
        self._known.clear()


class Encoders:
    """The encoders of one run, loaded when first needed: `auto` may take one for each pair of languages."""

    def __init__(
        self,
        name: str,
        device: str = "auto",
        threads: int | None = None,
        cache: VectorCache | None = None,
        precision: str = "auto",
    ) -> None:
        self._name, self._cache = name, cache
        self._device, self._threads, self._precision = device, threads, precision
        self._loaded: dict[str, RememberingEncoder] = {}
        self.fallbacks: set[str] = set()
        """Reasons for which a pair did not get the encoder that suits it."""
        self.cautions: set[Caution] = set()
        """What to say of the languages that were compared, once each for every encoder."""

    @classmethod
    def of(cls, encoder: Encoder) -> Encoders:
        """One ready encoder for everything."""
        encoders = cls(encoder.name)
        encoders._loaded[encoder.name] = RememberingEncoder(encoder)
        return encoders

    def for_languages(self, languages: Iterable[str]) -> RememberingEncoder:
        """The encoder for articles in these languages."""
        together = frozenset(languages)
        name = self._choose(together) if self._name == "auto" else self._name
        self.cautions.update(told for language in together if (told := caution(name, language)) is not None)
        if name not in self._loaded:
            encoder = load_encoder(
                name, device=self._device, cache=self._cache, threads=self._threads, precision=self._precision
            )
            self._loaded[name] = RememberingEncoder(encoder)
        return self._loaded[name]

    @property
    def loaded(self) -> tuple[Encoder, ...]:
        """Encoders in use so far, by name."""
        return tuple(self._loaded[name] for name in sorted(self._loaded))

    def forget(self) -> None:
        """Drop all remembered vectors."""
        for encoder in self._loaded.values():
            encoder.forget()

    def _choose(self, languages: Iterable[str]) -> str:
        choice = choose_encoder(languages)
        if choice.fallback:
            self.fallbacks.add(choice.reason)
        return choice.name
