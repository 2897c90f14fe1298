"""What a leader shows to others, what others show to the leader, and how to take it out and erase it."""

from functools import partial

import streamlit as st

from helu.content.profile_speech import figure
from helu.i18n import _
from helu.services import groups, profile_export, profiles, shared_radars
from helu.services.access import Visitor
from helu.services.shared_radars import ShownRadar
from helu.store.database import reading
from helu.store.tables import Group
from helu.ui.deeds import do
from helu.ui.leader_lock import ERASED, erased, remember, unlock_code
from helu.ui.radar_figure import Layer
from helu.ui.radar_plot import picture
from helu.ui.radar_words import MODEL, all_axes, orientation_axes, signed
from helu.ui.words import plain


def keeping_page(visitor: Visitor) -> None:
    _share(visitor)
    unlock_code(visitor)
    _take_home(visitor)
    _erase(visitor)


def _share(visitor: Visitor) -> None:
    st.header(_("Hvem ser det?"), anchor=False)
    st.text(_("Bare du, til du selv viser noe til en gruppe. Du kan slutte når som helst, og da er det borte for dem."))
    with reading() as db:
        mine = profiles.my_groups(db, visitor)
        shared = profiles.shared(db, visitor)
        members = {each.group.id: len(each.members) for each in groups.listed(db, visitor)}
    if not mine:
        st.text(_("Du er ikke med i noen gruppe, så det er ingen å vise det til."))
    for group in mine:
        with st.container(key=f"card-share-{group.id}", horizontal=True, vertical_alignment="center"):
            with st.container(key=f"names-share-{group.id}", gap=None):
                st.markdown(f"**{plain(group.name)}**")
                st.caption(_("{count} andre i gruppa", count=max(0, members.get(group.id, 1) - 1)))
            for what in (profiles.RADAR, profiles.PLAN):
                _switch(visitor, group, what, (group.id, what) in shared)


def _switch(visitor: Visitor, group: Group, what: str, on: bool) -> None:
    offered, shown = {
        profiles.RADAR: (_("Vis radaren"), _("Slutt å vise radaren")),
        profiles.PLAN: (_("Vis planen"), _("Slutt å vise planen")),
    }[what]
    told = {"group": plain(group.name)}
    key = f"{what}-{group.id}"
    if on and st.button(shown, key=key, icon=":material/visibility:", type="primary"):
        do(profiles.unshare, visitor, group.id, what, said=_("{group} ser den ikke lenger.", **told))
    elif not on and st.button(offered, key=key, icon=":material/visibility_off:"):
        do(profiles.share, visitor, group.id, what, said=_("{group} ser den nå.", **told))


def _take_home(visitor: Visitor) -> None:
    st.header(_("Ta med deg alt"), anchor=False)
    st.text(_("Alt du har svart og skrevet her, i én fil som er din."))
    st.download_button(
        _("Last ned alt som JSON"), data=partial(_file, visitor), file_name="min-balanse.json",
        mime="application/json", key="take-profile", on_click="ignore", icon=":material/download:",
    )  # fmt: skip


def _file(visitor: Visitor) -> bytes:
    with reading() as db:
        return profile_export.export(db, visitor)


def _erase(visitor: Visitor) -> None:
    st.header(_("Slett alt"), anchor=False)
    for each in st.session_state.pop(ERASED, []):
        st.text(each)
    st.text(
        _(
            "Egenvurderinger, situasjoner, planer, treningslogg og tilbakemeldinger blir borte for godt, også for dem du har vist dem til. "
            "Sikkerhetskopier som er tatt før, holder på det til de slettes. Du får vite hvilke det er."
        )
    )
    word = _("SLETT")
    with st.form("erase-profile", border=False):
        typed = st.text_input(_("Skriv {word} for å bekrefte", word=word), key="erase-word")
        if st.form_submit_button(_("Slett alt for godt")):
            do(erased, visitor, typed, word, said=_("Alt er slettet."), then=remember)


def shown_page(visitor: Visitor) -> None:
    """Others' radars, one at a time: never beside each other and never beside one's own."""
    st.header(_("Radarer andre viser deg"), anchor=False)
    with reading() as db:
        found = shared_radars.shown(db, visitor)
    if not found:
        st.text(_("Ingen i gruppene dine viser radaren sin nå."))
        return
    names = [plain(each.name) for each in found]
    at = st.selectbox(_("Hvem sin?"), range(len(found)), format_func=names.__getitem__, key="whose")
    _shown(found[at or 0])


def _shown(radar: ShownRadar) -> None:
    st.text(_("{name} har valgt å vise deg denne. Den er til samtale, ikke til vurdering.", name=radar.name))
    of_few = [Layer("now", _("Nå"), radar.now.dimensions), Layer("wanted", _("Ønsket"), radar.wanted.dimensions)]
    of_all = [Layer("now", _("Nå"), radar.now.behaviours), Layer("wanted", _("Ønsket"), radar.wanted.behaviours)]
    few, every = st.columns([5, 7], gap="large")
    with few:
        picture(orientation_axes(), of_few, key="shown-few")
    with every, st.container(key="radar-all-art"):
        picture(all_axes(), of_all, key="shown-all")
    with st.expander(_("Tallene i en tabell")):
        st.markdown(_table(radar))


def _table(radar: ShownRadar) -> str:
    now, wanted = (each.dimensions | each.behaviours for each in (radar.now, radar.wanted))
    rows = [[_("Orientering og atferd"), _("Nå"), _("Ønsket")], ["---", "---:", "---:"]]
    ids = [id_ for each in MODEL.dimensions for id_ in (each.id, *(inside.id for inside in each.behaviours))]
    rows += [[plain(signed(id_)), plain(figure(now[id_], 2)), plain(figure(wanted[id_], 2))] for id_ in ids]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
