import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from helu.domain.text import clean, is_blank, one_line


@given(st.text())
def test_clean_text_is_safe_to_store_and_cleaning_twice_changes_nothing(typed):
    kept = clean(typed)
    kept.encode("utf-8")
    assert "\0" not in kept
    assert not [c for c in kept if unicodedata.category(c) == "Cc" and c not in "\n\t"]
    assert clean(kept) == kept


@given(st.text(st.characters(categories=["L", "N", "P"]), min_size=1))
def test_words_are_never_changed_in_meaning(typed):
    assert clean(typed) == unicodedata.normalize("NFC", typed)


def test_lone_surrogates_and_direction_overrides_are_taken_out():
    assert clean("a\ud800b\u202ec") == "abc"


def test_joined_emoji_are_kept_whole():
    assert clean("👩‍👩‍👧‍👦") == "👩‍👩‍👧‍👦"


def test_what_cannot_be_seen_is_blank():
    assert is_blank("\u200b \u2060")
    assert not is_blank("\u200bx")


def test_one_line_is_one_line():
    assert one_line(" a\n\nb\tc ") == "a b c"
