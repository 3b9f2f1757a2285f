"""The command line over a fake of what it calls."""

import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "reports"))

from sample_reports import alone, document, report

from auditor.api import ScoredLines
from auditor.cli import services
from auditor.cli.app import main
from auditor.core.alignment import Alignment, Bead, DocumentPair, Regime
from auditor.core.score import SegmentScore


class FakeServices:
    """Records what the commands ask for and answers with `report`, or raises `error`."""

    def __init__(self):
        self.report = report(alone(document("a.txt", "Port opens\nFine.")))
        self.error = None
        self.caution = None
        self.calls = []

    def audit(self, paths, **given):
        self._note("audit", paths=paths, **given)
        return self.report

    def align(self, translation, counterpart, **given):
        self._note("align", sides=(translation, counterpart), **given)
        pair = DocumentPair(document("a.txt", "Eins", "de"), document("b.txt", "One"), "argument", 1.0)
        return SimpleNamespace(
            pair=pair,
            signature="encoder:fake",
            alignment=Alignment(Regime.PARALLEL, (), (Bead((0,), (0,), 0.9, 0.1),), (), "aligner:fake"),
        )

    def score(self, translations, counterparts, **given):
        self._note("score", sides=(translations, counterparts), **given)
        scores = tuple(SegmentScore(50, 0, 0.5) for _ in translations)
        return ScoredLines(scores, "fidelity:fake", self.caution)

    def _note(self, name, **given):
        self.calls.append(SimpleNamespace(name=name, **given))
        if self.error is not None:
            raise self.error


@pytest.fixture
def fake(monkeypatch, tmp_path):
    """In an empty folder, without settings from outside."""
    made = FakeServices()
    for name in ("audit", "align", "score"):
        monkeypatch.setattr(services, name, getattr(made, name))
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR", "AUDITOR_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    return made


@pytest.fixture
def run(capsys):
    """Runs a command line: (exit code, stdout, stderr)."""

    def running(*arguments):
        code = main(list(arguments))
        captured = capsys.readouterr()
        return SimpleNamespace(code=code, out=captured.out, err=captured.err)

    return running
