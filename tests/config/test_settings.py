"""Where settings come from and which source wins."""

import pytest

from auditor.config import Device, load_settings
from auditor.core.mqm import Severity
from auditor.errors import ConfigError


def test_defaults(tmp_path):
    settings = load_settings(tmp_path)
    assert settings.fail_on is Severity.MAJOR
    assert settings.encoder == "auto"


def test_the_closest_file_wins_whole(tmp_path):
    (tmp_path / "auditor.toml").write_text('encoder = "e5"\nfail-on = "minor"\n')
    inner = tmp_path / "news"
    inner.mkdir()
    (inner / "pyproject.toml").write_text('[tool.auditor]\nseverity = "minor"\n')
    settings = load_settings(inner)
    assert settings.severity is Severity.MINOR
    assert settings.encoder == "auto"
    assert settings.fail_on is Severity.MAJOR


def test_a_pyproject_without_a_section_is_passed_over(tmp_path):
    (tmp_path / "auditor.toml").write_text('encoder = "e5"\n')
    inner = tmp_path / "news"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert load_settings(inner).encoder == "e5"


def test_command_line_over_environment_over_file(tmp_path, monkeypatch):
    (tmp_path / "auditor.toml").write_text('encoder = "e5"\ndevice = "cuda"\nconfidence = 0.9\n')
    monkeypatch.setenv("AUDITOR_DEVICE", "cpu")
    monkeypatch.setenv("AUDITOR_CONFIDENCE", "0.8")
    monkeypatch.setenv("AUDITOR_SELECT", "LNG, name-variant")
    settings = load_settings(tmp_path, {"confidence": 0.7, "encoder": None})
    assert settings.encoder == "e5"
    assert settings.device is Device.CPU
    assert settings.confidence == 0.7
    assert settings.select == ("LNG", "name-variant")


def test_fail_on_none_is_written_as_a_word(tmp_path):
    (tmp_path / "auditor.toml").write_text('fail-on = "none"\n')
    assert load_settings(tmp_path).fail_on is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('encodr = "e5"\n', "did you mean `encoder`"),
        ("confidence = 2\n", "`confidence`"),
        ("confidence = \n", "not valid TOML"),
        ('severity = "awful"\n', "'awful'"),
    ],
)
def test_a_wrong_file_is_named_with_the_key(tmp_path, text, expected):
    (tmp_path / "auditor.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        load_settings(tmp_path)
    assert "auditor.toml" in str(caught.value)
    assert expected in str(caught.value)


@pytest.mark.parametrize("text", ["tool = 3\n", "[tool\n"])
def test_somebody_else_s_project_file_is_passed_over(tmp_path, text):
    (tmp_path / "pyproject.toml").write_text(text)
    assert load_settings(tmp_path).encoder == "auto"


def test_a_section_that_is_no_table_is_an_error(tmp_path):
    (tmp_path / "pyproject.toml").write_text("[tool]\nauditor = 3\n")
    with pytest.raises(ConfigError, match=r"pyproject.toml: `tool.auditor` is no table"):
        load_settings(tmp_path)


def test_a_wrong_environment_is_not_blamed_on_the_file(tmp_path, monkeypatch):
    (tmp_path / "auditor.toml").write_text('encoder = "e5"\n')
    monkeypatch.setenv("AUDITOR_CONFIDENCE", "5")
    with pytest.raises(ConfigError) as caught:
        load_settings(tmp_path)
    assert "auditor.toml" not in str(caught.value)
