"""Pairing by content inside an audit: many articles, chunks, progress."""

import pytest
from stories import HARBOUR, HARBOUR_ELSEWHERE, ORCHARD

from auditor.audit import pairing
from auditor.audit.articles import document_of
from auditor.audit.pairing import pair_documents
from auditor.audit.roles import Roles
from auditor.audit.vectors import Encoders
from auditor.core.document import Source
from auditor.encoders import HashEncoder


def documents(*texts):
    return tuple(
        document_of(Source(f"{i}.txt", text, "file", f"{i}{hash(text)}", None, "en"), "en")
        for i, text in enumerate(texts)
    )


def pair(ours, theirs, told=None):
    roles = Roles(documents(*ours), documents(*theirs), {})
    progress = (lambda *step: told.append(step)) if told is not None else (lambda *_: None)
    return pair_documents(roles, Encoders.of(HashEncoder()), progress)


@pytest.mark.parametrize("together", [1, 2, 32])
def test_chunks_do_not_change_the_pairs(monkeypatch, together):
    monkeypatch.setattr(pairing, "ENCODED_TOGETHER", together)
    pairs, notices = pair([ORCHARD, HARBOUR, HARBOUR], [HARBOUR_ELSEWHERE, ORCHARD.replace("growers", "farmers")])
    assert {i: one.counterpart.id for i, one in pairs.items()} == {0: "1.txt", 1: "0.txt", 2: "0.txt"}
    assert notices == ()


def test_progress_counts_every_article():
    told = []
    pair([HARBOUR, ORCHARD], [HARBOUR_ELSEWHERE], told)
    assert told == [("pair", done, 3) for done in range(4)]


def test_what_has_no_partner_is_said():
    pairs, notices = pair([HARBOUR], [ORCHARD])
    assert pairs == {}
    assert [notice.kind for notice in notices] == ["no-counterpart", "unused-counterpart"]
