"""What meets a leader first: the way to a self-assessment, until there is one."""

import streamlit as st

from helu.i18n import _
from helu.services import assessing, profile_lock
from helu.services.access import Visitor
from helu.store.database import reading

ASSESS = "/egenvurdering"


def first_step(visitor: Visitor) -> None:
    """Nothing when one is finished and none begun since, while the profile is locked, or for those who facilitate."""
    if visitor.facilitates:
        return
    with reading() as db:
        if profile_lock.is_locked(db, visitor):
            return
        under_way = assessing.unfinished(db, visitor)
        if assessing.newest_finished(db, visitor) and not under_way:
            return
    begin = _("Begynn med egenvurderingen (om lag fire minutter)")
    st.link_button(_("Fortsett egenvurderingen") if under_way else begin, ASSESS, type="primary")
