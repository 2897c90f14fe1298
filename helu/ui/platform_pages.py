"""What the platform's own page on the desk is put together from."""

from uuid import UUID

import streamlit as st

from helu.content import method
from helu.errors import NotFound
from helu.i18n import _, number_of
from helu.services import platform_parts as parts
from helu.services import platforms, wheel
from helu.services.access import Visitor
from helu.services.wheel import Listed, Stand
from helu.store.database import reading, writing
from helu.store.platform_tables import Platform
from helu.ui.deeds import do
from helu.ui.platform_art import draw_wheel
from helu.ui.platform_element import element_page, suggestion
from helu.ui.platform_matters import matters_page
from helu.ui.platform_values import culture_page, principles_page, values_page
from helu.ui.platform_year import year_page
from helu.ui.taking_platform import taking_page
from helu.ui.words import plain

PAGES = {
    "saker": matters_page,
    "verdier": values_page,
    "kultur": culture_page,
    "prinsipper": principles_page,
    "arshjul": year_page,
    "ta-med": taking_page,
}


def chosen_platform(visitor: Visitor) -> Platform | None:
    """The platform in the address, or that of the gathering in it; None when there is neither."""
    if wanted := st.query_params.get("plattform", ""):
        try:
            wanted_id = UUID(wanted)
        except ValueError:
            raise NotFound from None
        with reading() as db:
            return platforms.for_change(db, visitor, wanted_id)
    if code := st.query_params.get("samling", ""):
        with writing() as db:
            return parts.begin_for(db, visitor, code)
    return None


def platform_list(visitor: Visitor) -> None:
    """The groups of the organisation, and how far each has come."""
    with reading() as db:
        found = wheel.listed(db, visitor)
    if not found:
        st.info(_("Her er det ingen grupper ennå. Lag en under «Personer», så får den en plattform her."))
    for each in found:
        _card(visitor, each)


def _card(visitor: Visitor, listed: Listed) -> None:
    key = str(listed.group_id or listed.code)
    with st.container(key=f"card-{key}", horizontal=True, vertical_alignment="center"):
        with st.container(key=f"names-{key}", gap=None):
            st.markdown(f"**{plain(listed.name)}**")
            st.caption(plain(_standing(listed)))
        with st.container(key=f"steer-{key}", width="content"):
            if listed.platform:
                about = {"plattform": str(listed.platform.id)}
                st.page_link("desk/platform.py", label=_("Åpne"), icon=":material/donut_large:", query_params=about)
            elif st.button(_("Begynn"), key=f"begin-{key}") and listed.group_id:
                do(parts.begin, visitor, listed.group_id, said=_("Gruppa har fått en plattform."))


def _standing(listed: Listed) -> str:
    if listed.platform is None:
        return _("Ikke begynt ennå")
    written = sum(each.written for each in listed.segments)
    facts = [_("{count} av {all} elementer har tekst", count=written, all=len(listed.segments))]
    if work := sum(each.work for each in listed.segments):
        facts.append(_("{count} åpne oppgaver", count=work))
    if listed.group_id is None:
        facts.append(_("samling uten gruppe"))
    return " · ".join(facts)


def platform_head(platform: Platform) -> None:
    with reading() as db:
        name = platforms.name_of(db, platform)
        gatherings = parts.rooms(db, platform)
    with st.container(key="head", horizontal=True, vertical_alignment="center"):
        with st.container(key="names"):
            st.title(plain(name), anchor=False)
            st.caption(_("Lederplattformen"))
        st.page_link("desk/platform.py", label=_("Alle plattformer"))
        st.page_link("desk/launch.py", label=_("Lansering"), query_params={"plattform": str(platform.id)})
        if gatherings:
            about = {"samling": gatherings[0].code}
            st.page_link("desk/poster.py", label=_("Formålsplakaten"), query_params=about)
            st.page_link("desk/run.py", label=_("Til samlingen"), icon=":material/arrow_back:", query_params=about)


def platform_views(visitor: Visitor, platform: Platform) -> None:
    """The wheel and its elements, or one of the other parts; the choice lives in the address."""
    names = {
        "hjul": _("Hjulet"),
        "saker": _("Saker"),
        "verdier": _("Verdier"),
        "kultur": _("Struktur og kultur"),
        "prinsipper": _("Prinsipper"),
        "arshjul": _("Årshjul"),
        "ta-med": _("Ta med hjem"),
    }
    wanted = st.query_params.get("visning", "hjul")
    wanted = wanted if wanted in names else "hjul"
    chosen = st.segmented_control(
        _("Visning"),
        list(names),
        default=wanted,
        format_func=names.__getitem__,
        key=f"view-{platform.id}",
        label_visibility="collapsed",
        required=True,
    )
    if chosen != wanted:
        st.query_params["visning"] = str(chosen)
    with st.container(key="platform"):
        if chosen in PAGES:
            PAGES[chosen](visitor, platform)
        else:
            wheel_page(visitor, platform)


def wheel_page(visitor: Visitor, platform: Platform) -> None:
    with reading() as db:
        stands = wheel.stands(db, platform, visitor.language)
        drawn = wheel.wheel_of(db, platform, visitor.language)
    wanted = st.query_params.get("element", "")
    here = next((each for each in stands if each.key == wanted), stands[0])
    art, page = st.columns([4, 7], gap="large")
    with art:
        clicked = draw_wheel(drawn, here.key) or _list(stands, here, visitor.language)
        suggestion(visitor, platform, "status")
        criteria(visitor.language)
    if clicked and clicked != here.key:
        st.query_params["element"] = clicked
        st.rerun()
    with page:
        element_page(visitor, platform, here)


def _list(stands: list[Stand], here: Stand, language: str) -> str:
    """The elements to choose from, for those who would rather read than point; the one that was clicked."""
    clicked = ""
    with st.container(key="elements", gap=None):
        for at, each in enumerate(stands, 1):
            facts = [number_of(each.status.mean)] if each.status else []
            facts += ["✓"] if each.decided else []
            facts += [_("{count} åpne", count=len(each.content.open_work))] if each.content.open_work else []
            words = plain(f"{at}. {each.title}") + (f" :small[{plain(' · '.join(facts))}]" if facts else "")
            kind = "primary" if each.key == here.key else "tertiary"
            if st.button(words, key=f"element-{each.key}", type=kind, width="stretch"):  # type: ignore[arg-type]
                clicked = each.key
    return clicked


def criteria(language: str) -> None:
    """Målrettet, forankret, konsistent: what to hold the whole against."""
    held = method.platform().quality_criteria
    with st.expander(_("Tre spørsmål å prøve plattformen mot")):
        st.caption(plain(method.said(held.intro, language)))
        for each in held.items:
            st.markdown(
                f"**{plain(method.said(each.title, language))}** – {plain(method.said(each.description, language))}"
            )
