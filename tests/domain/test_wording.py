"""Differences between two wordings, and two people's changes put together."""

from hypothesis import given
from hypothesis import strategies as st

from helu.domain import wording
from helu.domain.platform import Line, Meaning, Poster
from helu.domain.together import together

texts = st.text(max_size=60) | st.lists(
    st.sampled_from(["å", "lede", "skape", "tillit", ",", "og", "i", "-", "."])
).map(" ".join)


@given(texts, texts)
def test_kept_and_new_is_the_new_text_and_kept_and_gone_the_old(old, new):
    changes = wording.diff(old, new)
    assert "".join(text for fate, text in changes if fate != "gone") == new
    assert "".join(text for fate, text in changes if fate != "new") == old
    assert all(text for _fate, text in changes)


def test_changes_come_in_runs_that_can_be_read():
    assert wording.diff("å lede godt hver dag", "vi leder alltid best i lag") == [
        ("gone", "å lede godt hver dag"),
        ("new", "vi leder alltid best i lag"),
    ]
    assert wording.diff("skape tillit", "bygge tillit") == [("gone", "skape"), ("new", "bygge"), ("kept", " tillit")]
    assert wording.diff("likt", "likt") == [("kept", "likt")]


def test_lines_are_known_by_their_ids_when_they_move():
    old = [Line(id="a", text="ett"), Line(id="b", text="to"), Line(id="c", text="tre")]
    new = [Line(id="c", text="tre"), Line(id="a", text="ett og"), Line(id="d", text="ny")]
    assert {each.id: each.fate for each in wording.lines(old, new)} == {
        "c": "moved",
        "a": "changed",
        "b": "gone",
        "d": "new",
    }
    assert not wording.is_changed(wording.lines(old, old))


def poster(**lines):
    return Poster(lines=[Line(id=id_, text=text) for id_, text in lines.items()])


BASE = poster(a="ett", b="to")


def test_changes_in_different_lines_are_put_together():
    assert together(BASE, poster(a="EN", b="to"), poster(a="ett", b="TO")) == poster(a="EN", b="TO")
    assert together(BASE, poster(a="ett", b="to", c="ny"), poster(b="to", a="ett")) == poster(b="to", a="ett", c="ny")


def test_the_same_words_changed_twice_are_for_people_to_decide():
    mine, theirs = poster(a="EN", b="to"), poster(a="én", b="TO")
    assert together(BASE, mine, theirs) is None
    assert together(BASE, mine, theirs, mine_wins=True) == poster(a="EN", b="TO")
    assert together(BASE, mine, poster(b="to")) is None
    assert together(BASE, mine, mine) == mine


def test_meanings_and_the_checklist_are_put_together_too():
    base = Poster(meanings=[Meaning(what="mot", text="")], checked=["useful"])
    mine = Poster(meanings=[Meaning(what="mot", text="Å våge")], checked=[])
    theirs = Poster(
        meanings=[Meaning(what="mot", text=""), Meaning(what="ro", text="x")], checked=["useful", "commits"]
    )
    merged = together(base, mine, theirs)
    assert {each.what: each.text for each in merged.meanings} == {"mot": "Å våge", "ro": "x"}
    assert merged.checked == ["commits"]
    clash = Poster(meanings=[Meaning(what="mot", text="Noe annet")])
    assert together(base, mine, clash) is None
