"""Whole audits with the hash encoder: what comes out of folders, files and bad input."""

import io

import pytest
from stories import HAFEN, HARBOUR, HARBOUR_ELSEWHERE, ORCHARD

from auditor.api import audit
from auditor.config import Settings
from auditor.core.alignment import Regime
from auditor.core.finding import Level
from auditor.encoders import HashEncoder
from auditor.errors import ConfigError, ModelError, UsageError
from auditor.fidelity import FidelityChoice


def run(*paths, **options):
    """The linear model has no calibration for the hash encoder: nothing is scored, whatever models are installed."""
    settings = Settings(**{"cache": False, "fidelity_model": "linear"} | options.pop("settings", {}))
    return audit(paths, settings=settings, encoder=HashEncoder(), **options)


@pytest.fixture
def folder(tmp_path):
    """Two English stories, each with another outlet's version, names scrambled."""
    for role in ("translation", "counterpart"):
        (tmp_path / role).mkdir()
    write(tmp_path / "translation" / "one.txt", HARBOUR)
    write(tmp_path / "translation" / "two.txt", ORCHARD)
    write(tmp_path / "counterpart" / "x.txt", ORCHARD.replace("growers said", "farmers said"))
    write(tmp_path / "counterpart" / "y.txt", HARBOUR_ELSEWHERE)
    return tmp_path


def write(path, text):
    path.write_text(text, encoding="utf-8")
    return path


def pairs(report):
    return {d.document.id: d.pair and (d.pair.counterpart.id, d.pair.paired_by) for d in report.documents}


def test_role_folders_are_paired_by_content(folder):
    assert pairs(run(folder)) == {
        "translation/one.txt": ("counterpart/y.txt", "content"),
        "translation/two.txt": ("counterpart/x.txt", "content"),
    }


def test_names_come_before_content(tmp_path):
    write(tmp_path / "harbour.de.txt", HAFEN)
    write(tmp_path / "harbour.en.txt", HARBOUR)
    assert pairs(run(tmp_path)) == {"harbour.de.txt": ("harbour.en.txt", "name")}


def test_moved_paragraphs_are_linked_across(folder):
    document = run(folder).documents[0]
    assert {(link.translation, link.counterpart) for link in document.alignment.links} >= {(1, 3), (2, 2), (3, 1)}
    assert document.alignment.regime is not Regime.PARALLEL
    segments = [i for bead in document.alignment.beads for i in bead.translation]
    assert sorted(segments) == list(range(len(document.document.segments)))


def test_an_unrelated_counterpart_is_not_paired(tmp_path):
    (tmp_path / "translation").mkdir()
    (tmp_path / "counterpart").mkdir()
    write(tmp_path / "translation" / "one.txt", HARBOUR)
    write(tmp_path / "counterpart" / "x.txt", ORCHARD)
    report = run(tmp_path)
    assert pairs(report) == {"translation/one.txt": None}
    assert {notice.kind for notice in report.notices} >= {"no-counterpart", "unused-counterpart"}
    assert not report.incomplete


def test_all_english_without_roles_is_audited_alone(tmp_path):
    write(tmp_path / "a.txt", HARBOUR)
    write(tmp_path / "b.txt", ORCHARD)
    report = run(tmp_path)
    assert pairs(report) == {"a.txt": None, "b.txt": None}
    assert [notice.kind for notice in report.notices] == ["no-roles"]


def test_one_counterpart_file_for_all(tmp_path):
    one = write(tmp_path / "a.txt", HARBOUR)
    other = write(tmp_path / "b.txt", HARBOUR_ELSEWHERE)
    assert pairs(run(one, counterpart=other)) == {"a.txt": ("b.txt", "argument")}


def test_a_manifest_decides(tmp_path):
    write(tmp_path / "a.txt", HARBOUR)
    write(tmp_path / "b.txt", HARBOUR_ELSEWHERE)
    write(tmp_path / "pairs.csv", "translation,counterpart\na.txt,b.txt\n")
    assert pairs(run(pairs=tmp_path / "pairs.csv")) == {"a.txt": ("b.txt", "manifest")}


def test_findings_are_ordered_and_fingerprinted(tmp_path):
    write(tmp_path / "a.txt", HARBOUR.replace("boats were", "boats were were").replace("a crane", "a a crane"))
    findings = run(tmp_path / "a.txt").findings
    assert [f.name for f in findings] == ["doubled-word", "doubled-word"]
    assert findings[0].span.start < findings[1].span.start
    assert len({f.fingerprint for f in findings}) == 2
    moved = write(tmp_path / "a.txt", "\n\n" + (tmp_path / "a.txt").read_text(encoding="utf-8"))
    assert [f.fingerprint for f in run(moved).findings] == [f.fingerprint for f in findings]


