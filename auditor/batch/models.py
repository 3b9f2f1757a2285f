"""The models of a worker, loaded once, and the tables that stand before them while one shard is read."""

from __future__ import annotations

from functools import partial

from auditor.audit.vectors import Encoders
from auditor.batch.halved_scorer import HalvedScorer
from auditor.batch.halving import Halving
from auditor.batch.meter import Meter
from auditor.batch.tables import ScoreTable, VectorTable
from auditor.batch.waves import Waves
from auditor.config import Settings, models_folder
from auditor.encoders import Encoder, load_encoder
from auditor.encoders.accelerator import Half, HalvedEncoder, agreement, release_memory
from auditor.fidelity import FidelityScorer, choose_fidelity, load_scorer

READER = "e5"
"""The encoder that the joint fidelity model reads with."""


class BatchModels:
    """Encoders and scorers by name. The vector cache on disk is not used: the bits of a vector that another run left
    there may differ in the last place from those computed here."""

    def __init__(self, settings: Settings, half: Half | None = None) -> None:
        self.settings, self.half = settings, half
        self._encoders: dict[str, Encoder] = {}
        self._joint: FidelityScorer | None = None
        self._agreements: dict[str, float] = {}
        self._halvings: dict[str, Halving] = {}

    def encoder(self, name: str) -> Encoder:
        """One encoder without any table, in 16 bits where that was asked for and a graphics card has it."""
        if name not in self._encoders:
            settings = self.settings
            device, precision = settings.device.value, settings.precision.value
            plain = load_encoder(name, device=device, threads=settings.threads, precision=precision)
            self._encoders[name] = self._halved(plain)
        return self._encoders[name]

    def scorer(self, table: VectorTable) -> FidelityScorer | None:
        """The fidelity model for articles that `table` aligned; None where there is no calibration.

        The linear one is made for the table, whose vectors it weighs; the joint one is loaded once.
        """
        settings = self.settings
        load = partial(
            load_scorer,
            models=models_folder(),
            model=settings.fidelity_model,
            device=settings.device.value,
            threads=settings.threads,
            precision=settings.precision.value,
        )
        if self._linear:
            return load(table)
        if self._joint is None:
            reader = self.encoder(READER)
            self._joint = load(reader)
            if isinstance(reader, HalvedEncoder) and self._joint is not None:
                self._joint = HalvedScorer(self._joint, reader.device, reader.half)
        return self._joint

    def prepare(self, table: VectorTable) -> None:
        """Load the joint fidelity model, if that is the one."""
        if self._joint is None and not self._linear:
            self.scorer(table)

    @property
    def _linear(self) -> bool:
        return choose_fidelity(self.settings.fidelity_model, models_folder()).reads_vectors

    def halving(self, name: str, device: str) -> Halving:
        """The batch size of one model, which outlives the shard."""
        return self._halvings.setdefault(name, Halving(partial(release_memory, device)))

    @property
    def signature(self) -> tuple[str, ...]:
        """What 16 bits do to the vectors of each encoder, where they are used."""
        return tuple(
            f"autocast:{self.half},{name},cosine>={least:.5f}" for name, least in sorted(self._agreements.items())
        )

    def forget(self) -> None:
        """Drop the token states kept of the last shard, so that the next one's numbers do not depend on them."""
        if self._joint is not None and READER in self._encoders:
            from auditor.fidelity.joint_input import LOWER
            from auditor.fidelity.token_matchers import bare_e5

            reader = bare_e5(self._encoders[READER])
            if reader is not None:
                reader.keep_lower(LOWER)

    def _halved(self, plain: Encoder) -> Encoder:
        if self.half is None or plain.device == "cpu":
            return plain
        halved = HalvedEncoder(plain, self.half)
        self._agreements[plain.name] = agreement(halved)
        return halved


class Bench:
    """The tables of one shard."""

    def __init__(self, models: BatchModels, waves: Waves, meter: Meter) -> None:
        self._models, self._waves, self._meter = models, waves, meter
        self._vectors: dict[str, VectorTable] = {}
        models.forget()

    def encoders(self) -> Encoders:
        """The encoders of the shard's run."""
        return Encoders(self._models.settings.encoder, load=self.vectors)

    def vectors(self, name: str) -> VectorTable:
        """The table before one encoder."""
        if name not in self._vectors:
            encoder = self._models.encoder(name)
            halving = self._models.halving(f"encoder {name}", encoder.device)
            self._vectors[name] = VectorTable(encoder, self._waves, halving, self._meter)
        return self._vectors[name]

    def scorer(self, encoder: Encoder) -> FidelityScorer | None:
        """The table before the fidelity model for articles aligned with `encoder`."""
        table = self.vectors(encoder.name)
        scorer = self._models.scorer(table)
        if scorer is None:
            return None
        halving = self._models.halving("scorer", table.device)
        return ScoreTable(scorer, self._waves, halving, self._meter)

    def prepare(self, encoder: Encoder) -> None:
        """Load the fidelity model before anything is encoded: what it needs of the encoder's work is kept then."""
        self._models.prepare(self.vectors(encoder.name))
