"""Advice on a purpose poster: verbs are known by their form in both written languages, and nothing is forbidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helu.domain import purpose
from helu.domain.platform import Line, Meaning

VERBS = """å lede|lede kommunen med felles retning|skape en åpen kultur|gå foran|sjå heilskapen|leia saman
vere tydelege|være tydelige|å vere trygge på kvarandre|å se helheten|ta ansvar|gi retning|bygge tillit
byggje tillit|prioritere|evaluere arbeidet|gjere kvarandre gode|gjøre hverandre gode|sørge for|nå målene
få til mer sammen|tro på folk|samordne tjenestene|forankre beslutninger|styrke medarbeiderne|legge til rette
tenkja langt|lytta|bidra til|ikke gi opp|å alltid lytte|veilede ledere|kjenna kvarandre|løyse oppgåver
forstå innbyggerne|skapa meirverdi|finna gode løysingar|setja mål|vise mot|ønske endring velkommen|Skap tillit
myndiggjere|ivareta|følgje opp|tåle uenighet|ved å lede|1. lede an|fjerne hindringer|forene krefter"""
NO_VERBS = """ledelse|åpenhet|felles mål|gode tjenester|tydelige ledere|trygghet|vi skal lede|en god kultur
robust organisasjon|bedre samhandling|helhetlig ledelse|Ledergruppen|ledermøter hver mandag|samarbeid
medarbeidere som trives|tillit|tydelege leiarar|openheit|alle|kultur|effektive tjenester|målrettede tiltak
politiske vedtak|lokale tilbud|strategisk utvikling|kompetanse|innbyggerne|leiarutvikling|engasjerte ansatte
felles verdier|rammer|kvalitet|merverdi|større handlingsrom|informasjon|å"""


def texts(block):
    return [each for line in block.splitlines() for each in line.split("|")]


@pytest.mark.parametrize("line", texts(VERBS))
def test_a_line_that_begins_with_a_verb_is_left_alone(line):
    assert purpose.starts_with_verb(line)


@pytest.mark.parametrize("line", texts(NO_VERBS))
def test_a_line_that_does_not_is_asked_for_one(line):
    assert "no_verb" in purpose.advise(line)


@pytest.mark.parametrize(
    ("line", "verb"),
    [
        ("creating trust", True),
        ("lead the way", True),
        ("to build", True),
        ("supporting each other", True),
        ("leadership", False),
        ("meetings", False),
        ("openness", False),
    ],
)
def test_verbs_in_english(line, verb):
    assert purpose.starts_with_verb(line, "en") is verb


@pytest.mark.parametrize(
    "line",
    [
        "å ha møter",
        "å drøfte saker",
        "informere hverandre",
        "ledermøter",
        "å gjennomføre vedtak",
        "skrive rapporter",
        "å møtes hver uke",
        "å ta en gjennomgang",
        "orientere kvarandre",
    ],
)
def test_an_activity_is_asked_for_its_effect(line):
    assert "activity" in purpose.advise(line)


@pytest.mark.parametrize(
    "line",
    [
        "drøfte saker slik at vi tar bedre valg",
        "skape mening",
        "møte innbyggerne med respekt",
        "planlegge framover",
        "gjøre hverandre gode",
        "ha mot",
    ],
)
def test_an_effect_is_left_alone(line):
    assert "activity" not in purpose.advise(line)


def test_value_to_the_organisation_and_to_the_members_is_looked_for_in_both_written_languages():
    assert purpose.advise_all(["skape gode tjenester"]) == ["members"]
    assert purpose.advise_all(["støtte hverandre"]) == ["organisation"]
    assert purpose.advise_all(["gjere kvarandre gode", "til beste for innbyggjarane"]) == []
    assert purpose.advise_all([]) == purpose.advise_all(["", "  "]) == []


def words(*lines, meanings=()):
    return [
        each.text for each in purpose.unexplained([Line(id=f"l{at}", text=t) for at, t in enumerate(lines)], meanings)
    ]


def test_words_with_weight_are_asked_about_until_somebody_has_explained_them():
    line = "skape en robust, trygg og åpen kultur i avdelingene"
    assert words(line) == ["robust", "trygg", "åpen", "kultur"]
    explained = [Meaning(what="robust", text="Vi tåler å miste én."), Meaning(what="Åpenhet", text="Vi sier det.")]
    assert words(line, meanings=explained) == ["trygg", "kultur"]


def test_an_empty_explanation_explains_nothing_and_a_line_explains_its_words():
    assert words("ta helhetlig ansvar", meanings=[Meaning(what="ansvar", text=" ")]) == ["helhetlig", "ansvar"]
    assert words("ta helhetlig ansvar", meanings=[Meaning(what="l0", text="Vi svarer for alt.")]) == []


def test_a_word_keeps_its_id_through_inflection_and_written_language():
    assert purpose.id_of("åpenhet") == purpose.id_of("Openheit") == purpose.id_of("åpenheten")


def test_the_words_of_a_poster_come_in_order_and_once():
    found = purpose.words_of(["skape tillit og trygghet", "tilliten til hverandre"], first=["MERVERDI"])
    assert [each.text for each in found] == ["MERVERDI", "skape", "tillit", "trygghet"]


@given(st.text(max_size=200))
def test_any_text_at_all_can_be_advised_on_and_taken_apart(text):
    for language in ("nb", "nn", "en"):
        assert set(purpose.advise(text, language)) <= {"no_verb", "activity"}
    assert "".join(span.text for span in purpose.spans(text)) == text
