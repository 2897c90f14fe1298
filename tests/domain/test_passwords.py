import pytest

from helu.domain.passwords import is_good


@pytest.mark.parametrize(
    "password", ["prøv deg fram nå", "korrekt hest batteri", "x7#kQ9!mPz2&", "a b c d e f g h i j"]
)
def test_length_is_what_counts(password):
    assert is_good(password)


@pytest.mark.parametrize(
    "password",
    [
        "kort",
        "x" * 12,
        "password1234",
        "Velkommen2026",
        "123456789012",
        "x1" * 65,
        "astrid@fjell.no1",
        "Astrid Fjell 1",
        "fjellkommune12",
    ],
)
def test_what_everybody_tries_first_is_refused(password):
    assert not is_good(password, "astrid@fjell.no", "Astrid Fjell", "Fjell kommune")
