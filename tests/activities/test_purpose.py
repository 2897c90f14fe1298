"""The draft of a purpose poster and the poster itself, as phones and the wall see them."""

from dataclasses import dataclass

import yaml

from helu.activities.purpose_draft import LEAD, PurposeDraft
from helu.activities.purpose_poster import PurposePoster, asked_most
from helu.domain.given import Given
from helu.domain.platform import Line, Meaning, Poster, Ref
from helu.domain.purpose import id_of
from helu.settings import DATA

draft, poster = PurposeDraft(), PurposePoster()


@dataclass
class Version:
    content: Poster
    number: int = 2
    status: str = "draft"


def held(content, **more):
    return poster.settings_of({}, state=Version(content, **more))


CONTENT = Poster(
    lines=[
        Line(id="a", text="skape tillit og åpenhet", sources=[Ref(place="p", piece="q")]),
        Line(id="b", text=""),
        Line(id="c", text="lede åpent"),
    ],
    meanings=[
        Meaning(what="åpenhet", text="Vi sier det."),
        Meaning(what="c", text="Alle får se."),
        Meaning(what="mot", text="Står ikke på plakaten lenger."),
        Meaning(what="tillit", text=""),
    ],
)


def test_the_sentence_it_begins_with_is_the_methods_own():
    method = yaml.safe_load((DATA / "method" / "formalsplakat.yaml").read_bytes())
    assert method["template"]["sentence"]["nb"] == LEAD


def test_drafts_stand_side_by_side_in_the_order_of_the_groups():
    answers = [Given({"lines": [f"linje fra {label}"]}, label, f"Gruppe {label}") for label in ("10", "2", "1")]
    shown = draft.picture(draft.settings_of({}), answers)
    assert [each.label for each in shown.drafts] == ["Gruppe 1", "Gruppe 2", "Gruppe 10"]
    assert [each.text for each in draft.things(draft.settings_of({}), answers, "lines")] == [
        "linje fra 1",
        "linje fra 2",
        "linje fra 10",
    ]


def test_a_draft_has_six_lines_that_always_fit_on_a_page():
    (field,) = draft.fields(draft.settings_of({}))
    assert (field.max_items, field.max_length) == (6, 200)


def test_phones_are_asked_about_the_words_and_lines_of_the_newest_version():
    words, lines = poster.fields(held(CONTENT))
    assert [each.label for each in words.options] == ["MERVERDI", "skape", "tillit", "åpenhet", "lede", "åpent"]
    assert [each.value for each in lines.rows] == ["a", "c"]
    assert words.check(None) == []
    assert lines.check({}) == {}


def test_before_anything_is_written_phones_are_asked_nothing_and_the_wall_says_no_status():
    assert poster.fields(held(Poster(), number=0)) == []
    assert poster.picture(held(Poster(), number=0), []).said == ""


def test_the_wall_marks_what_is_explained_and_what_is_asked_about():
    answers = [Given({"unclear": [id_of("tillit")], "comments": {}}, f"{at}") for at in range(3)]
    shown = poster.picture(held(CONTENT), answers)
    spans = {span.text: (span.explained, span.asked) for line in shown.lines for span in line.spans}
    assert spans["tillit"] == (False, 3)
    assert spans["åpenhet"] == (True, 0)
    assert [each.what for each in shown.explained] == ["åpenhet", "Linje 2"]
    assert "".join(span.text for span in shown.lines[0].spans) == "skape tillit og åpenhet"
    assert [line.explained for line in shown.lines] == [False, True]
    assert shown.said == "Utkast · versjon 2"


def test_the_most_asked_come_first_and_words_that_are_gone_are_left_out():
    ballots = [["tillit", "åpenhet"], ["åpenhet"], ["mot"]]
    answers = [Given({"unclear": [id_of(word) for word in each], "comments": {}}) for each in ballots]
    assert [(word.text, count) for word, count in asked_most(CONTENT, answers)] == [("åpenhet", 2), ("tillit", 1)]


def test_lines_taken_on_keep_where_they_came_from():
    things = poster.things(held(CONTENT), [], "lines")
    assert [(each.key, each.origins[0].place if each.origins else "") for each in things] == [("a", "p"), ("c", "")]


def test_an_answer_is_one_row_with_words_and_not_ids():
    (row,) = poster.export_rows(poster.settings_of({}), poster.examples[0])
    assert row == {"Ord å avklare": "tillit, retning", "Merknader": "1: Hva er den samme retningen?"}
