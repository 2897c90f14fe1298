"""What has become of the poster: its status, its versions with every changed word, and the deciding."""

import streamlit as st

from helu.activities.purpose_poster import status_said
from helu.domain import wording
from helu.domain.platform import Poster
from helu.i18n import ZONE, _, day_of
from helu.services import platforms, poster
from helu.services.platforms import Version
from helu.store.database import reading
from helu.ui.deeds import do
from helu.ui.poster_desk import Desk
from helu.ui.poster_lines import changes_said
from helu.ui.words import plain


def poster_status(desk: Desk) -> None:
    """Where the text stands, and the next step for it."""
    version, about = desk.version, (desk.visitor, desk.id, desk.version)
    with st.container(horizontal=True, vertical_alignment="center", key="poster-status"):
        kept = _("Alt er lagret") if desk.theirs is None and not desk.problem else _("Ikke lagret ennå")
        st.markdown(f"**{plain(status_said(version.status, version.number))}** · {kept}", width="stretch")
        if desk.theirs is not None or not version.number:
            return
        if version.locked:
            said = _("Plakaten er åpnet som et nytt utkast. Det vedtatte ligger blant versjonene.")
            if st.button(_("Åpne på nytt"), key="poster-reopen", icon=":material/lock_open:"):
                do(poster.reopen, *about, said=said)
            return
        if version.status == "draft" and st.button(_("Til revidering"), key="poster-review"):
            do(poster.set_status, *about, "in_review")
        if version.status == "in_review" and st.button(_("Tilbake til utkast"), key="poster-draft"):
            do(poster.set_status, *about, "draft")
        if st.button(_("Mål støtten"), key="poster-weigh", help=_("Lager en aktivitet der alle graderer hver linje.")):
            said = _("«Støtte til hver linje på plakaten» ligger rett etter det som er i gang.")
            do(poster.weigh, desk.visitor, desk.workshop, said=said)
        with st.popover(
            _("Vedta"), icon=":material/lock:", type="primary" if version.status == "in_review" else "secondary"
        ):
            st.text(_("Teksten låses med dagens dato. Den kan åpnes igjen som et nytt utkast."))
            if st.button(_("Vedta plakaten"), key="poster-adopt", type="primary"):
                do(poster.set_status, *about, "adopted", said=_("Plakaten er vedtatt."))


def poster_versions(desk: Desk) -> None:
    """The newest first, each held up against the one before or any other."""
    with reading() as db:
        found = platforms.versions(db, desk.platform, poster.PART)
    if not found:
        st.caption(_("Ingenting er skrevet ennå."))
        return
    numbers = {each.number: each for each in found}
    left, right = st.columns(2, gap="small")
    shown = left.selectbox(
        _("Versjon"), list(numbers), format_func=lambda number: _name(numbers[number]), key="poster-version"
    )
    others = [0, *(number for number in numbers if number != shown)]
    before = max((number for number in numbers if number < shown), default=0)
    against = right.selectbox(
        _("Sammenlign med"),
        others,
        others.index(before),
        format_func=lambda number: _name(numbers[number]) if number else _("ingenting"),
        key=f"poster-against-{shown}",
    )
    _differences(poster.text_of(numbers[against]) if against else Poster(), poster.text_of(numbers[shown]))
    newest = found[0]
    if shown != newest.number and not newest.locked:
        said = _("Versjon {number} er hentet tilbake. Den forrige ligger blant versjonene.", number=shown)
        if st.button(_("Hent tilbake denne"), key="poster-restore", icon=":material/history:"):
            do(poster.restore, desk.visitor, desk.id, shown, newest.number, said=said)


def _name(version: Version) -> str:
    """Who, as a role, and when."""
    made = version.made_at
    when = f"{day_of(made, 'MMMd')} {made.astimezone(ZONE):%H:%M}" if made else ""
    said = [status_said(version.status, version.number), version.role, when, version.note]
    return " · ".join(each for each in said if each)


def _differences(old: Poster, new: Poster) -> None:
    changes = wording.lines(old.lines, new.lines)
    for each in changes:
        place = f"{each.place}." if each.place else "–"
        st.markdown(f"{plain(place)} {changes_said(each.parts)}{_fate(each)}")
    before, after = ({each.what: each.text for each in content.meanings} for content in (old, new))
    numbers = {line.id: _("Linje {number}", number=at) for at, line in enumerate(new.lines, 1)}
    for what in dict.fromkeys([*after, *before]):
        if before.get(what, "") != after.get(what, ""):
            parts = changes_said(wording.diff(before.get(what, ""), after.get(what, "")))
            st.markdown(f"*{plain(numbers.get(what, what))}:* {parts}")
    if not wording.is_changed(changes) and before == after:
        st.caption(_("Ordene er de samme."))
    else:
        st.caption(_("Gjennomstreket er borte, uthevet er nytt."))


def _fate(change: wording.LineChange) -> str:
    words = {
        "new": _("ny linje"),
        "gone": _("tatt bort"),
        "moved": _("flyttet fra plass {before}", before=change.before),
    }
    return f" :small[:gray[{plain(words[change.fate])}]]" if change.fate in words else ""
