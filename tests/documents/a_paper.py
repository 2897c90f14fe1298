"""A whole paper as a leader group would take it home, with the real cards from Seljord in its appendix."""

import csv
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from helu.documents.paper import (
    Announcement,
    Asked,
    Board,
    Card,
    Commitment,
    Decision,
    Element,
    Gathering,
    Matter,
    Meaning,
    Paper,
    Poster,
    State,
    Step,
    Text,
    Theme,
    Value,
    YearEntry,
)

DATA = Path(__file__).parents[2] / "data"
ADOPTED = State("adopted", 3, date(2026, 11, 20))
TITLES = {
    "viktigste_for_seljord": "Hva er det aller viktigste?",
    "nyttig_for_deg_som_leder": "Hva vil være nyttig for deg som leder?",
    "hva_vil_du_bidra_med": "Hva vil du bidra med?",
    "gruppe_samskaping": "Hva legger vi i samskaping?",
    "gruppe_samskaping_lederskap": "Hva krever samskaping av lederskapet?",
    "hva_er_lederplattform_for_oss": "Hva er lederplattform for oss?",
    "gruppe_formalsplakat_merverdi": "Vi skaper merverdi ved å …",
}
LINES = {
    "nb": (
        "gi retning og skape trygghet i endring",
        "bruke tid på det som betyr mest for innbyggerne",
        "utvikle hverandre gjennom åpenhet, mot og ærlige tilbakemeldinger",
    ),
    "nn": (
        "gje retning og skape tryggleik i endring",
        "bruke tid på det som betyr mest for innbyggjarane",
        "utvikle kvarandre gjennom openheit, mot og ærlege tilbakemeldingar",
    ),
}
GRADES = {
    "nb": ("Full støtte", "Støtter", "Støtter med små forbehold", "Kan leve med det", "Står utenfor", "Blokkerer"),
    "nn": ("Full støtte", "Støttar", "Støttar med små atterhald", "Kan leve med det", "Står utanfor", "Blokkerer"),
}


def method(name: str) -> Any:
    return yaml.safe_load((DATA / "method" / f"{name}.yaml").read_text(encoding="utf-8"))


