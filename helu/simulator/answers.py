"""An answer to any activity, made from nothing but the fields that `/tilstand` describes."""

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

Field = Mapping[str, Any]
Values = dict[str, Any]

NAME, GROUP = "name", "group"  # fields with which a named activity asks who, and group work for which group
SENTENCES = (
    "Vi må bruke det vi har blitt enige om i hverdagen",
    "Tid til å snakke sammen på tvers av enhetene",
    "Tydelige forventninger fra toppen, og rom for å prøve",
    "At vi tør å si fra når noe ikke virker",
    "Felles språk for hva god ledelse er hos oss",
    "Korte møter med ett tema om gangen",
    "Innbyggerne skal merke at vi samarbeider",
    "Mer ros, og færre orienteringer",
    "Å følge opp det vi bestemmer, også når det er travelt",
    "Trygghet for den som er ny som leder",
    "At vi deler det vi ikke får til",
    "Noen å ringe når det butter",
)
WORDS = (
    "tillit", "tid", "mot", "åpenhet", "retning", "ro", "nettverk", "tydelighet",
    "humor", "trygghet", "læring", "samspill", "raushet", "støtte", "klarspråk",
)  # fmt: skip


def room_for(fields: Sequence[Field]) -> int:
    """How many texts one phone can give to this activity."""
    field = _written(fields)
    if field is None:
        return 0
    return {"text": 1, "texts": field.get("max_items", 1)}.get(field["type"]) or len(field.get("rows", ()))


def deal(texts: Sequence[str], phones: int, fields: Sequence[Field]) -> tuple[list[list[str]], list[str]]:
    """Every text to exactly one phone, in turn: a hand for each phone, and what there was no room for."""
    hands: list[list[str]] = [[] for _ in range(phones)]
    over: list[str] = []
    holders = [hand for number, hand in enumerate(hands) if _may_answer(fields, number)]
    most, at = room_for(fields), 0
    for text in texts:
        turns = [holders[(at + step) % len(holders)] for step in range(len(holders))]
        taker = next((hand for hand in turns if len(hand) < most and text not in hand), None)
        if taker is None:
            over.append(text)
        else:
            taker.append(text)
            at += 1
    return hands, over


def make(fields: Sequence[Field], random: Random, number: int = 0, texts: Sequence[str] | None = None) -> Values | None:
    """Values that every field accepts, the same for the same seed. None when this phone should not answer.

    `number` is the phone's; it chooses the group, and only one phone answers for each. With `texts`, these
    and no others are written; without, the phone writes something of its own.
    """
    if not fields or not _may_answer(fields, number):
        return None
    written = _written(fields)
    if written is not None and texts is not None and not texts:
        return None
    return {field["name"]: _value(field, random, number, texts if field is written else None) for field in fields}


def _may_answer(fields: Sequence[Field], number: int) -> bool:
    """Each group has one secretary."""
    group = next((field for field in fields if field["name"] == GROUP), None)
    return group is None or number < len(group["options"])


def _written(fields: Sequence[Field]) -> Field | None:
    """The field that texts go into."""
    typed = (field for field in fields if field["type"] in {"text", "texts", "matrix"})
    return next((field for field in typed if field["name"] != NAME), None)


def _value(field: Field, random: Random, number: int, texts: Sequence[str] | None) -> Any:
    if field["name"] == NAME and field["type"] == "text":
        return f"Leder {number + 1}"[: field["max_length"]]
    if field["name"] == GROUP:
        return field["options"][number]["value"]
    if texts:
        return _given(field, texts)
    return MAKERS[field["type"]](field, random)


def _given(field: Field, texts: Sequence[str]) -> Any:
    short = [_fit(text, field["max_length"]) for text in texts]
    if field["type"] == "text":
        return short[0]
    if field["type"] == "texts":
        return short[: field["max_items"]]
    return {row["value"]: text for row, text in zip(field["rows"], short, strict=False)}


def _text(field: Field, random: Random) -> str:
    return _sayings(field["max_length"], random, 1)[0]


def _texts(field: Field, random: Random) -> list[str]:
    return _sayings(field["max_length"], random, random.randint(1, min(3, field["max_items"])))


def _matrix(field: Field, random: Random) -> dict[str, str]:
    rows = random.sample(field["rows"], random.randint(1, len(field["rows"])))
    return {row["value"]: _text(field, random) for row in rows}


def _choice(field: Field, random: Random) -> str:
    return random.choice(field["options"])["value"]


def _choices(field: Field, random: Random) -> list[str]:
    values = _values(field)
    return random.sample(values, random.randint(1, max(1, min(len(values), field["max_items"]))))


def _scale(field: Field, random: Random) -> int | None:
    if field["skippable"] and random.random() < 0.05:
        return None
    middle = random.gauss((field["min"] + field["max"]) / 2 + 0.5, (field["max"] - field["min"]) / 4)
    return min(field["max"], max(field["min"], round(middle)))


def _points(field: Field, random: Random) -> dict[str, int]:
    """All of them, in uneven heaps."""
    values = random.sample(_values(field), random.randint(1, len(field["options"])))
    marks = sorted(random.randint(0, field["total"]) for _ in values[1:])
    heaps = [high - low for low, high in zip([0, *marks], [*marks, field["total"]], strict=True)]
    return {value: heap for value, heap in zip(values, heaps, strict=True) if heap}


def _rank(field: Field, random: Random) -> list[str]:
    values = _values(field)
    return random.sample(values, len(values))


MAKERS = {
    "text": _text,
    "texts": _texts,
    "matrix": _matrix,
    "choice": _choice,
    "choices": _choices,
    "scale": _scale,
    "points": _points,
    "rank": _rank,
}


def _values(field: Field) -> list[str]:
    return [option["value"] for option in field["options"]]


def _sayings(longest: int, random: Random, many: int) -> list[str]:
    """Different ones; words where there is no room for a sentence."""
    fitting = [saying for saying in (SENTENCES if longest >= 60 else WORDS) if len(saying) <= longest]
    return random.sample(fitting or ["a"], min(many, len(fitting) or 1))


def _fit(text: str, longest: int) -> str:
    """The text, cut at a word where there is no room for all of it."""
    if len(text) <= longest:
        return text
    cut = text[: longest - 1]
    return f"{cut.rsplit(' ', 1)[0] or cut}…" if longest > 1 else text[:longest]
