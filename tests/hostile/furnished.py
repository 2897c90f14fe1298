"""A leader group in Fjell with everything a platform can hold, so that there is something to get at.

Leif is in the group and Liv is not; Frida facilitates in Fjell. Ingrid's group in Fjord has a platform of its own.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlmodel import Session, select

from helu.domain import platform as shapes
from helu.services import accounts, answering, board, decisions, groups, platforms, poster, pulses, running, showing
from helu.services.platforms import Version
from helu.store.database import reading, writing
from helu.store.platform_tables import Platform
from helu.store.tables import Activity, Group, User, Workshop
from tests.conftest import World, visitor

KINDS = (
    "theme_board",
    "agreement",
    "effect_effort",
    "commitments",
    "follow_up",
    "purpose_draft",
    "purpose_poster",
    "decision",
    "platform_wheel",
)
ASTRID, FRIDA, LEIF, LIV, INGRID = (
    "astrid@fjell.no",
    "frida@fjell.no",
    "leif@fjell.no",
    "liv@fjell.no",
    "ingrid@fjord.no",
)
CARDS = ("Trygge ledere", "Færre møter", "Mer tid til fag", "Felles mål")
DEVICE = "{:032d}"


@dataclass
class Home:
    world: World
    group: Group
    platform: Platform
    foreign: Platform
    activities: dict[str, Activity]
    foreign_board: Activity
    pulse: Workshop

    @property
    def workshop(self) -> Workshop:
        return self.world.workshop

    def __getitem__(self, kind: str) -> Activity:
        return self.activities[kind]

    def open(self, kind: str) -> Activity:
        with writing() as db:
            running.open_activity(db, self.workshop, self[kind].id)
        return self[kind]

    def say(self, device: int | str, slot: int = 0, attempt: int = 1, **values: Any) -> None:
        """An answer to what is open, as a phone sends it."""
        here = showing.current(self.workshop.id)
        assert here.activity
        sending = answering.prepare(here, f"{device:>032}", here.activity.id, slot, attempt, values)
        assert answering.store([sending]) == [None]


def furnish(world: World, password_hash: str, texts: str = "Hemmelig", cards: tuple[str, ...] = CARDS) -> Home:
    """The gathering belongs to the group, its board is open, and every part of the platform says `texts`."""
    with writing() as db:
        for name, role in (("Frida", "facilitator"), ("Liv", "leader")):
            accounts.invite(db, world.fjell.id, f"{name.lower()}@fjell.no", name, role)
        for user in db.exec(select(User)).all():
            user.password_hash = password_hash
    group, platform = _group(world.workshop, world.astrid, "Ledergruppa", [world.leif.user_id])
    _other, foreign = _group(world.foreign, world.ingrid, "Ledergruppa i Fjord", [])
    with writing() as db:
        made = {kind: _activity(db, world.workshop, kind) for kind in KINDS}
        foreign_board = _activity(db, world.foreign, "theme_board")
        write_all(db, platform, texts)
        pulse = pulses.make(db, world.astrid, platform.id, pulses.standard("nb"), weeks=0)
    home = Home(world, group, platform, foreign, made, foreign_board, pulse)
    _cards(home, cards)
    with writing() as db:
        decisions.record(
            db,
            world.workshop,
            made["decision"],
            f"{texts} beslutning",
            "reserved",
            date(2026, 3, 1),
            f"{texts} forbehold",
        )
        poster.comment(db, world.astrid, platform.id, "l1", f"{texts} merknad")
    home.open("commitments")
    home.say(1, name="Kari", what=f"{texts} forpliktelse"[:400], when="1. mars"[:60], sign=f"{texts} tegn"[:200])
    home.open("theme_board")
    return home


def _group(workshop: Workshop, who: Any, name: str, members: list[Any]) -> tuple[Group, Platform]:
    with writing() as db:
        group = groups.add(db, who, name, "leader_group")
        groups.set_members(db, who, group.id, members)
        held = db.get_one(Workshop, workshop.id)
        held.group_id = workshop.group_id = group.id
        db.add(held)
        db.flush()
        platform = platforms.of_workshop(db, held)
    return group, platform


def _activity(db: Session, workshop: Workshop, kind: str) -> Activity:
    first = running.activities_in(db, workshop.id)[0]
    made = Activity(
        workshop_id=workshop.id, item_id=first.item_id, position=20 + len(running.activities_in(db, workshop.id)),
        key=f"its_{kind}", kind=kind, title=f"Om {kind}", anonymous=kind != "commitments",
    )  # fmt: skip
    if kind == "theme_board":
        made.settings = {"material": [{"activity": "open_cards", "what": "cards"}]}
    db.add(made)
    db.flush()
    return made


def _cards(home: Home, cards: tuple[str, ...]) -> None:
    home.activities |= {each.kind: each for each in home.world.activities}
    home.open("open_cards")
    for at, text in enumerate(cards):
        home.say(100 + at, cards=[text])
    board_ = home.open("theme_board")
    with writing() as db:
        for name in ("Trygghet", "Tid"):
            board.add_theme(db, home.workshop, board_, name)


def write_all(db: Session, platform: Platform, texts: str) -> None:
    """A first version of every part."""
    for part, content in parts_of(texts).items():
        platforms.write(db, platform, part, content, platforms.newest(db, platform, part).number)


def parts_of(texts: str) -> dict[str, shapes.Part]:
    short = texts[:200]
    line = shapes.Line(id="l1", text=f"å {texts}"[:400])
    made: dict[str, shapes.Part] = {
        "poster": shapes.Poster(
            lines=[line.model_copy(update={"text": line.text[:200]})],
            meanings=[shapes.Meaning(what="l1", text=texts[:1000])],
        ),
        "matter_list": shapes.Matters(matters=[shapes.Matter(id="m1", text=texts[:400], line="l1")]),
        "values": shapes.Values(
            vision=texts[:400],
            values=[shapes.Value(id="v1", text=texts[:400], actions=[line], attitudes=[line])],
        ),
        "structure_culture": shapes.StructureCulture(structure=[line], culture=[line]),
        "principles": shapes.Principles(lines=[line]),
        "year": shapes.Year(
            entries=[
                shapes.YearEntry(id="e1", title=short, month=4, day=12, who=short),
                shapes.YearEntry(id="e2", title=short, month=5, kind="follow_up", who=short),
            ]
        ),
        "launch": shapes.Launch(
            audiences=[shapes.Announcement(id="a1", audience=short or "-", message=texts[:1000], who=short, when=short)]
        ),
    }
    return made | {each: shapes.Element(text=texts, open_work=[line]) for each in shapes.ELEMENTS}


def newest(platform: Platform, part: str) -> Version:
    with reading() as db:
        return platforms.newest(db, platform, part)


__all__ = ["Home", "furnish", "newest", "parts_of", "visitor", "write_all"]
