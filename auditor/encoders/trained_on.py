"""The languages the bundled models were trained on, as ISO 639-1 codes."""

from __future__ import annotations


def _codes(text: str) -> frozenset[str]:
    return frozenset(text.split())


USE_LANGUAGES = _codes("ar de en es fr it ja ko nl pl pt ru th tr zh")
"""USE-multilingual v3's sixteen: its model card counts Chinese twice, for its two scripts."""

E5_LANGUAGES = _codes(
    "af am ar as az be bg bn br bs ca cs cy da de el en eo es et eu fa fi fr fy ga gd gl gu ha he hi hr hu hy id is it "
    "ja jv ka kk km kn ko ku ky la lo lt lv mg mk ml mn mr ms my ne nl no om or pa pl ps pt ro ru sa sd si sk sl so sq "
    "sr su sv sw ta te th tl tr ug uk ur uz vi xh yi zh"
)
"""multilingual-e5-small's: those of XLM-R, from which its vocabulary and first weights come."""


def primary_code(language: str) -> str:
    """`zh` of `zh-Hant`, `pt` of `pt_BR`."""
    return language.replace("_", "-").partition("-")[0].lower()
