"""Models that several runs share: the same answers, less work, nothing carried from run to run."""

import threading

import pytest
from stories import HAFEN, HARBOUR, HARBOUR_ELSEWHERE, ORCHARD

from auditor.audit.models import Models, SharedScorer
from auditor.audit.request import Request
from auditor.audit.run import run_audit
from auditor.audit.turns import Turns
from auditor.audit.watched import PAIRS_A_PIECE, TEXTS_A_PIECE, WatchedEncoder, WatchedScorer
from auditor.config import Settings
from auditor.core.score import SegmentScore
from auditor.encoders import HashEncoder
from auditor.fidelity import TextPair

SETTINGS = Settings(encoder="hash", fidelity_model="linear", cache=False)


class Counting:
    """A scorer that says how long the translation is, and counts what it is asked."""

    signature, suspicious = "fidelity:counting", None

    def __init__(self):
        self.asked = []

    def score(self, pairs):
        self.asked += pairs
        return [SegmentScore(len(pair.translation), 0, 0) for pair in pairs]


def pairs_of(*texts):
    return [TextPair(text, "x", "de", "en") for text in texts]


def silent(*_):
    """Nobody watches."""


@pytest.fixture
def desk(tmp_path):
    for name, text in [("hafen.de.txt", HAFEN), ("hafen.en.txt", HARBOUR), ("other.en.txt", HARBOUR_ELSEWHERE)]:
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_shared_models_give_the_same_report(desk):
    request = Request((desk / "hafen.de.txt",), desk / "hafen.en.txt", settings=SETTINGS)
    alone = run_audit(request, silent)
    with Models(SETTINGS) as models:
        told = []
        assert run_audit(request, silent, models=models) == alone
        assert run_audit(request, silent, models=models, detail=lambda *step: told.append(step)) == alone
    stages = list(dict.fromkeys(stage for stage, _, _ in told))
    assert stages == ["facts", "encode", "align", "check"]
    assert all(0 <= done <= total for _, done, total in told)


def test_notices_of_one_run_are_not_those_of_the_next(desk):
    (desk / "alone.en.txt").write_text(ORCHARD, encoding="utf-8")
    with Models(SETTINGS) as models:
        compared = run_audit(
            Request((desk / "hafen.de.txt",), desk / "hafen.en.txt", settings=SETTINGS), silent, models=models
        )
        alone = run_audit(Request((desk / "alone.en.txt",), settings=SETTINGS), silent, models=models)
    assert {notice.kind for notice in compared.notices} >= {"no-calibration"}
    assert alone.notices == ()


def test_scores_are_kept_and_the_oldest_make_room():
    inner = Counting()
    scorer = SharedScorer(inner, Turns(), limit=3)
    assert [score.fidelity for score in scorer.score(pairs_of("a", "bb", "a"))] == [1, 2, 1]
    assert inner.asked == pairs_of("a", "bb")
    scorer.score(pairs_of("bb", "ccc"))
    assert inner.asked == pairs_of("a", "bb", "ccc")
    assert [score.fidelity for score in scorer.score(pairs_of("dddd", "a", "eeeee", "ffffff"))] == [4, 1, 5, 6]
    inner.asked.clear()
    scorer.score(pairs_of("ffffff", "a"))
    assert inner.asked == pairs_of("a")


def test_watched_models_work_in_pieces_and_give_the_same():
    texts = [f"Sentence {i}." for i in range(2 * TEXTS_A_PIECE + 1)]
    told = []
    watched = WatchedEncoder(HashEncoder(), "encode", lambda *step: told.append(step))
    assert (watched.encode(texts) == HashEncoder().encode(texts)).all()
    assert watched.encode([]).shape == (0, HashEncoder().dimensions)
    assert [done for _, done, _ in told[:4]] == [0, TEXTS_A_PIECE, 2 * TEXTS_A_PIECE, len(texts)]
    told.clear()
    pairs = pairs_of(*texts[: PAIRS_A_PIECE + 1])
    scorer = WatchedScorer(Counting(), "score", lambda *step: told.append(step))
    assert scorer.score(pairs) == Counting().score(pairs)
    scorer.score(pairs[:1])
    assert told[-1] == ("score", len(pairs) + 1, len(pairs) + 1)


def test_threads_share_one_scorer():
    inner = Counting()
    scorer = SharedScorer(inner, Turns())
    found = []
    texts = ["x" * i for i in range(1, 30)]
    threads = [threading.Thread(target=lambda: found.append(scorer.score(pairs_of(*texts)))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all([score.fidelity for score in scores] == list(range(1, 30)) for scores in found)
    assert len(inner.asked) == 29


def test_warming_up_reads_the_weights_though_the_vector_is_known(monkeypatch):
    calls = []
    encode = HashEncoder.encode
    monkeypatch.setattr(HashEncoder, "encode", lambda self, texts: calls.append(list(texts)) or encode(self, texts))
    with Models(SETTINGS) as models:
        models.encoders().for_languages(("en",)).encode(["Good morning."])
        models.warm_up(("en",))
    assert calls == [["Good morning."]] * 2
