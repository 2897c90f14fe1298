"""A table that may be wider than the page: it is moved sideways by finger or by arrow keys, and its first column stays."""

from collections.abc import Collection, Sequence
from html import escape

import streamlit as st

Cell = tuple[str, str]  # a figure, and a word below it or nothing


def wide_table(
    label: str, heads: Sequence[str], rows: Sequence[tuple[str, Sequence[Cell]]], whole: Collection[int]
) -> None:
    """`rows` are (what it is about, cells); `whole` the places of those that sum up others. All is drawn as text."""
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    body = "".join(_row(name, cells, at in whole) for at, (name, cells) in enumerate(rows))
    st.html(
        f'<div class="wide-table" tabindex="0" role="region" aria-label="{escape(label)}">'
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(name: str, cells: Sequence[Cell], whole: bool) -> str:
    figures = "".join(
        f"<td>{escape(said)}{f'<small>{escape(word)}</small>' if word else ''}</td>" for said, word in cells
    )
    return f'<tr{" class=whole" if whole else ""}><th scope="row">{escape(name)}</th>{figures}</tr>'
