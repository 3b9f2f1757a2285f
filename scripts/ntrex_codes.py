"""NTREX's file codes: the language tag this project uses and the English name."""

from __future__ import annotations

_TABLE = """
afr af Afrikaans | amh am Amharic | arb ar Arabic | aze-Latn az Azerbaijani | bak ba Bashkir | bel be Belarusian
bem bem Bemba | ben bn Bengali | bod bo Tibetan | bos bs Bosnian | bul bg Bulgarian | cat ca Catalan | ces cs Czech
ckb-Arab ckb Sorani Kurdish | cym cy Welsh | dan da Danish | deu de German | div dv Dhivehi | dzo dz Dzongkha
ell el Greek | eng-GB en-GB British English | eng-IN en-IN Indian English | eng-US en-US American English
est et Estonian | eus eu Basque | ewe ee Ewe | fao fo Faroese | fas fa Persian | fij fj Fijian | fil tl Filipino
fin fi Finnish | fra fr French | fra-CA fr-CA Canadian French | fuc fuc Pulaar | gle ga Irish | glg gl Galician
guj gu Gujarati | hau ha Hausa | heb he Hebrew | hin hi Hindi | hmn hmn Hmong | hrv hr Croatian | hun hu Hungarian
hye hy Armenian | ibo ig Igbo | ind id Indonesian | isl is Icelandic | ita it Italian | jpn ja Japanese
kan kn Kannada
kat ka Georgian | kaz kk Kazakh | khm km Khmer | kin rw Kinyarwanda | kir ky Kyrgyz | kmr ku Kurmanji Kurdish
kor ko Korean | lao lo Lao | lav lv Latvian | lit lt Lithuanian | ltz lb Luxembourgish | mal ml Malayalam
mar mr Marathi | mey mey Hassaniya Arabic | mkd mk Macedonian | mlg mg Malagasy | mlt mt Maltese | mon mn Mongolian
mri mi Maori | msa ms Malay | mya my Burmese | nde nd Northern Ndebele | nep ne Nepali | nld nl Dutch
nno nn Norwegian Nynorsk | nob no Norwegian Bokmål | nso nso Northern Sotho | nya ny Chichewa | orm om Oromo
pan pa Punjabi | pol pl Polish | por pt European Portuguese | por-BR pt-BR Brazilian Portuguese | prs fa-AF Dari
pus ps Pashto | ron ro Romanian | rus ru Russian | shi shi Tashelhiyt | sin si Sinhala | slk sk Slovak
slv sl Slovenian | smo sm Samoan | sna-Latn sn Shona | snd-Arab sd Sindhi | som so Somali | spa es Spanish
spa-MX es-MX Mexican Spanish
sqi sq Albanian | srp-Cyrl sr-Cyrl Serbian in Cyrillic | srp-Latn sr-Latn Serbian in Latin script | ssw ss Swati
swa sw Swahili | swe sv Swedish | tah ty Tahitian | tam ta Tamil | tat tt Tatar | tel te Telugu | tgk-Cyrl tg Tajik
tha th Thai | tir ti Tigrinya | ton to Tongan | tsn tn Tswana | tuk tk Turkmen | tur tr Turkish | uig ug Uyghur
ukr uk Ukrainian | urd ur Urdu | uzb uz Uzbek | ven ve Venda | vie vi Vietnamese | wol wo Wolof | xho xh Xhosa
yor yo Yoruba | yue yue Cantonese | zho-CN zh-Hans Simplified Chinese | zho-TW zh-Hant Traditional Chinese
zul zu Zulu
"""


def ntrex_tags() -> dict[str, tuple[str, str]]:
    """`{file code: (tag, name)}`, English itself left out; Norwegian's written forms and Dari stand apart."""
    entries = (entry.strip().split(maxsplit=2) for entry in _TABLE.replace("\n", "|").split("|") if entry.strip())
    return {code: (tag, name) for code, tag, name in entries}
