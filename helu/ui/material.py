"""Choosing earlier results as material, and showing where a text came from."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from helu.activities.base import Kind
from helu.domain.material import addresses
from helu.domain.phase import Phase
from helu.errors import sentence
from helu.i18n import _
from helu.services import material, states
from helu.services.material import Leaf, Offer, said_of
from helu.store.database import reading
from helu.store.tables import Activity, Workshop
from helu.ui.deeds import do
from helu.ui.words import plain

WHATS = {
    "cards": sentence("kort"),
    "themes": sentence("temaer"),
    "summaries": sentence("oppsummeringer"),
    "options": sentence("alternativer, de beste først"),
    "lines": sentence("linjer"),
    "decisions": sentence("beslutninger"),
    "commitments": sentence("forpliktelser"),
}
Choice = tuple[str, str, str]  # (activity or part, what, use)


def material_input(kind: Kind, stored: list[dict[str, Any]], key: str, offers: Sequence[Offer]) -> dict[str, Any]:
    """The `material` of an activity's settings: earlier results to answer about, or to read first."""
    uses = ("answer", "read") if kind.takes or kind.keeps else ("read",)
    titles = {(o.source.activity, str(o.source.what), use): (o.title, o.count) for o in offers for use in uses}
    chosen = [(each["activity"], each["what"], each["use"]) for each in stored]
    known = [*titles, *(each for each in chosen if each not in titles)]
    picked = st.multiselect(
        _("Stoff fra tidligere trinn"),
        known,
        chosen,
        format_func=lambda each: _choice(each, titles),
        key=key,
        placeholder=_("Velg"),
        help=_("Hentes når aktiviteten åpnes. Det dere har skrevet før, trenger ingen å skrive på nytt."),
    )
    before = next((each["top"] for each in stored if each["top"]), 0)
    top = st.number_input(_("Bare de øverste (0 er alle)"), 0, 60, before, key=f"{key}-top") if picked else 0
    return {"material": [{"activity": a, "what": w, "use": use, "top": top or None} for a, w, use in picked]}


def _choice(each: Choice, titles: dict[Choice, tuple[str, int]]) -> str:
    name, what, use = each
    title, count = titles.get(each, (name, 0))
    said = _("{title}: {count} {what}", title=title, count=count, what=_(WHATS[what]))
    return _("{what} (bare til å lese)", what=said) if use == "read" else said


def origin_button(leaves: Sequence[Leaf]) -> None:
    """«9 kort, Idémyldring», and the cards themselves when it is opened."""
    if not leaves:
        return
    with st.popover(plain(said_of(leaves)), icon=":material/account_tree:", type="tertiary"):
        for leaf in leaves:
            st.text(leaf.text)
            st.caption(plain(leaf.activity))


def material_card(workshop: Workshop, here: Activity | None) -> None:
    """What the activity took from earlier steps, where each piece came from, and fetching it once more."""
    if here is None or workshop.phase == Phase.ENDED or not here.settings.get("material"):
        return
    keeper = states.keeper(here)
    if keeper and keeper.fill:
        return  # it has a tool of its own
    with reading() as db:
        found = material.trails(db, (addresses(each["from"]) for each in here.material))
    trails = [(each["text"], leaves) for each, leaves in zip(here.material, found, strict=True)]
    if not trails:
        st.warning(_("Fant ikke noe stoff fra tidligere trinn ennå. Hent det når det er svart der."))
    with st.container(key="material", horizontal=True, vertical_alignment="center"):
        if trails:
            leaves = list(dict.fromkeys(leaf for _text, each in trails for leaf in each))
            said = said_of(leaves) or _("{count} deler", count=len(trails))
            with st.popover(plain(_("Stoff: {said}", said=said)), type="tertiary"):
                _pieces(trails)
        if st.button(_("Hent stoffet på nytt"), key="take-again", type="tertiary", icon=":material/refresh:"):
            do(material.take_again, workshop, here, said=_("Stoffet er hentet på nytt."))


def _pieces(trails: Sequence[tuple[str, Sequence[Leaf]]]) -> None:
    for text, leaves in trails:
        st.text(text)
        if leaves:
            st.caption(plain(said_of(leaves)))
