"""A platform as the members of the group read it."""

from collections.abc import Sequence

import streamlit as st

from helu.content import library, method
from helu.content.words import Words
from helu.domain.platform import Year
from helu.i18n import _, day_of, number_of
from helu.services import platforms, wheel
from helu.services.access import Visitor
from helu.services.platforms import Version
from helu.services.wheel import Stand
from helu.store.database import reading
from helu.store.platform_tables import Platform
from helu.ui.platform_art import draw_wheel, draw_year
from helu.ui.platform_element import status_lines
from helu.ui.platform_sheet import state_words
from helu.ui.platform_words import in_lines
from helu.ui.platform_year import calendar_button
from helu.ui.taking_platform import platform_downloads
from helu.ui.words import plain

READ = ("matter_list", "values", "structure_culture", "principles", "launch")  # besides poster, elements and year


def own_platform(visitor: Visitor) -> None:
    """The platform in the address, else the first of the groups one is in."""
    with reading() as db:
        found = wheel.mine(db, visitor)
    if not found:
        st.info(_("Ingen av gruppene dine har en plattform ennå. Den kommer når dere begynner å arbeide med den."))
        return
    names = {str(platform.id): group.name for group, platform in found}
    wanted = st.query_params.get("plattform", "")
    if len(names) > 1:
        at = list(names).index(wanted) if wanted in names else 0
        wanted = st.selectbox(_("Gruppe"), list(names), at, format_func=names.__getitem__)
    platform = next((each for _group, each in found if str(each.id) == wanted), found[0][1])
    with reading() as db:
        platform = platforms.for_visitor(db, visitor, platform.id)
    read_platform(visitor, platform, names[str(platform.id)])


def read_platform(visitor: Visitor, platform: Platform, name: str) -> None:
    with reading() as db:
        stands = wheel.stands(db, platform, visitor.language)
        drawn = wheel.wheel_of(db, platform, visitor.language)
        poster, year = (platforms.newest(db, platform, part) for part in ("poster", "year"))
        others = [platforms.newest(db, platform, part) for part in READ]
    st.header(plain(name), anchor=False)
    _poster(poster, visitor.language)
    left, right = st.columns([4, 6], gap="large")
    with left:
        clicked = draw_wheel(drawn, st.query_params.get("element", ""), key="own-wheel")
    if clicked:
        st.query_params["element"] = clicked
    with right:
        for stand in stands:
            _element(stand, visitor.language, st.query_params.get("element", "") == stand.key)
    for version in others:
        _part(version)
    assert isinstance(year.content, Year)
    _year(visitor, platform, year.content)
    with st.expander(_("Ta med hjem"), icon=":material/download:"):
        platform_downloads(visitor, platform.id)


def _poster(poster: Version, language: str) -> None:
    """The sentence it begins with, and its lines."""
    lines = in_lines(poster.content)
    if not lines:
        return
    begins = Words.model_validate(
        {k: v for k, v in library.method("formalsplakat")["template"]["sentence"].items() if k in ("nb", "nn", "en")}
    )
    with st.container(key="poster-read", border=True):
        st.markdown(f"**{plain(method.said(begins, language))}**")
        st.markdown("\n".join(f"{at}. {plain(line)}" for at, line in enumerate(lines, 1)))
        st.caption(state_words(poster))


def _element(stand: Stand, language: str, chosen: bool) -> None:
    element = method.platform().element(stand.key)
    facts = [_("Vedtatt {date}", date=day_of(stand.decided, "short"))] if stand.decided else []
    facts += [_("{status} av 5", status=number_of(stand.status.mean))] if stand.status else []
    heading = " · ".join([plain(stand.title), *map(plain, facts)])
    with st.expander(heading, expanded=chosen, key=f"read-{stand.key}-{chosen}"):
        for question in element.questions:
            st.markdown(f"*{plain(method.said(question, language))}*")
        st.text(stand.content.text or _("Her er det ikke skrevet noe ennå."))
        for row in element.rows():
            if said := stand.content.asides.get(row.id):
                st.markdown(f"**{plain(method.said(row, language))}**")
                st.text(said)
        if stand.statuses:
            status_lines(stand.statuses, method.said(element.statement, language), language)
        _bullets(_("Åpent arbeid"), [line.text for line in stand.content.open_work])


def _part(version: Version) -> None:
    lines = in_lines(version.content) if version.number else []
    if lines:
        with st.expander(f"{platforms.title_of(version.part)} · {state_words(version)}"):
            _bullets("", lines)


def _year(visitor: Visitor, platform: Platform, year: Year) -> None:
    if not year.entries:
        return
    with st.expander(platforms.title_of("year")):
        left, right = st.columns([4, 6], gap="large")
        with left:
            draw_year(year, key="own-year")
            calendar_button(visitor, platform, year)
        with right:
            _bullets("", in_lines(year))


def _bullets(title: str, texts: Sequence[str]) -> None:
    if texts:
        head = f"**{title}**\n\n" if title else ""
        st.markdown(head + "\n".join(f"- {plain(text)}" for text in texts))
