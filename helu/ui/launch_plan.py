"""The launch plan: one part per audience, beside what the room wrote about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from helu.domain.material import addresses
from helu.domain.platform import Announcement, Launch
from helu.errors import sentence
from helu.i18n import _, day_of
from helu.services import launching, material, platforms
from helu.services.access import Visitor
from helu.services.launching import Asked, Audience
from helu.services.material import Leaf
from helu.services.platforms import Version
from helu.store.database import reading
from helu.store.platform_tables import Platform
from helu.ui.deeds import do
from helu.ui.material import origin_button
from helu.ui.words import plain

# Where nobody has been asked yet: the audiences of the method's own sixth step.
USUAL = {
    "middle_managers": sentence("Mellomledere"),
    "employees": sentence("Medarbeidere"),
    "union_reps": sentence("Tillitsvalgte"),
    "service_users": sentence("Brukere"),
}
Rows = list[dict[str, Any]]


@dataclass(frozen=True)
class Part:
    """One audience on the page: what stands in the plan, and what the room said."""

    planned: Announcement
    audience: Audience | None
    leaves: Sequence[Leaf]


def tab(visitor: Visitor, platform: Platform) -> None:
    with reading() as db:
        version = platforms.newest(db, platform, launching.PART)
        earlier = platforms.versions(db, platform, launching.PART)[1:]
        questions = launching.asked(db, platform)
    _head(visitor, platform, version, earlier)
    question = _question(questions)
    with reading() as db:
        parts = [
            Part(a, b, material.trail(db, addresses(r.model_dump() for r in a.sources)))
            for a, b in _pairs(version, question)
        ]
    with st.form(f"launch-{version.number}", border=False):
        rows: Rows = []
        taken: list[tuple[Audience, Any]] = []
        gone: list[str] = []
        for part in parts:
            _part(part, version, rows, taken, gone)
        added = st.text_input(_("Enda en målgruppe"), max_chars=launching.LONGEST, key=f"more-{version.number}")
        with st.container(key="launch-save"):
            saved = st.form_submit_button(_("Lagre planen"), type="primary")
    rows = [each for each in rows if each["id"] not in gone and _counts(each, version)]
    if added:
        rows.append({"audience": added})
    _act(visitor, platform, version, rows, taken, saved or bool(gone))


def _act(
    visitor: Visitor, platform: Platform, version: Version, rows: Rows, taken: list[tuple[Audience, Any]], save: bool
) -> None:
    if taken:
        audience, card = taken[0]
        do(launching.take, visitor, platform.id, audience, card, rows, version.number)
    elif save:
        do(launching.save, visitor, platform.id, rows, version.number, said=_("Planen er lagret."))


def _head(visitor: Visitor, platform: Platform, version: Version, earlier: Sequence[Version]) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(
            _("Hva skal hver målgruppe få vite, hvem sier det, og når? «Informere» er ikke nok."), width="stretch"
        )
        if not earlier:
            return
        with st.popover(_("Tidligere versjoner"), icon=":material/history:", width="content"):
            for each in earlier:
                made = day_of(each.made_at, "short") if each.made_at else ""
                said = _("Hent tilbake versjon {number} ({date})", number=each.number, date=made)
                if st.button(said, key=f"launch-back-{each.number}"):
                    do(launching.restore, visitor, platform.id, each.number, version.number, said=_("Hentet tilbake."))


def _question(questions: Sequence[Asked]) -> Asked | None:
    """The one to take from; chosen only when there are several."""
    if len(questions) < 2:
        return questions[0] if questions else None
    return st.selectbox(
        _("Svarene fra salen"),
        questions,
        format_func=lambda each: f"{each.title} · {each.gathering}",
        key="launch-from",
    )


def _pairs(version: Version, question: Asked | None) -> list[tuple[Announcement, Audience | None]]:
    """The plan's own audiences in their order, then those the room was asked about and the plan lacks."""
    assert isinstance(version.content, Launch)
    asked = list(question.audiences) if question else []
    planned = version.content.audiences
    pairs: list[tuple[Announcement, Audience | None]] = [
        (each, next((a for a in asked if each.id == a.id or each.audience == a.name), None)) for each in planned
    ]
    known = {audience.id for _planned, audience in pairs if audience}
    pairs += [(Announcement(id=a.id, audience=a.name), a) for a in asked if a.id not in known]
    if not pairs:
        pairs = [(Announcement(id=id_, audience=_(name)), None) for id_, name in USUAL.items()]
    return pairs


def _part(part: Part, version: Version, rows: Rows, taken: list[tuple[Audience, Any]], gone: list[str]) -> None:
    key = f"{version.number}-{part.planned.id}"
    with st.container(border=True, key=f"audience-{part.planned.id}"):
        plan, room = st.columns([3, 2], gap="medium")
        with plan:
            rows.append(_inputs(part.planned, key))
            with st.container(horizontal=True, vertical_alignment="center"):
                origin_button(part.leaves)
                if _stands(part.planned.id, version) and st.form_submit_button(
                    _("Ta bort"), key=f"gone-{key}", type="tertiary"
                ):
                    gone.append(part.planned.id)
        with room:
            _cards(part, key, taken)


def _inputs(planned: Announcement, key: str) -> dict[str, Any]:
    audience, who, when = st.columns([2, 2, 2], gap="small")
    longest = launching.LONGEST
    return {
        "id": planned.id,
        "audience": audience.text_input(_("Målgruppe"), planned.audience, max_chars=longest, key=f"for-{key}"),
        "who": who.text_input(_("Hvem sier det"), planned.who, max_chars=longest, key=f"who-{key}"),
        "when": when.text_input(_("Når"), planned.when, max_chars=longest, key=f"when-{key}"),
        "message": st.text_area(
            _("Budskap"), planned.message, max_chars=launching.LONGEST_MESSAGE, height=110, key=f"message-{key}"
        ),
    }


def _cards(part: Part, key: str, taken: list[tuple[Audience, Any]]) -> None:
    st.caption(_("Salen sa"))
    if part.audience is None or not part.audience.cards:
        st.text(_("Ingen kort om denne målgruppa."))
        return
    used = {(each.place, each.piece) for each in part.planned.sources}
    for at, card in enumerate(part.audience.cards):
        with st.container(horizontal=True, vertical_alignment="center", key=f"said-{key}-{at}"):
            with st.container(key=f"words-{key}-{at}", gap=None):
                st.text(f"{card.label}: {card.text}" if card.label else card.text, width="stretch")
            if (card.place, card.piece) in used:
                st.caption(_("Tatt med"), width="content")
            elif st.form_submit_button(_("Ta med"), key=f"take-{key}-{at}", help=plain(card.text[:80])):
                taken.append((part.audience, card))


def _stands(id_: str, version: Version) -> bool:
    assert isinstance(version.content, Launch)
    return any(each.id == id_ for each in version.content.audiences)


def _counts(row: dict[str, Any], version: Version) -> bool:
    """A suggested audience that nobody has written anything about is not part of the plan yet."""
    return _stands(row["id"], version) or any(row[name] for name in ("message", "who", "when"))
