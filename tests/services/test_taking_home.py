"""The document to take home, out of what a group has really done.

Astrid facilitates; Kari and Ola have written cards; Leif is a leader, and Ingrid is from elsewhere.
"""

from datetime import date
from io import BytesIO
from time import process_time
from uuid import uuid4

import pytest
from pypdf import PdfReader
from sqlmodel import select

from helu.domain.material import Address
from helu.domain.phase import Phase
from helu.domain.platform import (
    Announcement,
    Element,
    Launch,
    Line,
    Matter,
    Matters,
    Meaning,
    Poster,
    Principles,
    Ref,
    StructureCulture,
    Value,
    Values,
    Year,
    YearEntry,
)
from helu.errors import Misfit, NotFound
from helu.services import board, material, platforms, results, taking_home
from helu.store.database import reading, writing
from helu.store.platform_tables import CommitmentStatus, Decision, Platform, Pulse
from helu.store.rows import now
from helu.store.tables import Activity, Answer, Group, GroupMember, Workshop
from tests.both import kind_of_database

__all__ = ["kind_of_database"]

CARDS = ("Trygge ledere", "Trygge leiarar seier frå", "Færre møter", "Tydelige mål", "Tid til det viktige")


def write(activity: Activity, *contents: dict, label: str = "") -> None:
    with writing() as db:
        for content in contents:
            row = Answer(activity_id=activity.id, author=uuid4(), slot="0", attempt=1, content=content, label=label)
            row.given_at = now() if label else None
            db.add(row)


def add(world, kind: str, title: str, **columns) -> Activity:
    with writing() as db:
        item = world.activity("open_cards").item_id
        made = Activity(
            workshop_id=world.workshop.id, item_id=item, position=20, key=uuid4().hex, kind=kind, title=title
        )
        for name, value in columns.items():
            setattr(made, name, value)
        db.add(made)
    return made


@pytest.fixture
def platform(world) -> Platform:
    """The platform of a group that Leif is a member of; the gathering is the group's."""
    with writing() as db:
        group = Group(organisation_id=world.fjell.id, name="Ledergruppa i Fjell")
        db.add(group)
        db.flush()
        db.add(GroupMember(group_id=group.id, user_id=world.leif.user_id))
        workshop = db.get_one(Workshop, world.workshop.id)
        workshop.group_id = group.id
        db.add(workshop)
        db.flush()
        return platforms.of_workshop(db, workshop)


@pytest.fixture
def cards(world, platform) -> dict[str, Address]:
    """Where each card lies."""
    activity = world.activity("open_cards")
    write(activity, *({"cards": [text]} for text in CARDS))
    with reading() as db:
        return {each.text: Address(str(activity.id), each.key) for each in material.things_of(db, activity, "cards")}


def ref(address: Address) -> Ref:
    return Ref(place=address.place, piece=address.piece)


def keep(platform: Platform, part: str, content, adopted: bool = False) -> None:
    with writing() as db:
        held = db.get_one(Platform, platform.id)
        before = platforms.newest(db, held, part)
        platforms.write(db, held, part, content, before.number, unlock=True)
        if adopted:
            platforms.adopt(db, held, part, before.number + 1)


def paper_of(platform: Platform, language: str = "nb"):
    with reading() as db:
        return taking_home.assemble(db, db.get_one(Platform, platform.id), language)


def numbered(paper) -> dict[int, str]:
    return {
        card.number: card.text
        for each in paper.gatherings
        for step in each.steps
        for asked in step.asked
        for card in asked.cards
    }


