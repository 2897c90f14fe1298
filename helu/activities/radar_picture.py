"""A group's radar as the wall draws it: the same scale on every spoke, gaps where something is missing, no names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import ClassVar, Literal

from helu.activities.base import Words
from helu.activities.pictures import Picture
from helu.domain.balance import Behaviour, Dimension, Figures, Model, Scores, from_behaviours
from helu.domain.orientations import MARKS, around
from helu.domain.release import SOME, WIDE
from helu.errors import sentence
from helu.i18n import _, day_of, language, number_of

Show = Literal["dimensions", "behaviours"]
# Around the radar there is room for one word.
SHORT = {
    "attention_to_employees": sentence("Oppmerksom"),
    "supports_development": sentence("Utvikling"),
    "supports_mastery": sentence("Mestring"),
    "stimulates_collaboration": sentence("Samarbeid"),
    "recognises": sentence("Anerkjenne"),
    "novelty_seeking": sentence("Nyhetssøkende"),
    "environment_scanning": sentence("Omgivelser"),
    "vision": sentence("Visjon"),
    "inspire": sentence("Inspirere"),
    "goal_conscious": sentence("Målbevisst"),
    "follows_up": sentence("Oppfølgende"),
    "confronts": sentence("Konfronterende"),
    "evaluates": sentence("Evaluerende"),
    "asserts_leadership": sentence("Markerende"),
    "lives_values": sentence("Verdier"),
    "feedback_culture": sentence("Tilbakemelding"),
    "sharing_openness": sentence("Deling"),
    "safe_learning": sentence("Trygghet"),
}
MOST_DIFFERENT = 4  # named beside the radar


@dataclass(frozen=True)
class Seen:
    """A group in one round, of what its rules let out."""

    on: datetime
    people: int
    current: Scores
    wanted: Scores
    spread: Mapping[str, str] = field(default_factory=dict)  # behaviour -> close, some or wide
    said: Sequence[Words] = ()  # the few sentences that say most of it


@dataclass(frozen=True)
class Talk:
    """What everything is called, and what the group talks about in front of it."""

    names: Mapping[str, Words] = field(default_factory=dict)  # of dimensions and behaviours, by id
    rule: Words = field(default_factory=dict)
    questions: Sequence[Words] = ()

    def name(self, id_: str) -> str:
        return in_language(self.names[id_])


@dataclass(frozen=True)
class Spoke:
    key: str
    dimension: str
    sign: str
    label: str
    name: str
    angle: float  # degrees clockwise from the top
    differs: bool = False  # members are far apart


@dataclass(frozen=True)
class Sign:
    """What a symbol before a behaviour stands for."""

    dimension: str
    sign: str
    name: str


@dataclass(frozen=True)
class Layer:
    id: str  # now, wanted or earlier: decides line, mark and colour
    name: str
    values: list[float | None]  # one for each spoke


@dataclass(frozen=True)
class RadarPicture(Picture):
    shape: ClassVar[str] = "radar"
    low: int
    high: int
    spokes: list[Spoke]
    layers: list[Layer]
    facts: str
    different: str  # where members are far apart, in words; empty when nowhere
    questions: list[str]  # those to be read now
    place: str = ""  # which one of them, when they are shown one at a time
    rule: str = ""
    said: list[str] = field(default_factory=list)  # the picture in the group's own words, instead of questions
    signs: list[Sign] = field(default_factory=list)  # when the names of the orientations are not on the radar itself


@dataclass(frozen=True)
class Waiting(Picture):
    """Before there is a radar to show: counts of how many are with us, or only why there is none."""

    shape: ClassVar[str] = "together"
    handed_in: int | None
    members: int
    said: str
    calm: str = ""


def draw(
    model: Model, talk: Talk, now: Seen, show: Show, earlier: Seen | None = None, asked: Sequence[str] = ()
) -> RadarPicture:
    """Without questions; `asked` are those to be read now."""
    spokes = spokes_of(model, talk, show, now.spread)
    lines = [("now", _("Nå"), now.current), ("wanted", _("Ønsket om seks måneder"), now.wanted)]
    lines += [("earlier", _("Nå, forrige gang"), earlier.current)] if earlier else []
    layers = [Layer(id_, name, [_of(scores, show).get(each.key) for each in spokes]) for id_, name, scores in lines]
    rule = in_language(talk.rule) if asked else ""
    about = _about(now, earlier)
    signs = [Sign(each.id, MARKS[each.id].symbol, talk.name(each.id)) for each in around(model)]
    return RadarPicture(
        model.low,
        model.high,
        spokes,
        layers,
        about,
        different(talk, now),
        list(asked),
        rule=rule,
        signs=signs if show == "behaviours" else [],
    )


def spokes_of(model: Model, talk: Talk, show: Show, spread: Mapping[str, str]) -> list[Spoke]:
    if show == "dimensions":
        return [_spoke(each.id, each.id, talk, MARKS[each.id].side) for each in around(model)]
    axes = [(dimension, each) for dimension in around(model) for each in dimension.behaviours]
    step = 360 / len(axes)
    first = -step * (len(axes[0][0].behaviours) - 1) / 2  # the first group is centred at the top
    far = apart(spread)
    return [
        _spoke(each.id, of.id, talk, (first + at * step) % 360, each.id in far) for at, (of, each) in enumerate(axes)
    ]


def said(model: Model, talk: Talk, now: Seen) -> str:
    """The radar in one sentence, for those who do not see it and for the report."""
    parts = []
    for each in around(model):
        current, wanted = now.current.dimensions.get(each.id), now.wanted.dimensions.get(each.id)
        about = {"name": talk.name(each.id), "now": figure(current), "wanted": figure(wanted)}
        parts.append(_("{name} {now} nå og {wanted} ønsket", **about))
    scale = {"count": now.people, "low": model.low, "high": model.high}
    return _("{count} ledere, på en skala fra {low} til {high}: {figures}.", figures=", ".join(parts), **scale)


def apart(spread: Mapping[str, str]) -> set[str]:
    """The behaviours members are furthest apart in; few members are never said to be more than somewhat apart."""
    most = WIDE if WIDE in spread.values() else SOME
    return {id_ for id_, said in spread.items() if said == most}


def different(talk: Talk, now: Seen) -> str:
    """Where members are far apart, by name of the behaviour."""
    far = apart(now.spread)
    wide = [talk.name(id_) for id_ in now.spread if id_ in far and id_ in talk.names]
    if not wide:
        return ""
    named = ", ".join(wide[:MOST_DIFFERENT])
    if more := len(wide) - MOST_DIFFERENT:
        return named if more < 0 else _("{named} og {more} til", named=named, more=more)
    return named


def figure(value: float | None) -> str:
    if value is None:
        return _("for få svar")
    return number_of(value)


def in_language(words: Words) -> str:
    """The text in the language of whoever reads, else in bokmål."""
    return words.get(language()) or words.get("nb") or ""


def _about(now: Seen, earlier: Seen | None) -> str:
    about = _("{count} ledere, {day}. Atferdene er i halve trinn.", count=now.people, day=day_of(now.on))
    if earlier:
        about += " " + _("Forrige gang: {count} ledere, {day}.", count=earlier.people, day=day_of(earlier.on))
    return about


def _spoke(id_: str, of: str, talk: Talk, angle: float, differs: bool = False) -> Spoke:
    name = talk.name(id_)
    return Spoke(id_, of, MARKS[of].symbol, _(SHORT[id_]) if id_ in SHORT else name, name, round(angle, 2), differs)


def _of(scores: Scores, show: Show) -> Figures:
    return scores.dimensions if show == "dimensions" else scores.behaviours


# For previews of an activity that belongs to no gathering: one behaviour in each dimension.
_EXAMPLE = {"relation": "recognises", "task": "goal_conscious", "culture": "lives_values", "change": "vision"}
EXAMPLE_MODEL = Model(
    1,
    7,
    5,
    tuple(Dimension(id_, id_ != "culture", (Behaviour(each, ()),)) for id_, each in _EXAMPLE.items()),
    {},
)
EXAMPLE_NAMES = {
    "relation": sentence("Relasjon"),
    "task": sentence("Oppgave"),
    "culture": sentence("Kultur"),
    "change": sentence("Endring"),
    **{each: SHORT[each] for each in _EXAMPLE.values()},
}


def example_talk() -> Talk:
    return Talk({id_: {language(): _(name)} for id_, name in EXAMPLE_NAMES.items()})


def example_seen() -> Seen:
    now, wanted = (
        from_behaviours(EXAMPLE_MODEL, dict(zip(_EXAMPLE.values(), values, strict=True)))
        for values in ((5.0, 4.5, 4.0, 3.5), (5.5, 4.5, 5.0, 5.0))
    )
    return Seen(datetime(2026, 3, 2, tzinfo=UTC), 7, now, wanted, {"vision": SOME})
