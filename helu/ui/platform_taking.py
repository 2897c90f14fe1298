"""Fetch what the gatherings have made into a part of the platform, and show where its lines came from."""

from collections.abc import Mapping, Sequence

import streamlit as st

from helu.domain.material import addresses
from helu.domain.platform import Line, Ref
from helu.i18n import _
from helu.services import material
from helu.services import platform_parts as parts
from helu.services.platform_parts import Offer
from helu.store.database import reading
from helu.ui.deeds import do
from helu.ui.material import WHATS, origin_button
from helu.ui.plan import short
from helu.ui.platform_sheet import Sheet
from helu.ui.words import plain


def take_form(sheet: Sheet, targets: Mapping[str, str]) -> None:
    """`targets`: where it can be put -> what that is called."""
    if sheet.locked or not targets:
        return
    with st.expander(_("Hent fra samlingene"), icon=":material/download:"):
        if not st.toggle(_("Vis hva som finnes"), key=f"{sheet.name}-offers"):
            return
        with reading() as db:
            offers = parts.offers(db, sheet.visitor, sheet.platform.id)
        if not offers:
            st.caption(_("Det er ingenting å hente ennå. Svar og temaer fra gruppas samlinger kommer her."))
            return
        offer = st.selectbox(_("Hva"), offers, format_func=_offer_words, key=f"{sheet.name}-offer")
        _choose(sheet, offer, targets)


def _choose(sheet: Sheet, offer: Offer, targets: Mapping[str, str]) -> None:
    with reading() as db:
        things = {thing.key: thing.text for _place, thing in parts.offered(db, offer)}
    key = f"{sheet.name}-{offer.workshop.id}-{offer.source.activity}-{offer.source.what}"
    into = next(iter(targets))
    if len(targets) > 1:
        into = st.selectbox(_("Legg det i"), list(targets), format_func=targets.__getitem__, key=f"{sheet.name}-into")
    picked = st.multiselect(
        _("Hvilke"), list(things), format_func=lambda each: short(things[each], 120), key=key, placeholder=_("Velg")
    )
    help_ = _("Lagre først det du har skrevet.") if sheet.dirty else None
    if st.button(_("Hent inn"), key=f"{key}-take", disabled=sheet.dirty or not picked, help=help_):
        about = (sheet.visitor, sheet.platform.id, sheet.part, into, offer, picked)
        do(parts.take, *about, said=_("{count} er hentet inn.", count=len(picked)), then=sheet.taken_up)


def _offer_words(offer: Offer) -> str:
    what = _(WHATS[offer.source.what])
    said = _("{title}: {count} {what}", title=short(offer.title), count=offer.count, what=what)
    return f"{said} · {short(offer.workshop.title, 40)}"


def origins(name: str, lines: Sequence[Line]) -> None:
    """The lines that came from the room, each with the way back to its cards."""
    traced = [line for line in lines if line.sources]
    if not traced:
        return
    with st.expander(_("Hvor det kommer fra ({count})", count=len(traced)), icon=":material/account_tree:"):
        if not st.toggle(_("Vis kortene bak"), key=f"origins-{name}"):
            return
        for line in traced:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(plain(line.text), width="stretch")
                origin(line.sources)


def origin(sources: Sequence[Ref]) -> None:
    with reading() as db:
        leaves = material.trail(db, addresses(ref.model_dump() for ref in sources))
    origin_button(leaves)
