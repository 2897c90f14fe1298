"""What a leader sends to those who are asked: the letter says what it is about, and the table can be merged."""

from urllib.parse import unquote

import pytest

from helu.i18n import speaking
from helu.services import feedback_letters
from helu.services.feedback import OWN_LEADER, Invited
from helu.store.rating_tables import Feedback
from helu.ui.personal_links import pasted

HOME = "https://helu.no/tilbakemelding/"


def letter(world, email="kari@fjell.no", role="colleagues", **about):
    person = Invited("Kari & Co <b>", email, role, "merke-1_2")
    return feedback_letters.letter(world.leif, Feedback(**about), person, HOME)


def test_it_says_who_asks_what_it_is_how_long_it_takes_until_when_and_who_sees_what(world):
    said = unquote(letter(world))
    assert said.startswith("mailto:kari@fjell.no?subject=Kan du gi meg tilbakemelding?&body=Hei Kari & Co <b>!\r\n")
    for each in ("omtrent 5 minutter", "Jeg ser ikke hvem som har svart hva", "til jeg lukker runden", world.leif.name):
        assert each in said
    assert f"\r\n{HOME}merke-1_2\r\n" in said
    assert "omtrent 10 minutter" in unquote(letter(world, form="full"))


def test_whoever_is_shown_alone_is_told_so_and_a_letter_to_nobody_can_be_filled_in(world):
    alone = {"cells": {OWN_LEADER: OWN_LEADER}, "alone": [OWN_LEADER]}
    assert "Svaret ditt vises for seg" in unquote(letter(world, role=OWN_LEADER, **alone))
    assert letter(world, email="").startswith("mailto:?subject=")


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_it_is_short_enough_for_outlook_on_windows_in_every_language(world, language):
    with speaking(language):
        assert len(letter(world)) < 2000


def test_the_table_has_a_line_for_each_and_no_empty_column():
    people = [Invited("Kari", "kari@fjell.no", "colleagues", "a"), Invited("Ola", "", "network", "b")]
    assert pasted(people, HOME) == f"Kari\tkari@fjell.no\t{HOME}a\nOla\t\t{HOME}b"
    assert pasted(people[1:], HOME) == f"Ola\t{HOME}b"
