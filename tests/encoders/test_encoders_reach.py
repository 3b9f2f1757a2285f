"""The table of measured languages, what is said of it, and how it is written."""

from __future__ import annotations

import pytest
import reach_table
from ntrex_codes import ntrex_tags

from auditor.encoders import choose_encoder, reach, trust
from auditor.encoders.reach import all_reach, reach_of
from auditor.encoders.trust import caution

TABLE = """
[am]
name = "Amharic"
e5 = { retrieval = 0.911 }
use = { retrieval = 0.094, alignment = 0.150 }

[id]
name = "Indonesian"
use = { retrieval = 0.720, alignment = 0.800 }

[ms]
name = "Malay"
e5 = { retrieval = 0.940 }
use = { retrieval = 0.940 }

[no]
name = "Norwegian Bokmål"
use = { retrieval = 0.501 }

[sr-Cyrl]
name = "Serbian in Cyrillic"
use = { retrieval = 0.710 }

[sr-Latn]
name = "Serbian in Latin script"
use = { retrieval = 0.610 }
"""


@pytest.fixture
def table(tmp_path, monkeypatch):
    """A small table in place of the real one."""
    path = tmp_path / "reach.toml"
    path.write_text(TABLE, encoding="utf-8")
    monkeypatch.setattr(reach, "REACH_FILE", path)
    monkeypatch.setattr(reach_table, "REACH_FILE", path)
    reach._table.cache_clear()
    yield path
    reach._table.cache_clear()


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("am", "am"),
        ("am_ET", "am"),
        ("nb", "no"),
        ("nb-NO", "no"),
        ("in", "id"),
        ("sr", "sr-Latn"),
        ("sr-cyrl", "sr-Cyrl"),
        ("sr_Latn", "sr-Latn"),
        ("xx", None),
        ("und", None),
    ],
)
def test_lookup(table, language, tag):
    found = reach_of(language)
    assert (found and found.tag) == tag


@pytest.mark.parametrize(
    ("encoder", "language", "words"),
    [
        ("e5", "am", "dependable: the right translation is found among 1,007 sentences of English news for 91 of 100"),
        ("use", "am", "not to be trusted: "),
        ("use", "am", "about 15 of 100 sentence matches are right"),
        ("use", "id", "usable with care: "),
        ("e5", "id", "not measured (it was trained on this language)"),
        ("use", "gn", "not measured (it was not trained on this language)"),
        ("hub:some/model", "gn", "not measured"),
    ],
)
def test_trust_in_words(table, encoder, language, words):
    assert words in trust.trust(encoder, language)


@pytest.mark.parametrize(
    ("encoder", "language", "kind"),
    [
        ("use", "am", "language-out-of-reach"),
        ("e5", "am", None),
        ("use", "id", None),
        ("e5", "id", "language-not-measured"),
        ("e5", "gn", "language-not-measured"),
        ("e5", "en", None),
        ("use", "en-GB", None),
        ("e5", "und", None),
        ("hash", "am", None),
        ("hub:some/model", "gn", None),
    ],
)
def test_caution(table, encoder, language, kind):
    told = caution(encoder, language)
    assert (told and told.kind) == kind
    assert told is None or language in told.message


@pytest.mark.parametrize(
    ("languages", "name", "words"),
    [
        (("de", "en"), "use", "all languages are among its 16"),
        (("ms", "en"), "use", "as well as e5 there: Malay (.940 against .940)"),
        (("ms_MY", "de"), "use", "Malay"),
        (("am", "en"), "e5", "not among the 16 languages of use: am"),
        (("ms", "am"), "e5", "not among the 16 languages of use: am"),
        (("id", "en"), "e5", "id"),
        (("gn", "en"), "e5", "gn"),
    ],
)
def test_use_is_taken_where_it_was_measured_to_do_no_worse(table, languages, name, words):
    choice = choose_encoder(languages)
    assert (choice.name, choice.fallback) == (name, False)
    assert words in choice.reason


def test_figures_are_added_and_the_rest_kept(table):
    before = reach_table.read_table()
    after = before.with_figures("am", "Amharic", "e5", {"alignment": 0.87654}).with_figures(
        "yo", "Yoruba", "use", {"retrieval": 0.3}
    )
    reach_table.write_table(after)
    reach._table.cache_clear()
    amharic, yoruba = reach_of("am"), reach_of("yo")
    assert amharic.figures["e5"] == reach.Figures(0.911, 0.877)
    assert amharic.figures["use"] == reach.Figures(0.094, 0.15)
    assert yoruba.figures == {"use": reach.Figures(0.3)}
    assert [one.tag for one in all_reach()] == ["am", "id", "ms", "no", "sr-Cyrl", "sr-Latn", "yo"]


def test_the_shipped_table_covers_every_language_measured():
    shipped = {one.tag: one for one in all_reach()}
    assert {tag: one.name for tag, one in shipped.items()} == dict(ntrex_tags().values())
    figures = [f for one in shipped.values() for f in one.figures.values()]
    assert all(0 <= f.retrieval <= 1 and (f.alignment is None or 0 <= f.alignment <= 1) for f in figures)
    assert all({"use", "e5"} == one.figures.keys() for one in shipped.values())
    assert shipped["de"].figures["use"].retrieval > 0.95 > 0.2 > shipped["he"].figures["use"].retrieval
