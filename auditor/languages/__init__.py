"""What differs from language to language, as data: one TOML file each, a fall-back by script for the rest."""

from auditor.languages.detection import Detected, detect_language, script_of
from auditor.languages.furniture import is_button_row, is_page_furniture
from auditor.languages.kinship import are_kin
from auditor.languages.language import DateWords, Language, NumberWords, QuotePair, get_language, known_languages
from auditor.languages.names import normalise_code
from auditor.languages.page_phrases import credit_words, fits_phrase, fold, is_credited

__all__ = [
    "DateWords",
    "Detected",
    "Language",
    "NumberWords",
    "QuotePair",
    "are_kin",
    "credit_words",
    "detect_language",
    "fits_phrase",
    "fold",
    "get_language",
    "is_button_row",
    "is_credited",
    "is_page_furniture",
    "known_languages",
    "normalise_code",
    "script_of",
]