def test_selection(tmp_path):
    path = write(tmp_path / "a.txt", HARBOUR.replace("boats were", "boats were were"))
    assert run(path, settings={"ignore": ("doubled-word",)}).findings == ()
    assert [f.name for f in run(path, settings={"select": ("LNG",)}).findings] == ["doubled-word"]
    assert run(path, settings={"confidence": 1.0}).suppressed == 1
    with pytest.raises(UsageError, match="did you mean doubled-word"):
        run(path, settings={"select": ("double-word",)})
    with pytest.raises(ConfigError, match=r"\[checks.doubled-word\].*`speed`"):
        run(path, settings={"checks": {"doubled-word": {"speed": 3}}})


def test_equal_input_gives_an_equal_report(folder):
    assert run(folder).findings == run(folder).findings
    assert run(folder).signature == run(folder).signature


class TestBadInput:
    """Each is named with its remedy, and the other files are audited."""

    @pytest.fixture
    def good(self, tmp_path):
        return write(tmp_path / "good.txt", HARBOUR)

    @pytest.mark.parametrize(
        ("name", "content", "kind"),
        [
            ("empty.txt", b"", "empty"),
            ("blank.txt", b" \n\n", "empty"),
            ("binary.txt", b"\x00\x01\x02\xff" * 50, "binary"),
        ],
    )
    def test_a_bad_file_is_a_notice(self, tmp_path, good, name, content, kind):
        (tmp_path / name).write_bytes(content)
        report = run(tmp_path)
        assert pairs(report) == {"good.txt": None}
        [notice] = [n for n in report.notices if n.level is Level.INCOMPLETE]
        assert (notice.kind, notice.document) == (kind, name)
        assert name in notice.message
        assert report.incomplete

    def test_a_huge_file_is_not_read(self, tmp_path, good):
        with (tmp_path / "huge.txt").open("wb") as file:
            file.truncate(200_000_000)
        report = run(tmp_path)
        assert [n.kind for n in report.notices if n.level is Level.INCOMPLETE] == ["too-large"]
        assert len(report.documents) == 1

    def test_a_missing_path_among_others(self, tmp_path, good):
        report = run(good, tmp_path / "none.txt")
        assert len(report.documents) == 1
        assert [n.kind for n in report.notices if n.level is Level.INCOMPLETE] == ["missing"]

    def test_a_folder_with_nothing_to_audit(self, tmp_path):
        (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8")
        report = run(tmp_path)
        assert report.incomplete
        assert [n.kind for n in report.notices if n.level is Level.INCOMPLETE] == ["no-articles"]

    def test_a_counterpart_that_is_the_translation(self, good):
        with pytest.raises(UsageError, match="the translation itself"):
            run(good, counterpart=good)

    def test_a_counterpart_that_is_a_copy(self, tmp_path, good):
        copy = write(tmp_path / "copy.txt", HARBOUR)
        report = run(good, counterpart=copy)
        assert pairs(report) == {"good.txt": None}
        assert [n.kind for n in report.notices] == ["same-article"]

    def test_two_ways_to_say_the_counterpart(self, tmp_path, good):
        with pytest.raises(UsageError, match="give one of them"):
            run(good, counterpart=good, pairs=tmp_path / "pairs.csv")

    def test_a_symlink_loop_ends(self, tmp_path, good):
        (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
        assert len(run(tmp_path).documents) == 1

    def test_windows_1252_is_read_with_a_notice(self, tmp_path):
        path = tmp_path / "old.txt"
        path.write_bytes(HAFEN.encode("windows-1252"))
        report = run(path)
        assert "Behörde" in report.documents[0].document.text or "behörde" in report.documents[0].document.text
        assert [n.kind for n in report.notices] == ["encoding"]
        assert not report.incomplete


def test_standard_input(monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(HARBOUR.encode())))
    assert pairs(run("-")) == {"-": None}


def test_a_failing_check_loses_only_its_document(tmp_path, monkeypatch):
    from auditor.checks import find_check

    broken = find_check("doubled-word")
    original = broken.findings

    def findings(self, subject):
        if "frost" in subject.text:
            raise ZeroDivisionError("planted")
        return original(self, subject)

    monkeypatch.setattr(broken, "findings", findings)
    write(tmp_path / "a.txt", HARBOUR)
    write(tmp_path / "b.txt", ORCHARD)
    report = run(tmp_path)
    assert pairs(report) == {"a.txt": None}
    [notice] = [n for n in report.notices if n.level is Level.INCOMPLETE]
    assert (notice.kind, notice.document) == ("internal-error", "b.txt")
    assert "ZeroDivisionError: planted" in notice.message


def test_an_encoder_asked_for_by_name_must_be_there(tmp_path):
    path = write(tmp_path / "a.txt", HARBOUR)
    with pytest.raises(UsageError, match="no-such-folder"):
        audit([path], settings=Settings(cache=False, encoder=str(tmp_path / "no-such-folder")))


def test_without_models_the_rest_is_still_checked(folder, monkeypatch):
    def missing(encoder, models, model, **given):
        raise ModelError("weights.json: missing. Reinstall.")

    monkeypatch.setattr("auditor.audit.judge.load_scorer", missing)
    write(folder / "translation" / "one.txt", HARBOUR.replace("a crane", "a a crane"))
    report = run(folder)
    assert [f.name for f in report.findings] == ["doubled-word"]
    assert {n.kind for n in report.notices} == {"not-compared"}
    assert report.incomplete


def test_a_fidelity_model_that_could_not_run_is_told_of(folder, monkeypatch):
    choice = FidelityChoice(None, "e5 is not installed", fallback=True)
    monkeypatch.setattr("auditor.audit.judge.choose_fidelity", lambda asked, models: choice)
    assert ("fidelity-fallback", "e5 is not installed") in {(n.kind, n.message) for n in run(folder).notices}


def test_a_fidelity_model_asked_for_by_name_must_be_there(tmp_path):
    write(tmp_path / "a.txt", HARBOUR)
    with pytest.raises(UsageError, match="no-such-folder"):
        run(tmp_path, settings={"fidelity_model": "./no-such-folder"})


def test_a_file_name_that_is_no_utf8_loses_nothing(tmp_path):
    write(tmp_path / "b\udcff.txt", HARBOUR.replace("a crane", "a a crane"))
    write(tmp_path / "c.txt", ORCHARD)
    report = run(tmp_path)
    assert len(report.documents) == 2
    assert [f.name for f in report.findings] == ["doubled-word"]


def test_a_given_language_is_that_of_the_translations_only(tmp_path):
    for code, text in (("de", HAFEN), ("en", HARBOUR)):
        (tmp_path / code).mkdir()
        write(tmp_path / code / "x.txt", text)
    report = run(tmp_path, settings={"language": "nl"})
    assert pairs(report) == {"de/x.txt": ("en/x.txt", "name")}
    assert report.documents[0].document.language == "nl"
    assert report.documents[0].pair.counterpart.language == "en"


def test_equal_names_pair_whatever_the_counterpart_s_folder_is_called(tmp_path):
    for folder, text in (("mt", HARBOUR), ("src", HARBOUR_ELSEWHERE)):
        (tmp_path / folder).mkdir()
        write(tmp_path / folder / "x.txt", text)
    report = run(tmp_path / "mt", counterpart=tmp_path / "src")
    assert pairs(report) == {"x.txt": ("src/x.txt", "name")}


def test_a_folder_of_translations_alone_is_audited_whole(folder):
    report = run(folder / "translation")
    assert pairs(report) == {"one.txt": None, "two.txt": None}
    assert report.notices == ()


def test_a_folder_inside_another_is_read_once(folder):
    report = run(folder, folder / "translation")
    assert len(report.documents) == 2
    assert not report.incomplete


def test_a_missing_counterpart_in_a_manifest_is_one_row_s_trouble(tmp_path):
    write(tmp_path / "a.txt", HARBOUR)
    write(tmp_path / "b.txt", ORCHARD)
    write(tmp_path / "pairs.csv", "translation,counterpart\na.txt,none.txt\nb.txt,\n")
    report = run(pairs=tmp_path / "pairs.csv")
    assert pairs(report) == {"a.txt": None, "b.txt": None}
    assert [(n.kind, n.document) for n in report.notices if n.level is Level.INCOMPLETE] == [("missing", "none.txt")]


def test_hidden_findings_count_in_the_penalty(tmp_path):
    path = write(tmp_path / "a.txt", HARBOUR.replace("a crane", "a a crane"))
    all_shown, hidden = run(path), run(path, settings={"severity": "major"})
    assert hidden.findings == ()
    assert hidden.documents[0].penalty == all_shown.documents[0].penalty > 0


def test_an_earlier_report_in_the_folder_is_no_article(tmp_path):
    from auditor.reports import Format, render

    write(tmp_path / "a.txt", HARBOUR)
    write(tmp_path / "report.html", render(run(tmp_path), Format.HTML))
    report = run(tmp_path)
    assert pairs(report) == {"a.txt": None}
    assert [(n.kind, n.document) for n in report.notices] == [("own-report", "report.html")]


def test_a_line_or_two_is_not_paired_by_content(tmp_path):
    for role, text in (("translation", "Hello there.\n"), ("counterpart", "Hello there, you.\n")):
        (tmp_path / role).mkdir()
        write(tmp_path / role / f"{role[0]}.txt", text)
    assert pairs(run(tmp_path)) == {"translation/t.txt": None}