def read(pdf: bytes) -> str:
    return "".join("".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_a_group_that_has_written_nothing_gets_the_seven_elements(world, platform):
    paper = paper_of(platform, "nn")
    assert (paper.organisation, paper.group, paper.version) == ("Fjell kommune", "Ledergruppa i Fjell", "")
    assert [each.title for each in paper.elements][0::6] == ["Formål", "Kontinuerleg forbetring"]
    assert paper.elements[0].questions[0].startswith("Kva er den KONKRETE jobben")
    assert paper.poster is None
    assert paper.status == "draft"
    assert paper.gatherings == ()


def test_the_rooms_cards_stand_under_the_question_they_answered(world, platform, cards):
    paper = paper_of(platform)
    (gathering,) = paper.gatherings
    (step,) = gathering.steps
    assert [each.title for each in step.asked] == ["Hva er viktigst?"]
    assert sorted(numbered(paper).values()) == sorted(CARDS)
    assert sorted(numbered(paper)) == [1, 2, 3, 4, 5]


def test_choices_and_numbers_are_no_cards(world, platform):
    write(world.activity("choice"), {"choice": "mot"})
    write(world.activity("scale"), {"s1": 4, "s2": 5})
    assert numbered(paper_of(platform)) == {}


def test_hidden_and_private_words_are_not_printed(world, platform, cards):
    note = add(world, "private_note", "Ditt eget")
    write(note, {"note": "hemmelig"})
    activity = world.activity("open_cards")
    with writing() as db:
        held = db.get_one(Activity, activity.id)
        key = next(each.key for each in results.pieces_in(db, held) if each.text == "Færre møter")
        results.hide_piece(db, db.get_one(Workshop, world.workshop.id), held, key)
    assert set(numbered(paper_of(platform)).values()) == set(CARDS) - {"Færre møter"}


def test_answers_that_still_wait_to_be_shown_are_not_printed(world, platform, cards):
    with writing() as db:
        workshop = db.get_one(Workshop, world.workshop.id)
        workshop.current_activity_id, workshop.phase = world.activity("open_cards").id, Phase.OPEN
        db.add(workshop)
    assert numbered(paper_of(platform)) == {}


def test_a_pulse_is_never_printed(world, platform, cards):
    with writing() as db:
        db.add(Pulse(workshop_id=world.workshop.id, platform_id=platform.id, opens_at=now(), closes_at=now()))
    assert numbered(paper_of(platform)) == {}


def test_a_line_is_followed_back_through_the_board_to_its_cards(world, platform, cards):
    tavle = add(world, "theme_board", "Hva er det vi sier?")
    with writing() as db:
        held, workshop = db.get_one(Activity, tavle.id), db.get_one(Workshop, world.workshop.id)
        things = material.things_of(db, db.get_one(Activity, world.activity("open_cards").id), "cards")
        board.fill(db, held, [(str(world.activity("open_cards").id), each) for each in things])
        db.commit()
        board.add_theme(db, workshop, held, "Trygghet")
        made = board.read(db, held)
        for card in made.cards:
            if "Trygge" in card.text:
                board.place(db, workshop, held, card.number, made.themes[0].number)
        board.summarise(db, workshop, held, made.themes[0].number, "Trygge ledere sier fra.")
        (theme,) = material.things_of(db, db.get_one(Activity, tavle.id), "themes")
    line = Line(text="gi trygghet", sources=[Ref(place=str(tavle.id), piece=theme.key)])
    keep(platform, "poster", Poster(lines=[line]))
    paper = paper_of(platform)
    (said,) = paper.poster.lines
    assert {numbered(paper)[card] for card in said.cards} == {"Trygge ledere", "Trygge leiarar seier frå"}
    assert said.origin.startswith("2 kort, ")
    (shown,) = paper.boards
    assert [(each.name, each.summary) for each in shown.themes] == [("Trygghet", "Trygge ledere sier fra.")]
    assert shown.themes[0].cards == said.cards


def test_a_text_made_from_a_line_leads_to_the_same_cards(world, platform, cards):
    line = Line(text="gi trygghet", sources=[ref(cards["Trygge ledere"])])
    keep(platform, "poster", Poster(lines=[line]))
    place = platforms.place_of(platform, "poster")
    keep(
        platform,
        "principles",
        Principles(lines=[Line(text="Vi er trygge.", sources=[Ref(place=place, piece=line.id)])]),
    )
    paper = paper_of(platform)
    assert paper.principles[0].cards == paper.poster.lines[0].cards != ()


def test_what_was_typed_on_the_desk_is_not_called_a_card(world, platform):
    option = Ref(place=str(world.activity("choice").id), piece="mot")
    keep(platform, "values", Values(values=[Value(text="Mot", sources=[option])]))
    word = paper_of(platform).values[0].word
    assert (word.origin, word.cards) == ("Hva velger vi?", ())


def test_what_was_adopted_is_shown_and_a_newer_draft_is_mentioned(world, platform):
    keep(platform, "purpose", Element(text="Vedtatt tekst."), adopted=True)
    keep(platform, "purpose", Element(text="Nytt utkast.", open_work=[Line(text="Spørre rådet")]))
    element = paper_of(platform).elements[0]
    assert element.text.text == "Vedtatt tekst."
    assert (element.state.status, element.state.version, element.state.newer) == ("adopted", 2, 3)
    assert [each.text for each in element.open_work] == ["Spørre rådet"]


def test_the_version_goes_up_with_everything_that_is_written(world, platform):
    keep(platform, "purpose", Element(text="Utkast."))
    assert paper_of(platform).version == "0.1"
    keep(platform, "purpose", Element(text="Bedre utkast."), adopted=True)
    assert paper_of(platform).version == "1.0"
    keep(platform, "values", Values(vision="Sammen"))
    assert paper_of(platform).version == "1.1"


def test_an_element_tells_what_the_group_thinks_only_when_enough_have_answered(world, platform):
    settings = {"statements": [{"id": "purpose", "text": "Vi har et formål."}], "low": 1, "high": 5}
    status = add(world, "scale", "Hvor er vi?", settings=settings)
    write(status, *({"purpose": 4} for _ in range(4)))
    assert paper_of(platform).elements[0].mean is None
    write(status, {"purpose": 5})
    assert paper_of(platform).elements[0].mean == pytest.approx(4.2)
    assert paper_of(platform).elements[0].answers == 5


def everything(world, platform, cards) -> None:
    line = Line(text="gi retning i endring", sources=[ref(cards["Tydelige mål"])])
    keep(
        platform, "poster", Poster(lines=[line], meanings=[Meaning(what=line.id, text="Alle vet hvor vi skal.")]), True
    )
    keep(platform, "group_norms", Element(text="Vi møtes.", asides={"before": "Vi har lest."}), True)
    matters = [Matter(text="Ny skolestruktur", line=line.id), Matter(text="Rekneskap", kind="information")]
    keep(platform, "matter_list", Matters(matters=matters))
    signs = [Line(text="Vi spør", sources=[ref(cards["Trygge ledere"])])]
    keep(platform, "values", Values(vision="Sammen", values=[Value(text="Mot", actions=signs)]))
    keep(
        platform, "structure_culture", StructureCulture(structure=[Line(text="Fast dag")], culture=[Line(text="Humor")])
    )
    keep(platform, "principles", Principles(lines=[Line(text="Vi leder sammen")]))
    keep(platform, "year", Year(entries=[YearEntry(title="Strategidag", month=2, day=3)]))
    keep(platform, "launch", Launch(audiences=[Announcement(audience="Tillitsvalgte", message="Dere først")]))
    promise = add(world, "commitments", "Hva lover vi?", anonymous=False)
    write(promise, {"what": "Rydde i møtene", "when": "1. mars 2099", "sign": "Roligere dager"}, label="Kari")
    with writing() as db:
        (made,) = taking_home.commitments.of_platform(db, db.get_one(Platform, platform.id))
        db.add(CommitmentStatus(activity_id=promise.id, key=made.key, status="started", note="Halvveis"))
        db.add(
            Decision(
                platform_id=platform.id,
                text="Plakaten gjelder fra nyttår.",
                outcome="reserved",
                reservations="Prøves i et halvt år.",
                decided_on=date(2026, 11, 20),
                present=9,
                part="poster",
                support={"1": 6, "3": 2, "6": 1},
                sources=[cards["Tydelige mål"].as_json()],
            )
        )


def test_everything_the_group_has_made_is_in_the_document(world, platform, cards):
    everything(world, platform, cards)
    with reading() as db:
        name, pdf = taking_home.file(db, world.astrid, platform.id, "pdf", "nb")
    found = read(pdf)
    assert name == "lederplattform-nb.pdf"
    for text in (
        "gi retning i endring", "Alle vet hvor vi skal.", "Vi møtes.", "Vi har lest.", "Ny skolestruktur", "Sammen",
        "Mot", "Vi spør", "Fast dag", "Humor", "Vi leder sammen", "Strategidag", "Tillitsvalgte", "Dere først",
        "Rydde i møtene", "Kari", "1. mars 2099", "Roligere dager", "I gang: Halvveis", "Plakaten gjelder fra nyttår.",
        "Prøves i et halvt år.", "Vedtatt med forbehold", "9 til stede", "Helt med: 6", *CARDS,
    ):  # fmt: skip
        assert "".join(text.split()) in found, text


def test_a_decision_has_all_eight_grades_in_order(world, platform, cards):
    everything(world, platform, cards)
    paper = paper_of(platform)
    (decision,) = paper.decisions
    assert [count for _grade, count in decision.support] == [6, 0, 2, 0, 0, 1, 0, 0]
    assert decision.about == "Formålsplakaten"
    assert [numbered(paper)[card] for card in decision.text.cards] == ["Tydelige mål"]


def test_matters_point_at_the_line_they_serve(world, platform, cards):
    everything(world, platform, cards)
    assert [(each.text.text, each.line) for each in paper_of(platform).matters] == [
        ("Ny skolestruktur", 1),
        ("Rekneskap", None),
    ]


def test_what_was_promised_with_a_date_comes_next(world, platform, cards):
    everything(world, platform, cards)
    assert paper_of(platform).next_steps == ("1. mars 2099: Kari: Rydde i møtene",)


@pytest.mark.parametrize("format_", taking_home.FORMATS)
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_format_is_made_in_every_language(world, platform, cards, format_, language):
    everything(world, platform, cards)
    with reading() as db:
        name, made = taking_home.file(db, world.leif, platform.id, format_, language)
    assert name.endswith(f"{language}.{format_}")
    assert len(made) > 20_000


def test_only_those_who_may_read_the_platform_get_the_document(world, platform):
    with writing() as db:
        for row in db.exec(select(GroupMember)).all():
            db.delete(row)
    with reading() as db:
        for visitor in (world.ingrid, world.leif):
            with pytest.raises(NotFound):
                taking_home.file(db, visitor, platform.id, "pdf", "nb")
        assert taking_home.file(db, world.astrid, platform.id, "pdf", "nb")


def test_an_unknown_format_or_language_is_said_in_a_sentence(world, platform):
    with reading() as db:
        with pytest.raises(Misfit, match="pdf, docx, pptx"):
            taking_home.file(db, world.astrid, platform.id, "odt", "nb")
        with pytest.raises(Misfit, match="nb, nn, en"):
            taking_home.file(db, world.astrid, platform.id, "pdf", "sv")


def test_a_thousand_cards_are_gathered_and_printed_in_seconds(world, platform, cards):
    activity = world.activity("open_cards")
    write(activity, *({"cards": [f"Kort {at} om trygge ledere på tvers"]} for at in range(1000)))
    with reading() as db:
        things = material.things_of(db, activity, "cards")
    lines = [
        Line(text=f"prinsipp {at}", sources=[Ref(place=str(activity.id), piece=each.key) for each in things[at::20]])
        for at in range(20)
    ]
    keep(platform, "principles", Principles(lines=lines))
    began = process_time()
    with reading() as db:
        taking_home.file(db, world.astrid, platform.id, "pdf", "nb")
    assert process_time() - began < 5
