"""One element of the wheel: its questions, how the group says it stands, its text, and what remains."""

from collections.abc import Sequence

import streamlit as st

from helu.content import method
from helu.domain.platform import Element, Line
from helu.domain.wheel import HIGH, LOW, Status
from helu.i18n import _, day_of, number_of
from helu.services import platform_parts as parts
from helu.services import platforms, poster
from helu.services.access import Visitor
from helu.services.wheel import Stand
from helu.store.database import reading
from helu.store.platform_tables import Platform
from helu.ui.deeds import do
from helu.ui.platform_sheet import Sheet, foot, meanwhile, open_sheet, save_buttons, state_words
from helu.ui.platform_taking import origin, take_form
from helu.ui.words import plain


def element_page(visitor: Visitor, platform: Platform, stand: Stand) -> None:
    element = method.platform().element(stand.key)
    sheet = open_sheet(visitor, platform, stand.key)
    st.header(plain(stand.title), anchor=False)
    facts = [_("Vedtatt {date}", date=day_of(stand.decided, "short"))] if stand.decided else []
    st.caption(" · ".join([state_words(sheet.newest), *facts]))
    for question in element.questions:
        st.markdown(f"*{plain(method.said(question, visitor.language))}*")
    status_lines(stand.statuses, method.said(element.statement, visitor.language), visitor.language)
    meanwhile(sheet)
    if stand.key == "purpose":
        _poster(platform)
    _text(sheet, element)
    left, right = st.columns([3, 2], gap="medium")
    with left:
        open_work(sheet)
    with right:
        suggestion(visitor, platform, stand.key)
    take_form(sheet, {"text": _("Teksten")})
    foot(sheet)


def _poster(platform: Platform) -> None:
    """The purpose stands on the poster; here it is read, and the way to it."""
    with reading() as db:
        lines = [line.text for line in platforms.newest(db, platform, poster.PART).content.rows() if line.text]
        gatherings = parts.rooms(db, platform)
    if lines:
        st.text("\n".join(f"{at}. {text}" for at, text in enumerate(lines, 1)))
    if gatherings:
        about = {"samling": gatherings[0].code}
        label = _("Åpne formålsplakaten") if lines else _("Skriv formålsplakaten")
        st.page_link("desk/poster.py", label=label, icon=":material/edit:", query_params=about)


def _text(sheet: Sheet, element: method.Element) -> None:
    held = sheet.began.content
    assert isinstance(held, Element)
    text = sheet.area(_("Dette er vi enige om"), "text", held.text, height=130, max_chars=4000)
    asides = {}
    for row in element.rows():
        label, value = plain(method.said(row, sheet.visitor.language)), held.asides.get(row.id, "")
        asides[row.id] = sheet.area(label, row.id, value, height=80, max_chars=4000)
    if held.sources:
        origin(held.sources)
    save_buttons(sheet, lambda: _content(sheet, text, asides))


def _content(sheet: Sheet, text: str, asides: dict[str, str]) -> Element:
    """What is typed, with the open work as it is now: that is changed by itself."""
    now, began = sheet.newest.content, sheet.began.content
    assert isinstance(now, Element)
    assert isinstance(began, Element)
    kept = {**began.asides, **asides}
    return Element(text=text, sources=now.sources, asides={k: v for k, v in kept.items() if v}, open_work=now.open_work)


def status_lines(statuses: Sequence[Status], statement: str, language: str) -> None:
    """How it stands over time, with the spread in figures; nothing from fewer than five people."""
    if not statuses:
        st.caption(_("Ingen status ennå. Den kommer når minst fem har svart på statusspørsmålene i en samling."))
        return
    st.markdown(plain(f"«{statement}»"))
    for each in statuses[-4:]:
        spread = ", ".join(f"{step}: {n}" for step, n in zip(range(LOW, HIGH + 1), each.counts))
        when = day_of(each.on, "short") if each.on else ""
        said = _("{status} av 5 · {count} svar", status=number_of(each.mean), count=each.answered)
        st.progress(each.mean / HIGH, plain(f"{when} {each.gathering}") + f" – **{plain(said)}**")
        st.caption(plain(_("Antall på hvert trinn: {spread}", spread=spread)))


def open_work(sheet: Sheet) -> None:
    held = sheet.newest.content
    assert isinstance(held, Element)
    st.markdown(f"**{_('Åpent arbeid')}**")
    about = (sheet.visitor, sheet.platform.id, sheet.part)
    for line in held.open_work:
        _work_row(sheet, line)
    with st.form(f"{sheet.name}-work", clear_on_submit=True, border=False), st.container(horizontal=True):
        said = st.text_input(
            _("Hva gjenstår?"), max_chars=400, label_visibility="collapsed", placeholder=_("Hva gjenstår?")
        )
        if st.form_submit_button(_("Legg til")):
            do(parts.add_work, *about, said)


def _work_row(sheet: Sheet, line: Line) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(plain(line.text), width="stretch")
        help_ = _("Tar det bort fra listen. Det står igjen blant versjonene.")
        if st.button(_("Gjort"), key=f"done-{line.id}", icon=":material/check:", type="tertiary", help=help_):
            do(parts.finish_work, sheet.visitor, sheet.platform.id, sheet.part, line.id)


def suggestion(visitor: Visitor, platform: Platform, element: str) -> None:
    """The activity that would move it on, and the way into the newest gathering."""
    with reading() as db:
        gatherings = parts.rooms(db, platform)
    language = gatherings[0].language if gatherings else visitor.language
    title, kind = parts.suggestion_words(element, language)
    st.markdown(f"**{_('Neste skritt')}**" if element != "status" else f"**{_('Spør gruppa hvor dere står')}**")
    st.caption(plain(f"{kind}: {title}"))
    if not gatherings:
        st.caption(_("Gruppa har ingen samling ennå. Lag en under «Samlinger» først."))
        return
    help_ = _("Legges sist i «{title}».", title=plain(gatherings[0].title))
    if st.button(_("Legg til i samlingen"), key=f"suggest-{element}", icon=":material/add:", help=help_):
        said = _("Aktiviteten er lagt til i «{title}».", title=plain(gatherings[0].title))
        do(parts.suggest, visitor, platform.id, element, said=said)
