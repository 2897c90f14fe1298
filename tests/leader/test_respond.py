"""Behind a personal link: told who sees what, answered once, changed from the same device, and nobody's otherwise."""

import html
import re

import pytest

from helu.content.balance_words import balance_words
from helu.leader import respondent
from helu.services import feedback, feedback_results, responding
from helu.store.database import reading, writing
from helu.store.rating_tables import FeedbackAnswer, FeedbackText
from tests.services.test_feedback import close, open_round

STEPS = dict.fromkeys(sorted(balance_words().statements("short")), 4)
FORM = {"step.rel_1a": "5", "step.tsk_1a": "", "text.keep_on": "<b>Mer</b> kaffe"}
OTHERS_BESIDE, ALONE = "slås sammen med svarene fra minst 4 andre", "Leif ser svarene slik du gir dem"


@pytest.fixture
def links(world):
    """Role -> tokens."""
    return open_round(world.leif, alone=True, own_leader=1, colleagues=6)[1]


@pytest.fixture
def link(links):
    return f"/tilbakemelding/{links['colleagues'][0]}"


@pytest.fixture
def device(browser_of):
    return browser_of()


def rows(table):
    with reading() as db:
        return list(db.query(table))


def seen(reply):
    return html.unescape(reply.text)


def test_one_reads_who_sees_what_and_answers_in_the_third_person(device, link):
    reply = device.get(link)
    page = seen(reply)
    assert "Leif ber deg om tilbakemelding" in page
    assert "Leif setter av tid til" in page
    assert [each in page for each in (OTHERS_BESIDE, ALONE, "minst 10 har svart", "heller ikke i databasen")] == [
        True,
        False,
        True,
        True,
    ]
    assert reply.headers["cache-control"] == "no-store"
    assert reply.headers["referrer-policy"] == "same-origin"
    assert reply.headers["x-robots-tag"] == "noindex, nofollow"
    assert "script-src 'self'; style-src 'self'" in reply.headers["content-security-policy"]
    cookie = reply.headers["set-cookie"]
    assert f"Path={link};" in cookie
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie
    assert link.rsplit("/", 1)[1] not in cookie.split(";")[0]
    assert "set-cookie" not in device.get(link).headers


def test_the_own_leader_is_told_of_standing_alone(device, links):
    page = seen(device.get(f"/tilbakemelding/{links['own_leader'][0]}"))
    assert [each in page for each in (OTHERS_BESIDE, ALONE, "heller ikke i databasen")] == [False, True, False]


def test_a_form_is_stored_and_thanked_for_and_changed_from_the_same_device(device, link):
    device.get(link)
    reply = device.post(link, data=FORM)
    assert (reply.status_code, reply.headers["location"]) == (303, link)
    thanks = seen(device.get(link))
    assert "Takk. Svaret ditt er lagret." in thanks
    assert f"{link}?endre" in thanks
    page = device.get(f"{link}?endre").text
    assert 'name="step.rel_1a" value="5" checked' in page
    assert 'name="step.tsk_1a" value="" checked' in page
    assert "&lt;b&gt;Mer&lt;/b&gt; kaffe" in page
    assert "<b>Mer" not in page
    assert device.post(link, data={"step.rel_1a": "2"}).status_code == 303
    assert [row.steps for row in rows(FeedbackAnswer)] == [{"rel_1a": 2}]
    assert rows(FeedbackText) == []


def test_the_same_sent_twice_is_one_answer(device, link):
    device.get(link)
    for _again in range(2):
        reply = device.post(link, json={"steps": STEPS, "texts": {"keep_on": "Kaffe"}})
        assert (reply.status_code, reply.json()) == (200, {"stored": True})
    assert len(rows(FeedbackAnswer)) == len(rows(FeedbackText)) == 1


def test_another_device_learns_nothing_and_changes_nothing(device, browser_of, link):
    device.get(link)
    other = browser_of()
    other.get(link)  # both have it open
    device.post(link, data=FORM)
    for reply in (
        other.get(link),
        other.post(link, data={"step.rel_1a": "1"}),
        other.post(link, json={"steps": STEPS}),
    ):
        assert reply.status_code == 409
        assert "allerede svart med denne lenken" in reply.text
        assert "kaffe" not in reply.text
    assert rows(FeedbackAnswer)[0].steps["rel_1a"] == 5


def test_without_the_cookie_everything_comes_back_and_the_next_try_is_kept(device, link):
    reply = device.post(link, data=FORM)
    assert reply.status_code == 403
    assert "informasjonskaps" in reply.text
    assert 'value="5" checked' in reply.text and "&lt;b&gt;Mer" in reply.text
    assert rows(FeedbackAnswer) == []
    assert device.post(link, data=FORM).status_code == 303
    device.cookies.clear()
    device.cookies.set(respondent._cookie(link.rsplit("/", 1)[1]), "mine", path=link)
    assert device.post(link, json={"steps": STEPS}).status_code == 409  # a secret of its own making is none