def the_cards() -> tuple[Gathering, ...]:
    with (DATA / "demo" / "seljord_answers.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    asked = []
    for key, title in TITLES.items():
        found = tuple(Card(at, row["text"]) for at, row in enumerate(rows, 1) if row["question_key"] == key)
        asked.append(Asked(title, found))
    numbered = iter(range(1, len(rows) + 1))
    asked = [Asked(each.title, tuple(Card(next(numbered), card.text) for card in each.cards)) for each in asked]
    steps = (
        Step("Forankring", tuple(asked[:3])),
        Step("Samskaping", tuple(asked[3:5])),
        Step("Formål", tuple(asked[5:])),
    )
    return (Gathering("Lederutvikling i Seljord, samling 1", date(2026, 3, 3), steps),)


def many_cards(count: int) -> tuple[Gathering, ...]:
    words = [card.text for step in the_cards()[0].steps for each in step.asked for card in each.cards]
    cards = tuple(Card(at, words[at % len(words)]) for at in range(1, count + 1))
    return (Gathering("Storsamling", date(2026, 9, 1), (Step("Idémyldring", (Asked("Hva skal til?", cards),)),)),)


def the_elements(language: str) -> tuple[Element, ...]:
    texts = {
        "purpose": "Vi skal lede Seljord sammen, slik at innbyggerne merker at kommunen er én organisasjon.",
        "development_goals": "1. Alle ledere kjenner plattformen innen sommeren.\n2. Sykefraværet går ned.",
        "group_norms": "Vi snakker med hverandre, ikke om hverandre.",
    }
    means = [4.2, 3.4, 3.9, 2.6, None, 2.1, 1.8]
    made = []
    for each, mean in zip(method("platform_elements")["elements"], means, strict=True):
        text = texts.get(each["id"], "")
        made.append(
            Element(
                title=each["title"][language],
                questions=tuple(question[language] for question in each["questions"]),
                text=Text(text, "4 kort, Forankring", (1, 4, 5, 6)) if text else Text(""),
                asides=(("Før", "Vi har lest sakene."), ("Under", "Vi er til stede.")) if "norms" in each["id"] else (),
                mean=mean,
                answers=14 if mean else 0,
                open_work=(Text("Lage mal for saksframlegg"),) if each["id"] == "case_handling" else (),
                state=ADOPTED if text else State(),
            )
        )
    return tuple(made)


def the_decisions(language: str) -> tuple[Decision, ...]:
    counts = (9, 3, 1, 1, 0, 0)
    support = tuple(zip(GRADES[language], counts, strict=True))
    return (
        Decision(
            Text("Formålsplakaten gjelder fra 1. januar 2027.", "20 kort, Formål", tuple(range(126, 146))),
            "adopted",
            date(2026, 11, 20),
            "Formålsplakaten",
            14,
            support,
        ),
        Decision(
            Text("Ledermøtet deles i en driftsdel og en utviklingsdel.", "2 kort, Forankring", (2, 9)),
            "reserved",
            date(2026, 10, 2),
            "Saker",
            13,
            tuple(zip(GRADES[language], (4, 3, 3, 2, 1, 0), strict=True)),
            "To ønsker å prøve ordningen i et halvt år før den blir fast.",
        ),
        Decision(Text("Felles lederopplæring for nye ledere."), "returned", date(2026, 10, 2)),
    )


def the_year() -> tuple[YearEntry, ...]:
    return (
        YearEntry("Strategisamling", 1, 14, "meeting", "Kommunedirektøren"),
        YearEntry("Ledermøte", 1, None, "meeting", "Kommunedirektøren", "month"),
        YearEntry("Budsjettarbeid starter", 4, None, "matter", "Økonomisjefen"),
        YearEntry("Frist for innspill til økonomiplanen", 9, 15, "deadline", "Alle kommunalsjefer"),
        YearEntry("Puls i ledergruppa", 2, None, "follow_up", "HR-sjefen", "quarter"),
    )


def the_commitments() -> tuple[Commitment, ...]:
    return (
        Commitment(
            "Ta opp plakaten i alle personalmøter", "Kari Moen", "15. januar", "Noen spør hva den betyr", "started"
        ),
        Commitment("Lage mal for saksframlegg", "Ola Vik", "1. februar", "Første sak er skrevet i malen"),
        Commitment("Rydde i møteplanen", "Turid Lie", "1. desember", "Færre møter", "done", "Tre møter er borte."),
    )


def the_poster(language: str) -> Poster:
    lead = method("formalsplakat")["template"]["sentence"][language]
    word = {"nb": "åpenhet", "nn": "openheit"}[language]
    meanings = (
        Meaning(word, Text("Vi sier det vi mener, også når det er vanskelig.", "3 kort, Formål", (120, 121, 125))),
        Meaning("mot", Text("Vi tar opp det vanskelige tidlig.")),
    )
    lines = tuple(
        Text(line, "6 kort, Formål", tuple(range(126 + at * 6, 132 + at * 6)))
        for at, line in enumerate(LINES[language])
    )
    return Poster(lead, lines, meanings, ADOPTED)


def a_paper(language: str = "nb", **changed: Any) -> Paper:
    matters = (
        Matter(
            Text("Samlet tjenestetilbud for barn og unge", "5 kort, Forankring", (1, 2, 3, 7, 11)),
            "discussion",
            "development",
            2,
        ),
        Matter(Text("Månedlig økonomirapport"), "information", "operations"),
        Matter(Text("Rekruttering av nye ledere"), "decision", "development", 1),
    )
    values = (
        Value(
            Text("Åpenhet", "7 kort, Forankring", (8, 9, 10, 12, 13, 20, 31)),
            (
                Text("Vi deler saken før den er ferdig"),
                Text("Vi spør når vi ikke forstår", "1 kort, Samskaping", (101,)),
            ),
            (Text("Jeg tåler å bli motsagt"),),
        ),
        Value(Text("Mot"), (Text("Vi tar opp det vanskelige tidlig"),), ()),
    )
    given = {
        "organisation": "Seljord kommune",
        "group": "Ledergruppa i Seljord",
        "date": date(2026, 11, 21),
        "language": language,
        "version": "3.2",
        "purpose": "Dokumentet samler det ledergruppa har blitt enig om, og viser hva det bygger på.",
        "poster": the_poster(language),
        "elements": the_elements(language),
        "matters": matters,
        "values": values,
        "structure": (Text("Fast møtedag"), Text("Saksframlegg med mal"), Text("Felles årshjul")),
        "culture": (Text("Vi heier på hverandre"), Text("Vi sier fra", "1 kort, Samskaping", (102,))),
        "principles": (Text("Vi leder sammen."), Text("Vi er synlige ledere som tar avgjørelser der folk er.")),
        "decisions": the_decisions(language),
        "commitments": the_commitments(),
        "launch": (
            Announcement("Mellomledere", Text("Dette er jobben vår som ledergruppe."), "Kommunedirektøren", "Uke 3"),
            Announcement("Tillitsvalgte", Text("Dere får plakaten først."), "HR-sjefen", "Uke 2"),
        ),
        "year": the_year(),
        "next_steps": ("Nettverksgruppene drøfter plakaten i januar.",),
        "boards": (
            Board(
                "Temaer fra Forankring",
                (
                    Theme("Trygge ledere", "Trygghet kommer av at vi vet hva målet er.", (2, 4, 9, 15)),
                    Theme("Samarbeid på tvers", "", tuple(range(16, 30))),
                ),
            ),
        ),
        "gatherings": the_cards(),
    }
    return Paper(**(given | changed))
