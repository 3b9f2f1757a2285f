"""Encoders and fidelity models that outlive a run: loaded once, shared by threads, with what they said before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Self

from auditor.audit.turns import Turns
from auditor.audit.vectors import Encoders, RememberingEncoder
from auditor.config import Settings, models_folder
from auditor.core.score import SegmentScore
from auditor.encoders import Encoder, VectorCache, Vectors, load_encoder
from auditor.encoders.front import FrontEncoder
from auditor.fidelity import FidelityScorer, TextPair, choose_fidelity, load_scorer
from auditor.fidelity.front import FrontScorer

REMEMBERED_SCORES = 20_000
"""Pairs of sentences with their words, about 1.5 KB each: two hundred articles."""


class SharedEncoder(FrontEncoder):
    """A remembering encoder that one thread at a time reads with."""

    def __init__(self, encoder: Encoder, turns: Turns) -> None:
        super().__init__(RememberingEncoder(encoder))
        self._turns = turns

    def encode(self, texts: Sequence[str]) -> Vectors:
        """As the inner encoder."""
        with self._turns.turn():
            return self.encoder.encode(texts)


class SharedScorer(FrontScorer):
    """A scorer that one thread at a time uses, and that keeps its scores: an edit asks for few new ones."""

    def __init__(self, scorer: FidelityScorer, turns: Turns, limit: int = REMEMBERED_SCORES) -> None:
        super().__init__(scorer)
        self._turns, self._limit = turns, limit
        self._known: dict[TextPair, SegmentScore] = {}

    def score(self, pairs: Sequence[TextPair]) -> list[SegmentScore]:
        """As the inner scorer; only new pairs reach it."""
        with self._turns.turn():
            fresh = [pair for pair in dict.fromkeys(pairs) if pair not in self._known]
            if fresh:
                self._known.update(zip(fresh, self.scorer.score(fresh), strict=True))
            scores = [self._known[pair] for pair in pairs]
            for pair in list(islice(self._known, max(0, len(self._known) - self._limit))):
                del self._known[pair]
            return scores


class Models:
    """What audits share. Pass it to `run_audit`; its settings of encoder, device and fidelity model hold for all."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.cache = VectorCache(limit_bytes=settings.cache_mb * 2**20) if settings.cache else None
        self._turns = Turns()
        self._encoders: dict[str, SharedEncoder] = {}
        self._scorers: dict[str, SharedScorer | None] = {}

    def encoders(self) -> Encoders:
        """The encoders of one run: its own record of what it used, on the shared models."""
        return Encoders(self.settings.encoder, load=self._encoder)

    def scorer(self, encoder: Encoder) -> FidelityScorer | None:
        """The scorer for articles aligned with `encoder`; None where there is no calibration.

        The joint one is the same for all: it reads with the shared e5, whichever encoder aligned.
        """
        settings = self.settings
        name = encoder.name if choose_fidelity(settings.fidelity_model, models_folder()).reads_vectors else "e5"
        with self._turns.turn():
            if name not in self._scorers:
                found = load_scorer(
                    self._encoder(name),
                    models_folder(),
                    settings.fidelity_model,
                    device=settings.device.value,
                    threads=settings.threads,
                    precision=settings.precision.value,
                )
                self._scorers[name] = None if found is None else SharedScorer(found, self._turns)
            return self._scorers[name]

    def warm_up(self, languages: Iterable[str]) -> None:
        """Read the weights that articles in these languages need; a cached vector would not do that."""
        encoder = self.encoders().for_languages(languages)
        scorer = self.scorer(encoder)
        bare: Encoder = encoder
        while isinstance(bare, FrontEncoder):
            bare = bare.encoder
        with self._turns.turn():
            bare.encode(["Good morning."])
        if scorer is not None:
            scorer.score([TextPair("Guten Morgen.", "Good morning.", "de", "en")])

    def close(self) -> None:
        """Close the vector cache; the models stay usable without it."""
        if self.cache is not None:
            self.cache.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _encoder(self, name: str) -> SharedEncoder:
        with self._turns.turn():
            if name not in self._encoders:
                settings = self.settings
                encoder = load_encoder(
                    name,
                    device=settings.device.value,
                    cache=self.cache,
                    threads=settings.threads,
                    precision=settings.precision.value,
                )
                self._encoders[name] = SharedEncoder(encoder, self._turns)
            return self._encoders[name]
