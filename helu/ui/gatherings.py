"""What the list of gatherings is drawn with."""

from collections.abc import Sequence
from uuid import UUID

import streamlit as st

from helu.activities import ACTIVITIES
from helu.content.template import Template
from helu.domain.codes import show_code
from helu.domain.phase import Phase
from helu.i18n import LANGUAGES, _
from helu.services import editing, gatherings, results, running
from helu.services.access import Visitor
from helu.services.gatherings import Listed
from helu.store.database import reading, writing
from helu.store.tables import Group, Workshop
from helu.ui.deeds import Undo, do
from helu.ui.words import plain
from helu.web import address


def phase_words(phase: str) -> str:
    return {
        Phase.LOBBY: _("Ikke startet"),
        Phase.OPEN: _("I gang"),
        Phase.SHOWN: _("I gang"),
        Phase.CLOSED: _("I gang"),
        Phase.ENDED: _("Avsluttet"),
    }[Phase(phase)]


def gathering_card(listed: Listed, visitor: Visitor) -> None:
    workshop = listed.workshop
    about = {"samling": workshop.code}
    facts = [phase_words(workshop.phase), show_code(workshop.code), LANGUAGES[workshop.language]]
    facts += [_("{count} aktiviteter", count=listed.activities), _("{count} har vært med", count=listed.joined)]
    with st.container(key=f"card-{workshop.id}", horizontal=True, vertical_alignment="center"):
        with st.container(key=f"names-{workshop.id}", gap=None):
            st.markdown(f"**{plain(workshop.title)}**")
            st.caption(plain(" · ".join([*facts, *filter(None, [listed.group])])))
        with st.container(key=f"steer-{workshop.id}", width="content"):
            st.page_link("desk/run.py", label=_("Styr"), icon=":material/play_arrow:", query_params=about)
        st.page_link("desk/edit.py", label=_("Rediger"), query_params=about)
        st.page_link("desk/answers.py", label=_("Svar og filer"), query_params=about)
        st.page_link("desk/platform.py", label=_("Plattform"), query_params=about)
        with st.popover("⋯", help=_("Mer om «{title}»", title=plain(workshop.title)), type="tertiary", width="content"):
            st.caption(_("Sletter du samlingen, blir også svarene borte. Du kan angre i 30 sekunder."))
            if st.button(_("Slett samlingen"), key=f"remove-{workshop.id}"):
                _remove(workshop, visitor)


def _remove(workshop: Workshop, visitor: Visitor) -> None:
    with reading() as db:
        answers = sum(results.count(db, each.id) for each in running.activities_in(db, workshop.id))
    said = _("«{title}» er slettet, med {count} svar.", title=plain(workshop.title), count=answers)
    do(editing.remove_workshop, workshop, undo=Undo(said, editing.bring_workshop_back, (visitor, workshop.id)))


def make_gathering(visitor: Visitor, template: str, language: str, title: str, group: UUID | None) -> None:
    """Make it and go to its page. Text that is missing in the language is named, not passed over."""
    with writing() as db:
        workshop, missing = gatherings.make_for(db, visitor, template, language, title, group)
    if missing:
        said = _("{count} tekster finnes ikke på {language} og vises på bokmål: {titles}")
        titles = plain("; ".join(missing[:5]))
        st.session_state["told"] = (
            "success",
            said.format(count=len(missing), language=LANGUAGES[language], titles=titles),
        )
    st.switch_page("desk/edit.py", query_params={"samling": workshop.code})


def group_choice(groups: Sequence[Group]) -> UUID | None:
    """The only group there is, is most likely the one."""
    names = {group.id: group.name for group in groups}
    choices = [None, *names]
    return st.selectbox(
        _("For gruppe"),
        choices,
        index=1 if len(names) == 1 else 0,
        format_func=lambda each: names[each] if each else _("Ingen bestemt"),
    )


def warn_about_no_group(template: Template, group: UUID | None) -> None:
    """A gathering about a group can be made without one; what is lost is said."""
    kinds = {ACTIVITIES[activity.kind] for item in template.items for activity in item.activities}
    if group is None and any(kind.of_group for kind in kinds):
        with st.container(key="no-group"):
            st.caption(_("Velg gruppa samlingen gjelder. Uten gruppe kan ikke bildet av gruppa vises."))


def warn_about_plain_http() -> None:
    """What plain http in a meeting room means, in one line."""
    if address.is_plain_http():
        st.caption(
            _(
                "Telefonene kommer inn på {address} uten kryptering. Bruk et nett dere stoler på, eller en https-adresse.",
                address=address.public_url(),
            )
        )


def own_gathering(group: Group, workshop: Workshop) -> None:
    """A gathering as a member of the group sees it: where it stands, and the way in."""
    with st.container(key=f"card-{workshop.id}", horizontal=True, vertical_alignment="center"):
        with st.container(key=f"names-{workshop.id}", gap=None):
            st.markdown(f"**{plain(workshop.title)}**")
            st.caption(plain(f"{group.name} · {phase_words(workshop.phase)}"))
        over = workshop.phase == Phase.ENDED
        st.link_button(
            _("Se samlingen") if over else _("Bli med"), f"/d/{workshop.code}", type="secondary" if over else "primary"
        )
