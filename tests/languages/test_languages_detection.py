"""Telling languages apart, and the codes people write."""

import pytest

from auditor.core.document import Source
from auditor.languages import are_kin, detect_language, normalise_code, script_of
from auditor.languages import detection as module
from auditor.segment import detect_document_language

BY_LETTERS = [
    (
        "en",
        "The minister said on Sunday that the road to the north was closed and would not open.",
    ),
    ("ar", "قالت وزارة الداخلية إن المعبر الحدودي مع تركيا أعيد فتحه يوم الأحد بعد إغلاق دام ستة عشر يوما."),
    ("fa", "وزیر کشور گفت که گذرگاه مرزی با ترکیه روز یکشنبه پس از شانزده روز بازگشایی شد و پژوهشگران چنین گفتند."),
    ("ur", "وزیر داخلہ نے کہا کہ ترکی کے ساتھ سرحدی گزرگاہ اتوار کو سولہ دن کی بندش کے بعد دوبارہ کھول دی گئی ہے۔"),
    ("ckb", "وەزیری ناوخۆ ڕایگەیاند کە دەروازەی سنووری لەگەڵ تورکیا ڕۆژی یەکشەممە دوای شازدە ڕۆژ کرایەوە."),
    (
        "ru",
        "Министр внутренних дел заявил, что пункт пропуска на границе открыт вновь, грузы пошли; это было решено днём.",
    ),
    (
        "uk",
        "Міністр внутрішніх справ заявив, що пункт пропуску на кордоні з Туреччиною знову відкрито для вантажівок.",
    ),
    ("zh", "伊拉克重新开放边境口岸"),
    ("ja", "イラクが国境検問所を再開した"),
    ("ko", "이라크 국경 다시 열어"),
    ("el", "Άνοιξαν τα σύνορα"),
    ("he", "המעבר נפתח מחדש"),
    ("th", "เปิดด่านชายแดนอีกครั้ง"),
    ("km", "បើកច្រកព្រំដែនឡើងវិញ"),
    ("hy", "Սահմանը բացվել է"),
    ("ka", "საზღვარი გაიხსნა"),
]


@pytest.mark.parametrize(("language", "text"), BY_LETTERS)
def test_letters_tell_without_the_model(language, text, monkeypatch):
    def unwanted():
        raise AssertionError("py3langid was asked")

    monkeypatch.setattr(module, "_identifier", unwanted)
    assert detect_language(text).language == language


BY_MODEL = [
    ("de", "Der Minister sagte am Sonntag, dass die Straße nach Norden geschlossen ist und wochenlang nicht öffnet."),
    ("tr", "Bakan pazar günü yaptığı açıklamada kuzeye giden yolun kapandığını ve haftalarca açılmayacağını söyledi."),
    ("hi", "मंत्री ने रविवार को कहा कि उत्तर की ओर जाने वाली सड़क बंद है और हफ्तों तक नहीं खुलेगी।"),
    ("kk", "Министр жексенбі күні солтүстікке баратын жол жабылғанын және бірнеше апта бойы ашылмайтынын айтты."),
]


@pytest.mark.parametrize(("language", "text"), BY_MODEL)
def test_the_model_tells_the_rest(language, text):
    found = detect_language(text)
    assert found.language == language
    assert found.confidence > 0.9


@pytest.mark.parametrize("text", ["", "12.5", "Reuters", "OK", "— 2018 —"])
def test_short_texts_are_undetermined(text):
    assert detect_language(text).language == "und"


def test_candidates_limit_the_answer():
    text = "Der Minister sagte am Sonntag, dass die Straße nach Norden geschlossen ist."
    assert detect_language(text, frozenset({"de", "nl"})).language == "de"
    assert detect_language(text, frozenset({"nl", "sv"})).confidence < 0.5


def test_script_of():
    assert script_of("abc где где где") == "CYRILLIC"
    assert script_of("12") == ""


def test_a_declared_language_gives_way_to_clear_text():
    german = "Der Minister sagte am Sonntag, dass die Straße nach Norden wochenlang geschlossen bleibt."
    assert detect_document_language(Source("a", german, "file", "", language="en")).language == "de"
    assert detect_document_language(Source("a", "Tore!", "file", "", language="de")).language == "de"


CODES = [
    ("ara", "ar"), ("zho-CN", "zh"), ("fra_CA", "fr"), ("pt-BR", "pt"), ("eng", "en"), ("iw", "he"), ("English", "en"),
    ("nob", "no"), ("zh-Hant-TW", "zh"), ("ckb-Arab", "ckb"), ("jp", "ja"), ("es-419", "es"), ("fil", "tl"),
    ("x", None), ("news", None), ("0412", None), ("the", None), ("und", None), ("", None), ("foo", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), CODES)
def test_codes(text, code):
    assert normalise_code(text) == code


def test_close_languages():
    assert are_kin("hr", "sr")
    assert are_kin("en", "en")
    assert not are_kin("de", "fr")
