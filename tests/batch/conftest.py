"""A run keeps its worker in this process unless a test asks for processes."""

from __future__ import annotations

import pytest
from batch_archives import work_here, write_jsonl

from auditor.batch import engine_ray
from auditor.batch import run as batch_run


@pytest.fixture(autouse=True)
def _here(monkeypatch, request):
    if "processes" not in request.fixturenames:
        monkeypatch.setattr(batch_run, "run_local", work_here)
    # what is frozen is never taken away: good for a worker, not for a process that runs tests
    monkeypatch.setattr(engine_ray, "keep_what_is_there", lambda: None)


@pytest.fixture
def processes():
    """Asks for workers that are processes."""


@pytest.fixture
def archive(tmp_path):
    return write_jsonl(tmp_path / "archive.jsonl")