def test_nothing_answered_or_too_much_is_a_sentence_with_everything_kept(device, link):
    device.get(link)
    reply = device.post(link, data={"step.rel_1a": "", "text.keep_on": "Kaffe"})
    assert reply.status_code == 422
    assert "Svar på minst én påstand" in reply.text and ">Kaffe</textarea>" in reply.text
    reply = device.post(link, data={"step.rel_1a": "4", "text.keep_on": "x" * 2001})
    assert reply.status_code == 422
    assert "plass til 2000 tegn" in reply.text


@pytest.mark.parametrize(
    "body",
    ["", "[]", '{"steps": 5}', '{"texts": {"keep_on": 1}}', '{"steps": {"rel_1a": 9}}', '{"steps": ' + "[" * 30000]
    + ['{"steps": {"rel_1a": 1e400}}', '{"steps": {"\\ud800": 1}}', "x" * 70_000],
)
def test_what_cannot_be_read_is_a_sentence(device, link, body):
    device.get(link)
    reply = device.post(link, content=body, headers={"content-type": "application/json"})
    assert reply.status_code == 422
    assert reply.json()["problem"]
    assert rows(FeedbackAnswer) == []


def test_another_site_cannot_make_a_device_answer(device, link):
    device.get(link)
    device.headers["origin"] = "https://evil.no"
    assert device.post(link, data=FORM).status_code == 403
    assert rows(FeedbackAnswer) == []


def test_after_closing_what_is_counted_stands_and_who_is_late_is_told(world, browser_of, links):
    devices = [browser_of() for _each in range(6)]
    roads = [f"/tilbakemelding/{each}" for each in links["colleagues"]]
    for device, road in zip(devices[:5], roads, strict=False):
        device.get(road)
        device.post(road, data=FORM)
    feedback_id = rows(FeedbackAnswer)[0].feedback_id
    assert close(world.leif, feedback_id) == 5
    for reply in (devices[0].get(roads[0]), devices[0].post(roads[0], data=FORM)):
        assert reply.status_code == 410
        assert "talt med" in reply.text and "kaffe" not in reply.text
    assert "minst 3 nye" in seen(devices[5].get(roads[5])).split("<details>")[0]
    assert devices[5].post(roads[5], data=FORM).status_code == 303
    assert "Runden er lukket" in seen(devices[5].get(roads[5]))
    with writing() as db:
        assert feedback_results.release_more(db, world.leif, feedback_id) == 0


def test_a_dead_link_is_calm_and_guessing_is_slowed_except_for_those_who_are_known(
    device, browser_of, link, monkeypatch
):
    monkeypatch.setattr(respondent._guesses, "seconds", 10**6)  # however slow this machine is
    device.get(link)
    stranger = browser_of()
    reply = stranger.get("/tilbakemelding/nobodys")
    assert reply.status_code == 410
    assert "Lenken er brukt eller utløpt" in reply.text and "set-cookie" not in reply.headers
    for at in range(59):
        stranger.get(f"/tilbakemelding/{at}")
    assert stranger.get("/tilbakemelding/%00").status_code == 429
    assert "retry-after" in stranger.get(link).headers
    assert device.get(link).status_code == 200


def test_too_much_and_a_store_that_is_away_keep_what_was_filled_in(device, link, tmp_path):
    device.get(link)
    (tmp_path / "helu.db").rename(tmp_path / "away.db")
    reply = device.post(link, data=FORM)
    assert reply.status_code == 503
    assert 'name="text.keep_on" value="&lt;b&gt;Mer&lt;/b&gt; kaffe"' in reply.text
    assert "ikke lagret ennå" in reply.text
    (tmp_path / "away.db").rename(tmp_path / "helu.db")
    while (reply := device.post(link, data=FORM)).status_code == 303:
        pass
    assert reply.status_code == 429
    assert 'name="step.rel_1a" value="5"' in reply.text


def test_the_log_is_emptied_after_each_answer(device, link, tmp_path):
    device.get(link)
    device.post(link, data=FORM)
    log = tmp_path / "helu.db-wal"
    assert not log.exists() or log.stat().st_size == 0


def test_the_words_are_in_the_readers_language_or_the_leaders(device, link):
    page = device.get(link, headers={"accept-language": "en"}).text
    assert '<html lang="en">' in page and "Leif sets aside time" in page
    assert '<html lang="nb">' in device.get(link, headers={"accept-language": "de"}).text
    device.cookies.set("helu_language", "nn")
    assert "Leif set av tid" in device.get(link, headers={"accept-language": "en"}).text


def test_every_field_of_the_full_form_fits(device, world):
    with writing() as db:
        held = feedback.draft(db, world.leif, "full")
        feedback.add(db, world.leif, held.id, "colleagues", [(f"K{at}", "") for at in range(5)])
        token = feedback.open_round(db, world.leif, held.id, False)[0].token
    page = device.get(f"/tilbakemelding/{token}").text
    names = set(re.findall(r'name="((?:step|text)\.[^"]+)"', page))
    assert len(names) == 38
    form = {name: "é" * responding.LONGEST if name.startswith("text") else "7" for name in names}
    assert device.post(f"/tilbakemelding/{token}", data=form).status_code == 303
