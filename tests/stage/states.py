"""What the server may say to the projector, in the sizes a room really makes."""

import time
from typing import Any

from . import deciding

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


def board(count: int, themes: int, unplaced: int = 3, **changed: Any) -> dict[str, Any]:
    """Cards spread over themes, some in none, one set aside, one said three times, one very long."""
    texts = (
        "Trygge ledere som tør å si fra",
        "Felles plattform for hvordan ledelse skal utøves i kommunen, og et nettverk vi spiller på",
        "Tverrsektorielt samhandlingskompetanseutviklingsprosjekt",
        "Tid til å snakke sammen",
    )
    made = [
        {
            "number": at + 1,
            "text": f"{texts[at % 4]} {at + 1}",
            "count": 3 if at == 1 else 1,
            "theme": None if at < unplaced or not themes else at % themes + 1,
            "state": "parked" if at == 5 else "open",
            "split_from": None,
            "why": ["trygg", "ledelse"],
        }
        for at in range(count)
    ]
    if count > 8:
        made[7]["text"], made[8]["text"] = LONG, WORD
    named = [
        {
            "number": at + 1,
            "name": ["Trygghet og tillit", WORD, "Felles retning og samordning på tvers av sektorene"][at % 3],
            "summary": LONG[:180] if at % 4 == 0 else "",
        }
        for at in range(themes)
    ]
    picture = {"shape": "board", "cards": made, "themes": named, "revision": 1, "undoable": ""}
    return activity("theme_board", picture, **changed)


def commitments(count: int, asked: bool = False) -> dict[str, Any]:
    """What people promised; `asked` is how it went with it."""
    statuses = ("planned", "started", "done", "dropped")
    rows = []
    for at in range(count):
        status = statuses[at % 4] if asked else ""
        what = LONG if at == 2 else WORD if at == 3 else "Ta opp rekkefølgen på sakene, så det viktigste kommer først"
        row = {"key": f"p{at}", "who": f"Kari Nordmann-Lindtveit {at}", "what": what, "when": "innen 1. mars"}
        row |= {"sign": "" if asked else "Vi blir ferdige i tide, to møter på rad", "status": status, "said": status}
        rows.append(row | {"note": "Vi kom i gang, men det tok tid." if asked and at % 3 == 0 else ""})
    counts = [{"status": status, "said": f"{count // 4} {status}"} for status in statuses] if asked and count else []
    none = "Vi har ingen forpliktelser fra før. Her begynner vi med blanke ark."
    picture = {"shape": "commitments", "rows": rows, "counts": counts, "none": none}
    return activity("follow_up" if asked else "commitments", picture, asks=count > 0)


def development(lines: int, pulses: int) -> dict[str, Any]:
    dots = [
        {"when": f"{at + 1}. des. 26", "days": at * 90, "said": "4,2", "answered": 8, "mean": 4.2, "low": 3, "high": 5}
        | ({"mean": None, "low": None, "high": None, "said": "for få svar"} if at == 1 else {})
        for at in range(pulses)
    ]
    label = "Etter møtene våre vet alle hva som er bestemt, og hvem som gjør hva"
    made = [{"key": f"d{at}", "label": f"{label} {at}", "low": 1, "high": 7, "dots": dots} for at in range(lines)]
    days = max(0, 90 * (pulses - 1))
    picture = {"shape": "development", "lines": made, "days": days, "none": "Ingen puls er stengt ennå."}
    return activity("pulse_development", picture, asks=False)


def note(paragraphs: int, **changed: Any) -> dict[str, Any]:
    table = "<table><thead><tr><th>Tid</th></tr></thead><tbody><tr><td>10:00</td></tr></tbody></table>"
    html = (
        "<h1>Spilleregler</h1><ul><li>Spør før du svarer.</li></ul><h3>Dagen</h3>"
        + table
        + f"<p>{LONG}</p>" * paragraphs
    )
    return activity("text_card", {"shape": "note", "html": html}, asks=False, **changed)


def wheel(known: int, title: str = "Årshjul og møtestruktur") -> dict[str, Any]:
    titles = ["Formål", "Utviklingsmål", "Gruppenormer", "Saker", "Sakshåndtering", title, "Kontinuerlig forbedring"]
    sectors = [
        {
            "key": f"e{at}",
            "title": each,
            "status": 1.5 + at / 2 if at < known else None,
            "figure": f"{1.5 + at / 2:.1f}".replace(".", ",") if at < known else "",
            "decided": "Vedtatt 12.03.2026" if at % 2 == 0 and known else "",
            "work": f"{at} åpne oppgaver" if at and known else "",
            "said": f"{each}, status 3,4 av 5, 12 svar",
        }
        for at, each in enumerate(titles)
    ]
    picture = {"shape": "wheel", "centre": "Ledergruppeutvikling", "keyword": "Merverdi", "most": 5, "sectors": sectors}
    picture["scale"] = "Gruppens egen vurdering, fra 1 (ikke på plass) til 5 (godt på plass)" if known else ""
    return activity("platform_wheel", picture, asks=False, title="Plattformen vår", hint="")


