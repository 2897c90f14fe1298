"""What the server may say to the projector, in the sizes a room really makes."""

import time
from typing import Any

LONG = ("Vi bør bruke ledermøtene til å snakke om det som er vanskelig, og ikke bare orientere hverandre. " * 5)[:400]
WORD = "menneskerettighetsorganisasjonssekretariatsmedarbeiderskapene"[:60]
QUESTION = (
    "Når du tenker på det siste året: I hvilke situasjoner har lederlaget vårt opptrådt som ett lag overfor "
    "medarbeiderne, politikerne og innbyggerne, og hva var det som gjorde at vi fikk det til akkurat da?"
)
HOSTILE = "<img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"


def state(phase: str = "shown", activity: dict[str, Any] | None = None, **changed: Any) -> dict[str, Any]:
    agenda = {
        "now": {"title": "Formål for lederlaget", "kind": "workshop", "start": "08:45", "minutes": 60},
        "next": {"title": "Kaffe", "kind": "break", "start": "10:00", "minutes": 15},
    }
    return {
        "version": 1,
        "phase": phase,
        "language": "nb",
        "title": "Ledersamling 1: Fra enkeltledere til lederlag",
        "join": {"code": "KMPT RWXY", "address": "192.168.1.20:8501/delta", "qr": "/storskjerm/KMPTRWXY/qr.svg"},
        "activity": activity,
        "numbers": {"joined": 31, "connected": 30, "answered": 12},
        "timer": None,
        "agenda": agenda,
        **changed,
    }


def activity(kind: str, picture: dict[str, Any] | None, **changed: Any) -> dict[str, Any]:
    title = "Hva kjennetegner et lederlag som lykkes?"
    return {
        "id": kind,
        "kind": kind,
        "title": title,
        "hint": "Skriv det første du tenker på.",
        "language": "nb",
        "asks": True,
        "private": False,
        "live": False,
        "picture": picture,
        "said": "12 svar.",
        **changed,
    }


def timer(seconds: int) -> dict[str, Any]:
    now = int(time.time() * 1000)
    return {"ends_at": now + seconds * 1000, "left": None, "now": now}


def card(at: int, text: str = "", label: str = "") -> dict[str, str]:
    return {"key": f"k{at}", "text": text or f"Et svar om å lede sammen, nummer {at}", "label": label}


def some_cards(count: int) -> list[dict[str, str]]:
    cards = [card(at) for at in range(count)]
    if count > 3:
        cards[2], cards[3] = card(2, LONG, "Gruppe 1"), card(3, WORD)
    return cards


def cards(count: int, **changed: Any) -> dict[str, Any]:
    return activity("open_cards", {"shape": "cards", "cards": some_cards(count), "lead": "Vi lykkes når …"}, **changed)


def cloud(count: int) -> dict[str, Any]:
    words = [{"key": f"w{at}", "text": f"ord{'en' * (at % 6)}{at}", "weight": max(1, 14 - at)} for at in range(count)]
    return activity("word_cloud", {"shape": "cloud", "words": words})


def bars(count: int) -> dict[str, Any]:
    label = "Samordnet innsats for barn og unge på tvers av skole, helsestasjon, barnevern og fritid"
    made = [
        {
            "key": f"b{at}",
            "label": f"{label} {at}",
            "share": at / count,
            "said": f"{at} i snitt · 0–80",
            "low": 0.0,
            "high": 0.8,
        }
        for at in range(count)
    ]
    return activity("points", {"shape": "bars", "bars": made, "numbered": True})


def spreads(count: int) -> dict[str, Any]:
    label = "Jeg tør å si fra når jeg er uenig med resten av lederlaget"
    rows = [
        {
            "key": f"s{at}",
            "label": f"{label} {at}",
            "counts": [9, 6, 1, 0, 1, 6, 5],
            "median": 2.5,
            "mean": 3.4,
            "answered": 28,
        }
        for at in range(count)
    ]
    anchors = {"1": "I liten grad", "7": "I stor grad"}
    return activity("scale", {"shape": "spreads", "low": 1, "high": 7, "anchors": anchors, "rows": rows})


def columns(count: int, each: int) -> dict[str, Any]:
    made = [
        {
            "key": f"c{at}",
            "label": f"Samarbeidspartnere {at}",
            "cards": [{**c, "key": f"{at}{c['key']}"} for c in some_cards(each)],
        }
        for at in range(count)
    ]
    return activity("matrix_text", {"shape": "columns", "columns": made})


def rounds(now: int, written: int) -> dict[str, Any]:
    made = [
        {"letter": "I", "title": "Individuell refleksjon", "minutes": 3, "how": ""},
        {"letter": "G", "title": "Gruppe", "minutes": 15, "how": "Del det dere har skrevet. " * 6},
        {"letter": "P", "title": "Plenum", "minutes": None, "how": "Hver gruppe leser opp ett kort."},
    ]
    role = {"title": "Sekretær", "draw": "Den med kortest reisevei", "duty": "Skriver det gruppa blir enig om."}
    return activity(
        "group_work", {"shape": "rounds", "rounds": made, "now": now, "roles": [role] * 6, "cards": some_cards(written)}
    )


def note(paragraphs: int, **changed: Any) -> dict[str, Any]:
    table = "<table><thead><tr><th>Tid</th></tr></thead><tbody><tr><td>10:00</td></tr></tbody></table>"
    html = (
        "<h1>Spilleregler</h1><ul><li>Spør før du svarer.</li></ul><h3>Dagen</h3>"
        + table
        + f"<p>{LONG}</p>" * paragraphs
    )
    return activity("text_card", {"shape": "note", "html": html}, asks=False, **changed)


EVERY_VIEW: dict[str, dict[str, Any]] = {
    "lobby": state("lobby"),
    "hidden": state("open", activity("open_cards", None), timer=timer(300)),
    "hidden, long question, closed": state("closed", activity("open_cards", None, title=QUESTION), timer=timer(20)),
    "no cards": state("open", cards(0, live=True)),
    "3 cards": state("shown", cards(3)),
    "40 cards": state("shown", cards(40), timer=timer(20)),
    "40 cards, long question": state("shown", cards(40, title=QUESTION)),
    "300 cards": state("shown", cards(300)),
    "cloud": state("shown", cloud(50)),
    "bars": state("shown", bars(6)),
    "many bars": state("shown", bars(20)),
    "spreads": state("shown", spreads(7)),
    "one spread": state("shown", spreads(1)),
    "many spreads": state("shown", spreads(20)),
    "columns": state("shown", columns(4, 12)),
    "many columns": state("shown", columns(8, 5)),
    "rounds": state("open", rounds(1, 0), timer=timer(900)),
    "rounds with cards": state("shown", rounds(2, 14)),
    "note": state("shown", note(1)),
    "long note": state("shown", note(9)),
    "private": state("open", note(0, private=True)),
    "break": state("open", None, timer=timer(600)),
    "ended": state("ended"),
}
