"""Everything Helu says exists in three languages."""

from string import Formatter

import pytest

from tests.catalogue import read, spoken

languages = pytest.mark.parametrize("language", ["nn", "en"])


def names(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


@languages
def test_every_sentence_is_translated_and_nothing_else(language):
    found = {str(each.id): str(each.string) for each in read(language) if each.id}
    said = spoken()
    assert {sentence: places[0] for sentence, places in said.items() if not found.get(sentence)} == {}
    assert set(found) - set(said) == set()


@languages
def test_every_translation_fills_in_the_same_names(language):
    for each in read(language):
        if each.id:
            assert names(str(each.id)) == names(str(each.string)), each.id


BOKMAL = {
    "ikke",
    "hva",
    "hvem",
    "hvordan",
    "noe",
    "bare",
    "mer",
    "sammen",
    "fra",
    "en",
    "et",
    "være",
    "gjøre",
    "jeg",
    "de er",
}


def test_no_bokmal_is_left_in_nynorsk():
    for each in read("nn"):
        words = {word.strip(".,:;!?«»()–").lower() for word in str(each.string).split()}
        assert not words & (BOKMAL - {"de er"}), each.string