def year(count: int) -> dict[str, Any]:
    months = ["januar", "februar", "mars", "april", "mai", "juni", "juli", "august"]
    months += ["september", "oktober", "november", "desember"]
    kinds = {"meeting": "Møte", "matter": "Fast sak", "deadline": "Frist", "follow_up": "Oppfølging"}
    once = [
        {
            "month": at * 5 % 12 + 1,
            "kind": list(kinds)[at % 4],
            "title": "Innspill til handlings- og økonomiplanen" if at % 3 else WORD,
            "when": f"{at % 28 + 1}.",
            "who": "Økonomisjefen" if at % 2 else "",
        }
        for at in range(count)
    ]
    often = [{"kind": "meeting", "title": "Ledermøte", "when": "Hver måned"}] if count else []
    every = [{"month": at + 1, "kind": "meeting", "title": "Ledermøte", "when": "", "who": ""} for at in range(12)]
    marks = [*once, *(every if count else [])]
    picture = {"shape": "year", "months": months, "kinds": kinds, "marks": marks, "often": often, "once": once}
    return activity("platform_wheel", picture, asks=False, title="Årshjulet vårt", hint="")


POSTER_LEAD = "Vår ledergruppe skal skape MERVERDI for organisasjonen og det enkelte medlem av gruppen ved å:"


def spans(text: str, explained: tuple[str, ...] = (), asked: dict[str, int] | None = None) -> list[dict[str, Any]]:
    found = []
    for at, word in enumerate(text.split()):
        if at:
            found.append({"text": " ", "explained": False, "asked": 0})
        found.append({"text": word, "explained": word in explained, "asked": (asked or {}).get(word, 0)})
    return found


def poster(lines: list[str], meanings: int = 0, adopted: bool = False, **changed: Any) -> dict[str, Any]:
    made = [
        {
            "key": f"l{at}",
            "spans": spans(line, ("åpenhet", "helhet"), {"robust": 7, "åpenhet": 3}),
            "explained": at == 1,
        }
        for at, line in enumerate(lines)
    ]
    explained = [
        {
            "key": f"m{at}",
            "what": WORD if at == 4 else f"åpenhet {at}",
            "text": LONG if at == 1 else "Vi sier det vi mener.",
        }
        for at in range(meanings)
    ]
    said = "Vedtatt · versjon 3" if adopted else "Utkast · versjon 2"
    lead = spans(POSTER_LEAD, asked={"MERVERDI": 12})
    picture = {"shape": "poster", "lead": lead, "lines": made, "explained": explained, "said": said, "adopted": adopted}
    return activity("purpose_poster", picture, **{"title": "Formålsplakaten", "hint": ""} | changed)


def drafts(
    groups: int, each: int, text: str = "skape trygghet og åpenhet, så vi gjør hverandre gode"
) -> dict[str, Any]:
    made = [
        {
            "key": f"g{at}",
            "label": f"Gruppe {at + 1}" if groups > 1 else "",
            "lines": [{"key": f"g{at}l{line}", "text": WORD if (at, line) == (1, 0) else text} for line in range(each)],
        }
        for at in range(groups)
    ]
    picture = {"shape": "drafts", "lead": POSTER_LEAD, "drafts": made}
    return activity("purpose_draft", picture, title="Skriv et utkast til formålsplakaten")


LINES = [
    "lede kommunen i samme retning",
    "skape trygghet og åpenhet, så vi gjør hverandre gode",
    "være en robust ledergruppe som tåler uenighet og står samlet utad",
]


def values(count: int) -> dict[str, Any]:
    signs = [card(at, label="Handling" if at % 2 else "Holdning") for at in range(4)]
    made = [
        {
            "key": f"v{at}",
            "label": "Profesjonalitet",
            "cards": [{**each, "key": f"{at}{each['key']}"} for each in signs],
        }
        for at in range(count)
    ]
    picture = {"shape": "values", "vision": LONG[:200], "columns": made}
    return activity("platform_wheel", picture, asks=False, title="Verdiene våre", hint="")


