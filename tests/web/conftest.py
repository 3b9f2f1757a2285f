"""Servers for the tests of the editors' page."""

import pytest
from live_server import SETTINGS, Gated, Live

from auditor.web.engine import Engine


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """One for the tests of a module."""
    workspace = tmp_path_factory.mktemp("workspace")
    with Live(workspace, Engine(SETTINGS, workspace)) as live:
        yield live


@pytest.fixture
def gated(tmp_path):
    """One whose audits wait until `gated.engine.gate` is set."""
    workspace = tmp_path / "workspace"
    workspace.mkdir()
    engine = Gated(workspace)
    with Live(workspace, engine) as live:
        yield live
        engine.gate.set()
