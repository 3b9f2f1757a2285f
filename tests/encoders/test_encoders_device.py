from __future__ import annotations

import pytest
import torch

from auditor.encoders import device as module
from auditor.encoders import load_encoder
from auditor.encoders.device import resolve_device, set_threads
from auditor.errors import ModelError, UsageError


@pytest.mark.parametrize("name", ["use", "e5", "hash"])
def test_cuda_that_is_not_there_is_an_error_with_a_remedy(monkeypatch, name):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    with pytest.raises(ModelError, match=r"device cuda: .*--device cpu"):
        load_encoder(name, device="cuda")


@pytest.mark.parametrize(("there", "expected"), [(True, "cuda"), (False, "cpu")])
def test_auto_takes_cuda_when_torch_sees_it(monkeypatch, there, expected):
    monkeypatch.setattr(module, "_driver_present", lambda: True)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: there)
    assert resolve_device("auto") == expected


def test_auto_does_not_ask_torch_without_a_driver(monkeypatch):
    monkeypatch.setattr(module, "_driver_present", lambda: False)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: pytest.fail("torch was asked"))
    assert resolve_device("auto") == "cpu"


def test_unknown_devices_and_thread_counts_are_usage_errors():
    with pytest.raises(UsageError, match="auto, cpu, cuda"):
        resolve_device("tpu")
    with pytest.raises(UsageError, match="at least 1"):
        set_threads(0)


def test_threads_are_set_once_asked(monkeypatch):
    asked = []
    monkeypatch.setattr(torch, "set_num_threads", asked.append)
    set_threads(None)
    set_threads(3)
    assert asked == [3]
