"""House lists that lie beside the articles are used; a named one wins; a bad row is told with file and line."""

import pytest

from auditor.audit.house_lists import with_house_lists
from auditor.audit.selection import selected_checks
from auditor.checks.terminology.house_lists import read_terms
from auditor.config import Settings
from auditor.errors import ConfigError


def _terms(settings, name):
    return next(check for check in selected_checks(settings) if check.name == name).options.all_terms()


def test_a_list_in_the_audited_folder_or_beside_the_file_is_found(tmp_path):
    (tmp_path / "glossary.tsv").write_text("# house\nceasefire\t停火|休戰\tzh\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("x", encoding="utf-8")
    for path in (tmp_path, tmp_path / "a.txt"):
        (term,) = _terms(with_house_lists(Settings(), [path, "-"]), "glossary")
        assert (term.term, term.use, term.language) == ("ceasefire", ("停火", "休戰"), "zh")
    assert _terms(with_house_lists(Settings(), [tmp_path]), "forbidden-term") == ()


def test_a_list_named_in_the_settings_wins(tmp_path):
    (tmp_path / "forbidden.toml").write_text('[[terms]]\nterm = "a"\n', encoding="utf-8")
    named = Settings(checks={"forbidden-term": {"terms": [{"term": "b", "use": "c|d"}]}})
    (term,) = _terms(with_house_lists(named, [tmp_path]), "forbidden-term")
    assert (term.term, term.use) == ("b", ("c", "d"))
    assert _terms(with_house_lists(Settings(), [tmp_path]), "forbidden-term")[0].term == "a"


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("g.tsv", "good\tyes\n\n\tno term\n", "g.tsv, line 3"),
        ("g.tsv", "a\tb\tde\tmore\n", "g.tsv, line 1"),
        ("g.toml", "[[terms]]\nterm = 'a'\n[[terms]]\nuse = 'b'\n", "number 2: `term`"),
        ("g.toml", "term = 'a'\n", "expected nothing but"),
        ("g.toml", "terms = [", "not valid TOML"),
    ],
)
def test_a_bad_row_is_told_with_its_place(tmp_path, name, content, told):
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ConfigError, match=told) as error:
        read_terms(path)
    assert str(path) in str(error.value)


def test_a_missing_list_is_told(tmp_path):
    with pytest.raises(ConfigError, match=r"no\.tsv: cannot be read"):
        selected_checks(Settings(checks={"glossary": {"file": str(tmp_path / "no.tsv")}}))