def radar(spokes: int, questions: int) -> dict[str, Any]:
    """A group in front of its own radar; one figure is missing, and one behaviour is judged very differently."""
    dimensions = ("relation", "task", "culture", "change")
    made = [
        {
            "key": f"b{at}",
            "dimension": dimensions[at * 4 // spokes],
            "sign": "●■◆▲"[at * 4 // spokes],
            "label": "Tilbakemelding" if at % 3 else "Konfronterende",
            "name": "Tilbakemeldingskultur",
            "angle": at * 360 / spokes,
            "differs": at == 2 and spokes > 4,
        }
        for at in range(spokes)
    ]
    values = {"now": 3.5, "wanted": 5.0, "earlier": 2.5}
    layers = [
        {
            "id": id_,
            "name": "Ønsket om seks måneder",
            "values": [None if at == 3 else value + at % 2 for at in range(spokes)],
        }
        for id_, value in values.items()
    ]
    question = "Hva trenger vi mest av for å løse oppdraget nå: endring, oppgave eller relasjon?"
    picture = {
        "shape": "radar",
        "low": 1,
        "high": 7,
        "spokes": made,
        "layers": layers,
        "facts": "12 ledere, 22. november 2026. Rundet av til halve trinn. Forrige gang: 7 ledere, 26. mai 2026.",
        "different": "Oppmerksomhet mot medarbeidere, Omgivelsesorientering, Tilbakemeldingskultur, Visjon og 4 til",
        "questions": [question] * questions,
        "place": "Spørsmål 2 av 5" if questions == 1 else "",
        "rule": "Bildet viser gruppen. Ikke gjett hvem som har svart hva." if questions else "",
        "said": [],
        "signs": [
            {"dimension": id_, "sign": sign, "name": id_.title()} for id_, sign in zip(dimensions, "●■◆▲", strict=True)
        ]
        if spokes > 4
        else [],
    }
    return activity("group_radar", picture, asks=False, hint="")


def own_words(spokes: int) -> dict[str, Any]:
    """The same at the end of a self-assessment: what the group itself has said comes first."""
    made = radar(spokes, 0)
    made["picture"]["said"] = [
        "Dere bruker mest relasjonsorientering nå.",
        "Dere vil mer av endringsorientering: fra 3,6 til 4,5.",
        "Dere vil mindre av oppgaveorientering: fra 5,4 til 4,6.",
    ]
    made["picture"]["rule"] = "Bildet viser gruppen. Ikke gjett hvem som har svart hva."
    return made


def together(handed_in: int | None) -> dict[str, Any]:
    picture = {
        "shape": "together",
        "handed_in": handed_in,
        "members": 12,
        "said": "4 av 12 har levert. Det trengs minst 5 for å vise gruppa, så ingen enkelt persons svar kan leses ut.",
        "calm": "Ingen får se svarene dine. Du velger selv om du vil være med i bildet av gruppa.",
    }
    return activity("self_assessment", picture, asks=False)


EVERY_VIEW: dict[str, dict[str, Any]] = {
    "lobby": state("lobby"),
    "group radar": state("open", radar(4, 1)),
    "group radar, all behaviours": state("open", radar(18, 5)),
    "group radar in its own words": state("shown", own_words(4)),
    "group radar in its own words, all behaviours": state("shown", own_words(18)),
    "assessing together": state("open", together(4)),
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
    "empty board": state("shown", board(0, 0)),
    "board of 12": state("shown", board(12, 3)),
    "board without themes": state("shown", board(12, 0)),
    "board of 60": state("shown", board(60, 6)),
    "board of 300": state("shown", board(300, 11)),
    "board of many themes": state("shown", board(60, 40)),
    "note": state("shown", note(1)),
    "long note": state("shown", note(9)),
    "wheel": state("open", wheel(6)),
    "wheel without status": state("open", wheel(0, "Annual cycle and meeting structure"), timer=timer(300)),
    "wheel, long question": state("open", wheel(7) | {"title": QUESTION}),
    "year": state("open", year(14)),
    "full year": state("open", year(120)),
    "empty year": state("open", year(0)),
    "no promises from before": state("open", commitments(0, asked=True)),
    "1 promise": state("shown", commitments(1, asked=True)),
    "3 promises": state("shown", commitments(3)),
    "31 promises": state("shown", commitments(31)),
    "8 promises and how they went": state("open", commitments(8, asked=True)),
    "60 promises and how they went": state("shown", commitments(60, asked=True)),
    "no pulse yet": state("open", development(0, 0)),
    "one pulse": state("open", development(4, 1)),
    "five pulses": state("open", development(5, 5)),
    "values": state("open", values(3)),
    "private": state("open", note(0, private=True)),
    "poster": state("shown", poster(LINES)),
    "poster with meanings, long question": state("open", poster(LINES * 2, 5, title=QUESTION), timer=timer(300)),
    "poster of six long lines": state("shown", poster([LONG[:200]] * 6, 2, adopted=True)),
    "poster of one short line": state("shown", poster(["lede"], adopted=True)),
    "poster without lines": state("open", poster([])),
    "drafts": state("open", drafts(3, 4)),
    "one draft": state("open", drafts(1, 6)),
    "many long drafts": state("shown", drafts(7, 6, LONG[:200])),
    "no drafts": state("open", drafts(0, 0)),
    "break": state("open", None, timer=timer(600)),
    "ended": state("ended"),
}
EVERY_VIEW |= {name: state("shown", each) for name, each in deciding.EVERY_VIEW.items()}
