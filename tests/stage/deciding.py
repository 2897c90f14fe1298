"""What the wall is told while a group weighs and decides, made by the kinds themselves."""

from datetime import date
from random import Random
from typing import Any

from helu.activities import ACTIVITIES
from helu.domain.agreement import Earlier
from helu.domain.decisions import Deciding, Decision
from helu.domain.given import Given

LONG = (
    "Vår ledergruppe skal skape merverdi for organisasjonen og innbyggerne ved å prioritere felles oppgaver framfor "
    "egne, og ved å følge opp det vi har bestemt sammen, også når det er travelt i tjenestene."
)
WORD = "Menneskerettighetsorganisasjonssekretariatsmedarbeiderskapene"
TEXTS = [
    LONG,
    WORD,
    "Vi deler det vi ikke får til.",
    "Felles introduksjon av nye ledere og mellomledere i alle sektorer",
]


def texts(count: int) -> list[dict[str, str]]:
    return [
        {"id": f"o{at}", "text": TEXTS[at % len(TEXTS)] + (f" {at}" if at >= len(TEXTS) else "")} for at in range(count)
    ]


def told(kind: str, offered: list[dict[str, str]], answers: list[dict[str, Any]], state: Any = None) -> dict[str, Any]:
    material = [{"key": each["id"], "text": each["text"], "use": "answer", "from": []} for each in offered]
    made = ACTIVITIES[kind].settings_of({}, material, state)
    given = [Given(values, f"t{at}") for at, values in enumerate(answers)]
    return {
        "id": kind,
        "kind": kind,
        "title": "Kan vi stå bak dette?",
        "hint": "",
        "language": "nb",
        "asks": bool(given),
        "private": False,
        "live": False,
        "picture": ACTIVITIES[kind].picture(made, given).as_json(),
        "said": ACTIVITIES[kind].summarise(made, given),
    }


def agreement(proposals: int, people: int, before: bool = False, reasons: int = 4) -> dict[str, Any]:
    random = Random(proposals * 100 + people)
    options = texts(proposals)
    weights = [(8, 8, 5, 2, 2, 1, 1, 1), (1, 1, 3, 3, 8, 3, 3, 6), (6, 5, 1, 0, 1, 1, 6, 5)]
    answers = [
        {f"{option['id']}_grade": random.choices(range(1, 9), weights[at % 3])[0] for at, option in enumerate(options)}
        | {"reason": TEXTS[person % 4] if person < reasons else ""}
        for person in range(people)
    ]
    earlier = Earlier({option["id"]: (2, 3, 4, 5, 6, 3, 2, 4) for option in options}) if before else None
    return told("agreement", options, answers, earlier)


def effect_effort(options: int, people: int) -> dict[str, Any]:
    random = Random(options)
    offered = texts(options)
    leans = [(random.randint(1, 5), random.randint(1, 5)) for _ in offered]

    def near(middle: int) -> int:
        return min(5, max(1, middle + random.choice((-1, 0, 0, 0, 1))))

    answers = [
        {
            f"{each['id']}_{what}": near(leans[at][side])
            for at, each in enumerate(offered)
            for side, what in enumerate(("effect", "effort"))
        }
        for _person in range(people)
    ]
    return told("effect_effort", offered, answers)


def decision(decided: int, proposals: int, text: str = LONG) -> dict[str, Any]:
    support = {"1": 12, "2": 8, "3": 6, "5": 3, "8": 2}
    outcomes = ("reserved", "adopted", "returned")
    made = tuple(
        Decision(f"{at:032x}", text, outcomes[at % 3], date(2026, 11, 21), "Tas opp igjen etter høringen.", 31, support)
        for at in range(decided)
    )
    return told("decision", texts(proposals), [], Deciding(made))


EVERY_VIEW: dict[str, dict[str, Any]] = {
    "agreement, none": agreement(1, 0),
    "agreement, 3": agreement(1, 3),
    "agreement, 31": agreement(1, 31),
    "agreement, 31, second round": agreement(1, 31, before=True, reasons=12),
    "agreement of 3": agreement(3, 31, before=True),
    "agreement of 12": agreement(12, 31, reasons=31),
    "map, 31": effect_effort(5, 31),
    "map of 12": effect_effort(12, 31),
    "map of 20": effect_effort(20, 31),
    "decision, one proposal": decision(0, 1),
    "decision, 6 proposals": decision(0, 6),
    "decided": decision(1, 0),
    "decided, one long word": decision(1, 0, WORD),
    "decided, long": decision(1, 0, f"{LONG} {LONG}\n\n{LONG} {LONG}"),
    "decided 3, 2 left": decision(3, 2),
}
