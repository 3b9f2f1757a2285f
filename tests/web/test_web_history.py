"""What was done can be taken back, newest first, whatever window asks; decisions stay with their own error."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.audit.decisions import FILE
from auditor.errors import UsageError
from auditor.web.history import MOST, History, Splice, Step

TWINS = """Dam reopens after repairs

The ministry said that the the dam was opened on Sunday, after two weeks of work on its gates.

Farmers in the valley said they had waited for the the water since the spring, and thanked the engineers.
"""
AGAIN = "on Sunday"


@given(st.text(alphabet="ab\U0001f327", max_size=12), st.text(alphabet="ab\U0001f327", max_size=12))
def test_a_splice_is_the_way_there_and_back(before, after):
    splice = Splice.between(before, after)
    assert splice.taken_back(after) == before
    assert before[: splice.start] + splice.inserted + before[splice.start + len(splice.removed) :] == after
    assert len(splice.removed) <= len(before)


def test_the_oldest_steps_are_forgotten():
    history = History()
    assert history.newest is None
    for number in range(MOST + 3):
        history.add(Step(fingerprint=str(number)))
    assert len(history) == MOST
    history.drop()
    assert history.newest == Step(fingerprint=str(MOST + 1))


def begun(server, text=TWINS):
    url = server.begin(text)
    server.settled(url)
    return url


def twins(server, url):
    return [one for one in server.report(url)["findings"] if one["name"] == "doubled-word"]


def put(server, url, text, version, **more):
    return server.ask("PUT", f"{url}/translation", {"text": text, "version": version, **more})


def decide(server, url, fingerprint, decision, **more):
    return server.ask("POST", f"{url}/decisions", {"fingerprint": fingerprint, "decision": decision, **more})


def undo(server, url):
    reply = server.ask("POST", f"{url}/undo", {"version": server.json(url)["version"]})
    assert reply.status == 202, reply.text
    server.settled(url)
    return json.loads(reply.data)


def text(server, url):
    return server.ask("GET", f"{url}/download/translation").data.decode()


def lines(server, url):
    folder = server.audits.get(url.rpartition("/")[2]).translation.parent
    return [json.loads(line) for line in (folder / FILE).read_text("utf-8").splitlines()]


def test_everything_is_taken_back_newest_first(server):
    url = begun(server)
    first, second = twins(server, url)
    decide(server, url, second["fingerprint"], "dismissed", reason="a quotation")
    accepted = TWINS[: first["start"]] + "the" + TWINS[first["end"] :]
    put(server, url, accepted, 1, accepted=first["fingerprint"], shown=1)
    server.settled(url)
    put(server, url, accepted.replace(AGAIN, "on Monday"), 2)
    assert server.settled(url)["undoable"] == 3
    assert [one["decision"] for one in lines(server, url)] == ["dismissed", "accepted"]

    assert undo(server, url) == {"version": 4, "fingerprint": None}
    assert text(server, url) == accepted
    assert [one["state"] for one in twins(server, url)] == ["dismissed"]
    assert undo(server, url)["fingerprint"] == first["fingerprint"]
    assert text(server, url) == TWINS
    assert [one["state"] for one in twins(server, url)] == ["new", "dismissed"]
    assert undo(server, url) == {"version": 5, "fingerprint": second["fingerprint"]}
    assert [one["state"] for one in twins(server, url)] == ["new", "new"]
    assert server.json(url)["undoable"] == 0
    reply = server.ask("POST", f"{url}/undo", {"version": 5})
    assert (reply.status, "Nothing to undo" in reply.text) == (409, True)


def test_taking_back_brings_back_what_held_before(server):
    url = begun(server)
    fingerprint = twins(server, url)[0]["fingerprint"]
    decide(server, url, fingerprint, "confirmed", severity="critical", reason="it hurts")
    decide(server, url, fingerprint, "dismissed", reason="it does not")
    undo(server, url)
    assert (twins(server, url)[0]["state"], twins(server, url)[0]["severity"]) == ("confirmed", "critical")
    assert [one["reason"] for one in lines(server, url)] == ["it hurts", "it does not", "it hurts"]
    assert len({one["key"] for one in lines(server, url)}) == 1


@pytest.mark.parametrize("chosen", [0, 1])
def test_a_dismissal_does_not_jump_to_the_twin(server, chosen):
    url = begun(server)
    own, other = twins(server, url)[chosen], twins(server, url)[1 - chosen]
    decide(server, url, own["fingerprint"], "dismissed")
    put(server, url, TWINS[: other["start"]] + "the" + TWINS[other["end"] :], 1, accepted=other["fingerprint"], shown=1)
    server.settled(url)
    assert [one["state"] for one in twins(server, url)] == ["dismissed"]
    undo(server, url)
    put(server, url, TWINS[: own["start"]] + "the" + TWINS[own["end"] :], 3)
    server.settled(url)
    assert [one["state"] for one in twins(server, url)] == ["new"]


def test_a_decision_is_about_the_error_that_the_window_shows(server):
    url = begun(server)
    first, second = twins(server, url)
    put(server, url, TWINS[: first["start"]] + "the" + TWINS[first["end"] :], 1)
    server.settled(url)
    assert twins(server, url)[0]["fingerprint"] == first["fingerprint"]
    assert decide(server, url, second["fingerprint"], "dismissed", version=1).status == 200
    assert [one["state"] for one in twins(server, url)] == ["dismissed"]
    assert decide(server, url, first["fingerprint"], "dismissed", version=0).status == 409


def test_an_accepted_error_that_is_not_known_is_changed_all_the_same(server):
    url = begun(server)
    assert put(server, url, TWINS + "\nMore.\n", 1, accepted="0" * 16, shown=1).status == 202
    assert server.settled(url)["undoable"] == 1
    undo(server, url)
    assert text(server, url) == TWINS


@pytest.mark.parametrize(
    ("body", "status"),
    [({"version": 7}, 409), ({"version": "1"}, 400), ({"version": True}, 400), ({}, 400), ([], 400), (7, 400)],
)
def test_a_wrong_undo_is_refused(server, body, status):
    url = begun(server)
    decide(server, url, twins(server, url)[0]["fingerprint"], "dismissed")
    assert server.ask("POST", f"{url}/undo", body).status == status
    assert [one["state"] for one in twins(server, url)] == ["dismissed", "new"]


def failing(*_):
    raise OSError(28, "No space left on device")


def no_file(*_):
    raise UsageError("the decisions cannot be written")


def decided(server, url):
    folder = server.audits.get(url.rpartition("/")[2]).translation.parent
    return [one["decision"] for one in lines(server, url)] if (folder / FILE).exists() else []


@pytest.mark.parametrize(
    ("place", "failure"), [("editing.put_text", failing), ("deciding.append_decision", no_file)], ids=["text", "line"]
)
def test_what_cannot_be_written_leaves_all_as_it_was(server, monkeypatch, place, failure):
    url = begun(server)
    first = twins(server, url)[0]
    accepted = TWINS[: first["start"]] + "the" + TWINS[first["end"] :]
    sent = {"accepted": first["fingerprint"], "shown": 1}
    with monkeypatch.context() as patch:
        patch.setattr(f"auditor.web.{place}", failure)
        assert put(server, url, accepted, 1, **sent).status == 500
    assert (server.json(url)["version"], server.json(url)["undoable"]) == (1, 0)
    assert (text(server, url), decided(server, url)) == (TWINS, [])

    put(server, url, accepted, 1, **sent)
    server.settled(url)
    with monkeypatch.context() as patch:
        patch.setattr(f"auditor.web.{place}", failure)
        assert server.ask("POST", f"{url}/undo", {"version": 2}).status == 500
    assert (server.json(url)["version"], server.json(url)["undoable"]) == (2, 1)
    assert (text(server, url), decided(server, url)) == (accepted, ["accepted"])
    undo(server, url)
    assert (text(server, url), decided(server, url)) == (TWINS, ["accepted", "reopened"])


def test_an_acceptance_that_changes_nothing_is_taken_back(server):
    url = begun(server)
    fingerprint = twins(server, url)[0]["fingerprint"]
    put(server, url, TWINS, 1, accepted=fingerprint, shown=1)
    assert server.settled(url)["undoable"] == 1
    assert undo(server, url) == {"version": 2, "fingerprint": fingerprint}
    assert decided(server, url) == ["accepted", "reopened"]


@pytest.mark.parametrize("marks", [1, 3])
def test_a_byte_order_mark_costs_no_letter(server, marks):
    url = begun(server)
    edited = TWINS.replace(AGAIN, "on Monday")
    put(server, url, "\ufeff" * marks + edited, 1)
    server.settled(url)
    assert text(server, url) == server.audits.get(url.rpartition("/")[2]).text == edited
    undo(server, url)
    assert text(server, url) == TWINS


def test_line_ends_and_an_html_page_come_back_as_text(server):
    page = f"<html lang='en'><body><article><h1>Pier</h1><p>{TWINS.split(chr(10))[2]}</p></article></body></html>"
    url = json.loads(server.submit(files=[("translation_file", "pier.html", page.encode())]).data)["url"]
    server.settled(url)
    before = server.audits.get(url.rpartition("/")[2]).text
    put(server, url, before.replace(AGAIN, "today"), 1)
    server.settled(url)
    undo(server, url)
    assert text(server, url) == before
