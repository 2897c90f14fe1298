"""One part of a platform as a sheet to write on: what was typed is kept when somebody else has saved meanwhile."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st
from pydantic import ValidationError

from helu.content.mend import misfit
from helu.domain.platform import Part
from helu.i18n import _
from helu.services import platform_parts as parts
from helu.services import platforms
from helu.services.access import Visitor
from helu.services.platforms import Version
from helu.store.database import reading
from helu.store.platform_tables import Platform
from helu.ui.deeds import do
from helu.ui.platform_history import differences, history
from helu.ui.words import plain


@dataclass(frozen=True)
class Sheet:
    visitor: Visitor
    platform: Platform
    part: str
    newest: Version
    began: Version  # what the inputs were filled with; older than the newest when somebody else has saved
    seen: int  # the newest there was when the person clicked
    dirty: bool  # something is typed that is not saved

    @property
    def name(self) -> str:
        return f"sheet-{self.platform.id}-{self.part}"

    def key(self, field: str) -> str:
        """Of one input. What is in it stays for as long as the sheet goes on from the same version."""
        return f"{self.name}-{self.began.number}-{field}"

    def area(self, label: str, field: str, value: str, **more: Any) -> str:
        """Something to write in, or what was decided to read."""
        if self.locked:
            st.markdown(f"**{label}**")
            st.text(value or "–")
            return value
        return self.given(field, value, st.text_area(label, value, key=self.key(field), **more))

    def given(self, field: str, start: Any, typed: Any) -> Any:
        """Remember what an input began with, so that it is known whether something has been typed."""
        st.session_state[self.name]["inputs"][self.key(field)] = start
        return typed

    @property
    def locked(self) -> bool:
        return self.newest.locked

    def taken_up(self, made: Version) -> None:
        """Go on from a version that was just made."""
        st.session_state[self.name] = {"began": made.number, "seen": made.number, "inputs": {}}


def open_sheet(visitor: Visitor, platform: Platform, part: str) -> Sheet:
    """The part as it is now; inputs go on from what they began with while something is typed in them."""
    with reading() as db:
        newest = platforms.newest(db, platform, part)
        name = f"sheet-{platform.id}-{part}"
        held = st.session_state.get(name, {"began": newest.number, "seen": newest.number, "inputs": {}})
        dirty = any(_typed(key, start) for key, start in held["inputs"].items())
        began = newest
        if dirty and held["began"]:
            began = platforms.version(db, platform, part, held["began"])
        elif dirty:
            began = Version(part, 0, type(newest.content)())
    st.session_state[name] = {"began": began.number, "seen": newest.number, "inputs": {}}
    return Sheet(visitor, platform, part, newest, began, held["seen"], dirty)


def _typed(key: str, start: Any) -> bool:
    now = st.session_state.get(key, start)
    if isinstance(now, dict):  # a table holds what was changed in it, not what it holds
        return any(now.values())
    return bool(now != start)


def meanwhile(sheet: Sheet) -> None:
    """Somebody else has saved while this was written: theirs is shown, and nothing typed is gone."""
    if sheet.newest.number == sheet.began.number:
        return
    st.warning(
        _(
            "Noen andre har lagret versjon {number} mens du skrev. Det du har skrevet, står her.",
            number=sheet.newest.number,
        )
    )
    with st.expander(_("Det de endret"), expanded=True):
        differences(sheet.began.content, sheet.newest.content)
        if st.button(_("Bruk deres versjon"), key=f"{sheet.name}-theirs"):
            sheet.taken_up(sheet.newest)
            st.rerun()


def save_buttons(sheet: Sheet, content: Callable[[], Part]) -> None:
    """Save, adopt and open again. `content` makes the part out of the inputs; it may raise HeluError."""
    about = (sheet.visitor, sheet.platform.id, sheet.part)
    if sheet.locked:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.caption(_("Teksten er vedtatt og låst."))
            if st.button(_("Åpne på nytt"), key=f"{sheet.name}-reopen", icon=":material/lock_open:"):
                do(parts.reopen, *about, sheet.seen, said=_("Teksten er åpen igjen."), then=sheet.taken_up)
        return
    note = st.text_input(
        _("Hva er endret? (kan stå tom)"),
        key=sheet.key("note"),
        max_chars=200,
        placeholder=_("For eksempel: kortet ned"),
    )
    with st.container(horizontal=True):
        words = _("Lagre") if sheet.newest.number == sheet.began.number else _("Lagre min tekst over deres")
        if st.button(words, key=f"{sheet.name}-save", type="primary"):
            do(_keep, *about, content, sheet.seen, note, said=_("Lagret."), then=sheet.taken_up)
        unsaved = _("Lagre først det du har skrevet.") if sheet.dirty else None
        if st.button(_("Vedta"), key=f"{sheet.name}-adopt", icon=":material/lock:", disabled=sheet.dirty, help=unsaved):
            do(parts.adopt, *about, sheet.seen, said=_("Teksten er vedtatt og låst."), then=sheet.taken_up)


def foot(sheet: Sheet) -> None:
    """Which version this is, and those before it."""
    history(sheet.visitor, sheet.platform, sheet.part, sheet.seen, sheet.dirty, sheet.taken_up)


def state_words(version: Version) -> str:
    if version.number == 0:
        return _("Ikke skrevet ennå")
    state = {"draft": _("Utkast"), "in_review": _("Til vurdering"), "adopted": _("Vedtatt")}[version.status]
    facts = [state, _("versjon {number}", number=version.number)]
    return plain(" · ".join(filter(None, [*facts, version.role])))


def _keep(
    db: Any, visitor: Visitor, platform_id: Any, part: str, content: Callable[[], Part], seen: int, note: str
) -> Version:
    try:
        made = content()
    except ValidationError as error:
        raise misfit(error, ()) from None
    return parts.keep(db, visitor, platform_id, part, made, seen, note)
