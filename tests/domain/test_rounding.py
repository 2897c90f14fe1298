"""One way to round a figure, wherever it is shown."""

from datetime import UTC, date, datetime
from itertools import product

import pytest

from helu.activities import radar_picture
from helu.content.profile_speech import figure
from helu.documents.profile_say import number
from helu.domain.rounding import rounded
from helu.i18n import day_of, number_of, speaking
from helu.ui.radar_words import distance


@pytest.mark.parametrize(
    ("value", "decimals", "said"),
    [(6.25, 1, 6.3), (5.35, 1, 5.4), (-0.25, 1, -0.3), (5.125, 2, 5.13), (4.5, 0, 5), (2.5, 0, 3), (0.0, 1, 0.0)],
)
def test_a_half_goes_up(value, decimals, said):
    assert rounded(value, decimals) == said


def test_what_reckoning_leaves_behind_is_no_half():
    assert rounded(0.1 + 0.2 + 5.85 - 0.8) == rounded(5.35)


def test_page_paper_and_wall_say_the_same_of_every_mean_of_four():
    with speaking("nb"):
        for steps in product((1, 2.5, 4, 6.5, 7), repeat=4):
            mean = sum(steps) / 4
            assert figure(mean) == number(mean) == radar_picture.figure(mean)
            assert figure(mean, 2) == number(mean, 2)
        assert distance(0.25) == "+0,3"


@pytest.mark.parametrize(("language", "said"), [("nb", "0,0"), ("nn", "0,0"), ("en", "0.0")])
def test_a_little_less_than_nothing_is_nothing(language, said):
    with speaking(language):
        assert number_of(-0.04) == said


def test_days_are_written_as_they_are_in_each_language():
    said = {
        "nb": ("22. november 2026", "22. nov. 2026", "22.11.2026", "22. november"),
        "nn": ("22. november 2026", "22. nov. 2026", "22.11.2026", "22. november"),
        "en": ("22 November 2026", "22 Nov 2026", "22/11/2026", "22 November"),
    }
    for language, forms in said.items():
        with speaking(language):
            assert tuple(day_of(date(2026, 11, 22), form) for form in ("long", "medium", "short", "MMMMd")) == forms


def test_the_day_is_the_one_in_norway():
    with speaking("nb"):
        assert day_of(datetime(2026, 12, 31, 23, 30, tzinfo=UTC)) == "1. januar 2027"
