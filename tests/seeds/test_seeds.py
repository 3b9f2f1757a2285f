"""The sample articles: gold that fits its texts, and one pair audited with a real encoder."""

import json

import pytest
from benchmark_seeds import FLOORS, GOLD, gold_digest, locate, passage

from auditor.api import audit
from auditor.audit.articles import load_file
from auditor.checks import find_check
from auditor.config import Settings, seeds_folder

SEEDS = seeds_folder()
PAIRS = sorted((SEEDS / "gold").glob("*.json"))


def _document(name, language):
    [document] = load_file(SEEDS / name, name, Settings(), language).documents
    return document


@pytest.mark.parametrize("path", PAIRS, ids=lambda path: path.stem)
def test_the_gold_fits_its_texts(path):
    gold = json.loads(path.read_text(encoding="utf-8"))
    ours = _document(gold["translation"], gold["language"])
    theirs = _document(gold["counterpart"], gold["counterpart_language"])
    for row in gold["findings"]:
        find_check(row["check"])
        assert locate(ours, row["at"], row.get("occurrence", 1))
    for row in gold["clean"]:
        assert locate(ours, row["at"], row.get("occurrence", 1))
    linked = {passage(ours, row["translation"]) for row in gold["links"]}
    alone = {passage(ours, start) for start in gold["not_in_counterpart"]}
    assert linked | alone == set(range(len(ours.passages)))
    assert not linked & alone
    linked = {passage(theirs, row["counterpart"]) for row in gold["links"]}
    alone = {passage(theirs, start) for start in gold["only_in_counterpart"]}
    assert linked | alone == set(range(len(theirs.passages)))


def test_every_check_is_planted_at_least_twice():
    planted = [row["check"] for path in PAIRS for row in json.loads(path.read_text(encoding="utf-8"))["findings"]]
    assert {name for name in planted if planted.count(name) < 2} == set()


def test_the_floors_were_set_on_this_gold():
    assert gold_digest(SEEDS) == GOLD
    assert set(FLOORS) == {"recall", "precision", "link_f1"}


def test_one_pair_from_end_to_end():
    """A comparable English pair with the bundled encoder `use`: what an editor would see first."""
    name = "border-crossing.en.txt"
    report = audit(
        [SEEDS / "translation" / name], counterpart=SEEDS / "counterpart" / name, settings=Settings(cache=False)
    )
    assert not report.incomplete
    [document] = report.documents
    assert document.pair.paired_by == "argument"
    assert document.alignment.regime.value == "comparable"
    assert 50 < document.score.fidelity < 80
    found = {finding.name for finding in report.findings}
    assert found >= {"web-residue", "split-sentence", "number-changed", "name-variant", "stray-quote", "adjacent-quotes"}
    assert report.signature.startswith("auditor:")
    assert "|encoder:use-" in report.signature
