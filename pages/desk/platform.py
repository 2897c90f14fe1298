"""Plattformer: the groups of the organisation with their platforms, or one of them."""

import streamlit as st

from helu import ui
from helu.i18n import _

visitor = ui.require_facilitator()
platform = ui.chosen_platform(visitor)
if platform is None:
    st.title(_("Plattformer"))
    ui.tell()
    ui.platform_list(visitor)
else:
    ui.platform_head(platform)
    ui.tell()
    ui.platform_views(visitor, platform)
