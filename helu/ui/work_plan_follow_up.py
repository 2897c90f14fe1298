"""Beside the follow-up of plans on the desk: one leader at a time, or a hint when nobody shows a plan."""

import streamlit as st

from helu.i18n import _
from helu.services.showing import settings_of
from helu.store.database import reading
from helu.store.tables import Activity, Workshop
from helu.ui.turning import Turns, turning


def tool(workshop: Workshop, activity: Activity) -> None:
    with reading() as db:
        settings = settings_of(activity, db)
    plans = settings.state.plans
    if workshop.group_id is None:
        st.info(_("Samlingen er ikke knyttet til en gruppe, så det er ingen delte planer å vise. Alle kan svare."))
    elif not plans:
        st.info(
            _(
                "Ingen har delt en plan med gruppa. Minn om at hver leder kan dele under «Min plan», og la alle svare "
                "om det de har prøvd."
            )
        )
    else:
        one = _("Én leder viser planen sin til gruppa.")
        st.caption(one if len(plans) == 1 else _("{count} ledere viser planen sin til gruppa.", count=len(plans)))
        turning(workshop, turns(activity))


def turns(activity: Activity) -> Turns | None:
    """The leaders, until what was answered is shown instead."""
    with reading() as db:
        settings = settings_of(activity, db)
    if settings.show != "one" or settings.state.shown:
        return None
    return Turns(len(settings.state.plans), _("Neste leder"), _("Forrige leder"))
