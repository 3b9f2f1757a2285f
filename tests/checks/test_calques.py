"""The lists of idioms that engines translate word for word."""

from __future__ import annotations

import time

import pytest

from auditor.checks import find_check
from auditor.checks.subject import Subject
from auditor.checks.terminology.calques import calque_languages, idioms
from auditor.core.document import Source
from auditor.facts import extract_facts
from auditor.languages import get_language, known_languages
from auditor.segment import segment


def found(text, language):
    record = get_language(language)
    document = segment(Source("a", text, "file", "", language=language), record)
    check = find_check("calque")()
    return [finding.excerpt for finding in check.findings(Subject(document, record, extract_facts(document, record)))]


@pytest.mark.parametrize("language", sorted(calque_languages()))
def test_every_list_is_long_enough_and_its_wordings_are_its_own(language):
    known = idioms(language)
    assert language in known_languages()
    assert len(known) >= 10
    assert len({idiom.wording.pattern for idiom in known}) == len(known)
    for idiom in known:
        assert not idiom.wording.search(idiom.instead), idiom.instead
        assert not idiom.wording.fullmatch("")


@pytest.mark.parametrize(
    ("language", "text", "wording"),
    [
        ("es", "Ese dato es un arenque rojo, dijo.", "arenque rojo"),
        ("it", "È piovuto cani e gatti? No: pioveva cani e gatti.", "pioveva cani e gatti"),
        ("tr", "Bu olay mavi ayda bir olur.", "mavi ayda bir"),
        ("ja", "彼は、それは赤いニシンだと述べた。", "赤いニシン"),
        ("hi", "यह तो लाल हेरिंग है।", "लाल हेरिंग"),
        ("he", "הוא אמר שזה ההרינג האדום של החקירה.", "ההרינג האדום"),
        ("uk", "Він сказав, що це червоний оселедець.", "червоний оселедець"),
    ],
)
def test_wordings_are_found_in_their_inflections(language, text, wording):
    assert wording in found(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [("de", "Die Band heißt Roter Hahn."), ("zh", "现在天气下降到零度。"), ("es", "Viven bajo el clima actual.")],
)
def test_things_themselves_are_left_alone(language, text):
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("language", "piece"), [("de", "unter dem wetter fühl "), ("fr", "pleut des chats et "), ("ar", "قطعة من ")]
)
def test_a_long_line_takes_linear_time(language, piece):
    text = piece * (200_000 // len(piece))
    started = time.process_time()
    for idiom in idioms(language):
        list(idiom.wording.finditer(text))
    assert time.process_time() - started < 5
