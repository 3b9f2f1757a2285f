"""Model files are used only as the manifest states them."""

import pytest

from auditor.config.manifest import read_model_file, state_model_file
from auditor.errors import ModelError


def test_a_stated_file_is_read(tmp_path):
    (tmp_path / "weights.json").write_bytes(b"{}")
    state_model_file("weights.json", tmp_path)
    assert read_model_file("weights.json", tmp_path) == b"{}"


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        (lambda folder: (folder / "weights.json").write_bytes(b"{ }"), "SHA-256"),
        (lambda folder: (folder / "weights.json").unlink(), "cannot be read"),
        (lambda folder: (folder / "MANIFEST.toml").write_text("[sha256]\n"), "does not list"),
        (lambda folder: (folder / "MANIFEST.toml").write_text("[sha256\n"), "not valid TOML"),
    ],
)
def test_any_other_is_refused_with_a_remedy(tmp_path, damage, expected):
    (tmp_path / "weights.json").write_bytes(b"{}")
    state_model_file("weights.json", tmp_path)
    damage(tmp_path)
    with pytest.raises(ModelError, match=expected) as caught:
        read_model_file("weights.json", tmp_path)
    assert "Reinstall" in str(caught.value)


@pytest.mark.parametrize("name", ["links/links.json", "links/pairing.json", "fidelity-linear/weights.json"])
def test_what_ships_is_what_the_manifest_states(name):
    assert read_model_file(name)
