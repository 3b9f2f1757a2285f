from __future__ import annotations

import re

import pytest

from auditor.languages import (
    credit_words,
    fits_phrase,
    get_language,
    is_button_row,
    is_credited,
    is_page_furniture,
    known_languages,
)

SLOTS = {"network", "number", "title", "name", "agency", "more"}


@pytest.mark.parametrize("code", known_languages())
def test_every_slot_is_known_and_every_phrase_fits_itself(code):
    language = get_language(code)
    filled = {"network": "Telegram", "number": "5", "title": "The Bridge", "name": "AFP", "agency": "AFP", "more": ""}
    for entry in language.residue:
        assert set(re.findall(r"\{(\w*)\}", entry)) <= SLOTS
        if "{" in entry:
            assert fits_phrase(entry.format(**filled), language), entry


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Follow us on Telegram and X for the latest news!", "en"),
        ("Photo: R. Tudor/Getty Images", "en"),
        ("We use cookies to improve your visit. By going on, you agree.", "en"),
        ("Page 2 of 5", "en"),
        ("Facebook'ta paylaş", "tr"),
        ("Jaa Facebookissa", "fi"),
        ("Megosztás a Facebookon", "hu"),
        ("Fot. Jan Kowalski / PAP", "pl"),
        ("Foto: Archiv", "de"),
        ("Xでシェア", "ja"),
        ("写真：ロイター", "ja"),
        ("사진=연합뉴스", "ko"),
        ("分享到微信", "zh"),
        ("תמונה: רויטרס", "he"),
        ("این خبر را در تلگرام به اشتراک بگذارید", "fa"),
        ("Читайте также: Россия и Китай подписали договор", "ru"),
        ("Подписывайтесь на наш Telegram-канал", "ru"),
        ("Partager cet article sur Facebook", "fr"),
        ("Foto ANSA", "it"),
        ("【関連記事】市長が辞任", "ja"),
        ("▶ 관련기사: 시장 사퇴", "ko"),
    ],
)
def test_lines_of_the_page(line, code):
    assert fits_phrase(line, get_language(code))
    assert is_page_furniture(line, get_language(code))


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Photo: the bridge after the flood hit the town", "en"),
        ("Share on Facebook has fallen sharply.", "en"),
        ("Page 2 of the report says that the bridge was sound.", "en"),
        ("Log in the river had blocked the bridge.", "en"),
        ("Telegram founder Pavel Durov spoke on Monday.", "en"),
        ("عکس: نمایی از پل قدیمی شهر پس از سیل", "fa"),
        ("写真：洪水で流された橋の跡を見る住民たち", "ja"),
        ("Поделиться в семье было нечем", "ru"),
        ("Foto einer Brücke", "de"),
        ("Wir teilen auf Facebook nichts, sagte sie.", "de"),
    ],
)
def test_prose_and_captions_are_none(line, code):
    assert not fits_phrase(line, get_language(code))
    assert not is_page_furniture(line, get_language(code))


def test_turkish_capitals():
    assert is_page_furniture("BİZİ TAKİP EDİN", get_language("tr"))


def test_a_row_of_buttons():
    english = get_language("en")
    assert is_button_row("Share on Facebook | X | WhatsApp | Copy link", english)
    assert not is_button_row("Copy link", english)
    assert not is_button_row("Paris | London | Rome", english)


@pytest.mark.parametrize(
    ("name", "code", "credited"),
    [
        ("R. Tudor/Università di Glanmor", "it", True),
        ("Anna van den Berg", "nl", True),
        ("una veduta della città", "it", False),
        ("علی رضایی", "fa", True),
        ("نمایی از پل قدیمی شهر", "fa", False),
        ("AFP", "ja", True),
        ("", "en", False),
    ],
)
def test_names_and_descriptions(name, code, credited):
    assert is_credited(name, get_language(code)) is credited


def test_credit_words_of_a_language_and_of_english():
    assert {"foto", "photo"} <= set(credit_words("it"))
