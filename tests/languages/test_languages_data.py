"""Every language's data file, and page furniture."""

import pytest

from auditor.errors import ConfigError
from auditor.languages import get_language, is_page_furniture, known_languages
from auditor.languages.language import Language

CODES = (
    "ar fa he ur en de es fr it pt nl sv da no fi is pl cs sk sl hr sr bg uk ru mk ro hu el tr az ka hy et lv lt hi bn"
    " ta te th vi id ms sw zh ja ko km my am ps ckb so"
)
ASKED = CODES.split()


def test_the_promised_languages_are_there():
    assert set(ASKED) <= set(known_languages())


@pytest.mark.parametrize("code", known_languages())
def test_a_data_file_is_complete_and_sane(code):
    language = get_language(code)
    assert language.complete
    assert language.name[0].isupper()
    assert language.quotes
    assert all(len(pair.open) == len(pair.close) == 1 for pair in language.quotes)
    assert len(set(language.quotes)) == len(language.quotes)
    assert len(language.decimal) == 1
    assert language.decimal not in language.grouping
    assert len(language.residue) >= 15
    for words in (language.abbreviations, language.doubled_words, language.residue):
        assert all(word == word.casefold().strip() != "" for word in words)
    assert all(word.endswith(".") for word in language.abbreviations)
    assert all(not any(map(str.isspace, word)) for word in language.doubled_words)
    assert "." in language.sentence_ends or language.sentence_ends


@pytest.mark.parametrize(
    ("code", "base"), [("zh-Hans", "zh"), ("pt_BR", "pt"), ("nb", "no"), ("nn-NO", "no"), ("iw", "he")]
)
def test_variants_share_a_record(code, base):
    assert get_language(code) is get_language(base)


def test_an_unknown_language_claims_nothing():
    language = get_language("qqq")
    assert not language.complete
    assert language.verbless_ok
    assert language.residue == ()


def test_a_data_file_that_does_not_fit_is_named(monkeypatch, tmp_path):
    (tmp_path / "qy.toml").write_text('name = "Q"\nscript = "Latn"\nquote = []\n')
    monkeypatch.setattr("auditor.languages.language._data", lambda: tmp_path)
    with pytest.raises(ConfigError, match=r"qy\.toml"):
        get_language("qy")


FURNITURE = [
    ("en", "Share this article"), ("en", "ADVERTISEMENT"), ("en", "Facebook Twitter WhatsApp"), ("en", "* * *"),
    ("en", "Updated: 2025-02-11 21:40 Font size: A A A"), ("en", "Read more: Rain hits the south"), ("en", "A A A"),
    ("en", "12:04"), ("en", "2024-11-03 12:04 GMT"),
    ("en", "https://example.com/a"), ("en", "© 2024 Example Media"),
    ("en", "Print | Share | Comments"), ("en", "ad"),
    ("ar", "شارك هذا المقال عبر فيسبوك"), ("zh", "分享到：微信 微博"),
    ("ru", "Читайте также: В Любляне подорожал проезд"),
    ("es", "Compartir en Facebook | Imprimir"), ("ja", "続きを読む"),
]  # fmt: skip
PROSE = [
    ("en", "Share prices fell on Monday."), ("en", "He asked readers to read more about the dam."),
    ("en", "Comments were made"),
    ("en", "Updated figures show that 300 people died"), ("en", "Read more books, the minister told 200 children."),
    ("en", "Photo finish decides the race"), ("zh", "分享经济正在改变城市"), ("ja", "更新された計画"),
    ("de", "Teilen ist das neue Haben"), ("en", "4-2 on penalties"), ("ar", "إعلان حالة الطوارئ في المدينة"),
    ("de", "Stand der Dinge in Berlin"), ("en", "Print media in crisis"), ("ru", "Реклама дорожает"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "line"), FURNITURE)
def test_page_furniture_is_known(code, line):
    assert is_page_furniture(line, get_language(code))


@pytest.mark.parametrize(("code", "line"), PROSE)
def test_prose_is_no_furniture(code, line):
    assert not is_page_furniture(line, get_language(code))


def test_a_language_made_in_memory_works():
    language = Language(code="en", name="E", script="Latn", residue=("klick mich",))
    assert is_page_furniture("Klick mich!", language)
