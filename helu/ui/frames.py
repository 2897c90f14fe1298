"""The projector and the phone in small, whole, beside the desk."""

from zlib import crc32

import streamlit as st

HEIGHT = 200  # until the style sheet says better; the frames keep their shape at every width


def wall_frame(words: str, source: str) -> None:
    """As the projector draws it, 16 by 9."""
    st.caption(words)
    with st.container(key="wall"):
        st.iframe(source, height=HEIGHT, alt=words, tab_index=-1)


def phone_frame(words: str, source: str) -> None:
    """A whole phone at a smaller scale, so that the form can be seen."""
    st.caption(words)
    with st.container(key=f"phone-{crc32(source.encode())}"):  # a new frame: the browser's way back stays the page's
        st.iframe(source, height=HEIGHT, alt=words, tab_index=-1)
