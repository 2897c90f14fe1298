"""Helu. Started by `python -m helu serve`, or by `streamlit run app.py`."""

import streamlit as st
from starlette.middleware import Middleware

from helu import door, leader, phone, projector
from helu.server import lifespan
from helu.settings import PAGES
from helu.web import health
from helu.web.plain import PlainPages

# Phones and the wall get plain pages; everything else is Streamlit, behind the door.
# The frame lies in pages/, so Streamlit finds no pages of its own to serve beside it.
app = st.App(
    PAGES / "frame.py",
    middleware=[
        Middleware(door.Headers),
        Middleware(
            PlainPages,
            routes=[*phone.ROUTES, *projector.ROUTES, *leader.ROUTES, *door.ROUTES, *health.ROUTES],
        ),
        Middleware(door.Gate),
        Middleware(door.Squeezed),
    ],
    lifespan=lifespan,
)
