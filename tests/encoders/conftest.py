from __future__ import annotations

import pytest

from auditor.encoders.e5 import E5Encoder
from auditor.encoders.use import UseEncoder


@pytest.fixture(scope="session", autouse=True)
def _own_cache_folder(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AUDITOR_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def use():
    return UseEncoder()


@pytest.fixture(scope="session")
def e5():
    return E5Encoder(device="cpu")


@pytest.fixture(scope="session")
def exact_e5():
    return E5Encoder(device="cpu", precision="fp32")
