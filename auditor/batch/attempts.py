"""What to do with a shard whose reader died: read it article by article, then leave out the one that kills."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from auditor.batch.ledger import begun
from auditor.batch.store import Store
from auditor.batch.worker import Job

DEATHS = 2
"""An article is left out when its reader died over it so often: once may be somebody else's hunger for memory."""


@dataclass
class Attempts:
    """One shard's story."""

    store: Store
    job: Job
    deaths: dict[str | None, int] = field(default_factory=dict)

    def after_death(self) -> Job | None:
        """The next try; None where the reader dies without having begun an article, which no leaving out can cure."""
        article = begun(self.store, self.job.shard) if self.job.one_by_one else None
        self.deaths[article] = self.deaths.get(article, 0) + 1
        if article is None and self.deaths[article] > DEATHS:
            return None
        poisoned = self.job.poisoned
        if article is not None and self.deaths[article] >= DEATHS:
            poisoned = (*poisoned, article)
        self.job = replace(self.job, one_by_one=True, poisoned=poisoned)
        return self.job

    def after_memory(self) -> Job | None:
        """The next try after a group did not fit; None where that was tried already."""
        if self.job.one_by_one:
            return None
        self.job = replace(self.job, one_by_one=True)
        return self.job
