"""One way to round a figure, wherever it is shown."""

from itertools import product

import pytest

from helu.activities import radar_picture
from helu.content.profile_speech import figure
from helu.documents.profile_say import number
from helu.domain.rounding import rounded
from helu.i18n import speaking
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
