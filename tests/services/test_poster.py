"""The purpose poster in the store: nothing typed is lost, and every line remembers its cards."""

from io import BytesIO

import pytest
from PIL import Image

from helu.activities import ACTIVITIES
from helu.domain.platform import Line, Meaning, Poster
from helu.domain.purpose import id_of
from helu.errors import EditedMeanwhile, HeluError, Misfit, NoAccess, NotFound
from helu.services import gatherings, platforms, poster, poster_sources, posters_out, results, running
from helu.store.database import reading, writing
from helu.store.tables import Activity
from tests.conftest import answer


@pytest.fixture
def platform(world):
    with writing() as db:
        return poster.of_workshop(db, world.astrid, world.workshop)


def newest(platform):
    with reading() as db:
        return platforms.newest(db, platform, "poster")


def write(world, platform, *lines, fresh=False, base=None, **more):
    content = Poster(lines=[Line(id=f"l{at}", text=text) for at, text in enumerate(lines)], **more)
    with writing() as db:
        return poster.save(db, world.astrid, platform.id, content, base or newest(platform), fresh)


def planned(world, kind, **columns):
    with writing() as db:
        item = gatherings.items_in(db, world.workshop.id)[0]
        row = Activity(workshop_id=world.workshop.id, item_id=item.id, position=50, key=kind, kind=kind, title=kind)
        for name, value in columns.items():
            setattr(row, name, value)
        db.add(row)
        db.commit()
        running.open_activity(db, world.workshop, row.id)
        return row


def test_one_sitting_is_one_version_until_something_is_taken_away(world, platform):
    write(world, platform, "lede")
    write(world, platform, "lede sammen")
    assert newest(platform).number == 1
    write(world, platform, fresh=True)
    assert newest(platform).number == 2
    with reading() as db:
        assert platforms.version(db, platform, "poster", 1).content.lines[0].text == "lede sammen"
    assert newest(platform).role == "eier"


def test_whoever_wrote_on_an_older_text_is_told_and_overwrites_nothing(world, platform):
    seen = newest(platform)
    write(world, platform, "deres")
    with pytest.raises(EditedMeanwhile):
        write(world, platform, "mitt", base=seen)
    same_number = newest(platform)
    write(world, platform, "deres, videre")  # the same version, written on
    with pytest.raises(EditedMeanwhile):
        write(world, platform, "mitt", base=same_number)
    assert newest(platform).content.lines[0].text == "deres, videre"


def test_both_texts_are_kept_whatever_is_chosen(world, platform):
    write(world, platform, "felles")
    seen = newest(platform)
    theirs = write(world, platform, "deres", fresh=True)
    mine = Poster(lines=[Line(id="l0", text="mitt")])
    with writing() as db:
        poster.set_aside(db, world.astrid, platform.id, mine, theirs)
    assert newest(platform).content.lines[0].text == "deres"
    with writing() as db:
        poster.insist(db, world.astrid, platform.id, poster.text_of(seen), mine, newest(platform))
    with reading() as db:
        texts = [each.content.lines[0].text for each in platforms.versions(db, platform, "poster")]
    assert texts == ["mitt", "deres", "mitt", "deres", "felles"]


def test_adopting_locks_and_reopening_begins_a_new_version(world, platform):
    with pytest.raises(Misfit, match="tom"), writing() as db:
        poster.set_status(db, world.astrid, platform.id, newest(platform), "adopted")
    write(world, platform, "lede")
    with writing() as db:
        adopted = poster.set_status(db, world.astrid, platform.id, newest(platform), "adopted")
    assert adopted.locked
    with pytest.raises(Misfit, match="låst"):
        write(world, platform, "lede mer")
    with pytest.raises(Misfit, match="låst"), writing() as db:
        poster.restore(db, world.astrid, platform.id, 1, adopted.number)
    with writing() as db:
        reopened = poster.reopen(db, world.astrid, platform.id, adopted)
    assert (reopened.locked, reopened.number) == (False, adopted.number + 1)
    assert write(world, platform, "lede mer").number == reopened.number + 1  # what was adopted is not written over


@pytest.mark.parametrize("deed", ["save", "comment", "reopen", "explain"])
def test_others_have_no_business_here(world, platform, deed):
    write(world, platform, "lede")
    about = {
        "save": (Poster(), newest(platform)),
        "comment": ("", "Hei"),
        "reopen": (newest(platform),),
        "explain": ("lede", "gå foran"),
    }[deed]
    for visitor, refusal in ((world.ingrid, NotFound), (world.leif, NoAccess)):
        with pytest.raises(refusal), writing() as db:
            getattr(poster, deed)(db, visitor, platform.id, *about)


def test_what_phones_ask_and_say_reaches_the_desk_until_it_is_dealt_with(world, platform, kari, ola):
    write(world, platform, "skape åpenhet")
    shown = planned(world, "purpose_poster")
    for phone in (kari, ola):
        said = answer(phone, world, shown.id, unclear=[id_of("åpenhet")], comments={"l0": "Hva mener vi?"})
        assert said.status_code == 200, said.text
    with writing() as db:
        heard = poster.heard(db, platform)
        assert heard.asked[id_of("åpenhet")] == 2
        assert heard.comments == {"l0": ["Hva mener vi?"]}
        poster.deal_with(db, world.astrid, platform.id, "l0", "Hva mener vi?")
        poster.comment(db, world.astrid, platform.id, "l0", "Tas opp i nettverket")
    with writing() as db:
        assert poster.heard(db, platform).comments == {}
        mine = next(each for each in poster.comments_on(db, platform) if not each.done)
        poster.set_done(db, world.astrid, platform.id, mine.id, True)
        assert all(each.done for each in poster.comments_on(db, platform))


def test_phones_are_asked_about_new_words_as_they_are_written(world, platform, kari):
    write(world, platform, "skape åpenhet")
    shown = planned(world, "purpose_poster")
    assert answer(kari, world, shown.id, unclear=[id_of("tillit")]).status_code == 422
    write(world, platform, "skape tillit")
    assert answer(kari, world, shown.id, 2, unclear=[id_of("tillit")]).status_code == 200
    assert "tillit" in kari.get(f"/d/{world.workshop.code}").text


def test_a_draft_taken_to_the_poster_can_be_followed_back_and_merged(world, platform, kari, ola):
    drafted = planned(world, "purpose_draft", groups=2, live=True)
    answer(kari, world, drafted.id, group="g1", lines=["lede i samme retning", "skape tillit"])
    answer(ola, world, drafted.id, group="g2", lines=["Skape tillit"])
    with reading() as db:
        found = [each for each in poster_sources.bundles(db, world.workshop) if each.is_draft]
    assert [each.title for each in found] == ["Gruppe 1", "Gruppe 2"]
    content = Poster()
    for each in [*found[0].suggestions, *found[1].suggestions]:
        content = poster_sources.take(content, each)
    assert [line.text for line in content.lines] == ["lede i samme retning", "skape tillit"]
    joined = poster_sources.join(content, 1)
    assert (joined.lines[0].text, len(joined.lines[0].sources)) == ("lede i samme retning skape tillit", 3)
    with writing() as db:
        poster.save(db, world.astrid, platform.id, joined, newest(platform))
    with reading() as db:
        (leaves,) = poster_sources.trails(db, platform).values()
    assert {leaf.text for leaf in leaves} == {"lede i samme retning", "skape tillit", "Skape tillit"}


def test_a_poster_has_room_for_six_lines(world):
    full = Poster(lines=[Line(text=str(at)) for at in range(6)])
    suggestion = poster_sources.Suggestion("sju", poster_sources.Address("p", "q"))
    with pytest.raises(Misfit, match="seks linjer"):
        poster_sources.take(full, suggestion)


def test_weighing_lies_right_after_what_is_on_and_is_made_once(world, platform, opened):
    if poster.WEIGHED_BY not in ACTIVITIES:
        pytest.skip("the kind that weighs is not there")
    write(world, platform, "lede", "skape tillit")
    here = opened("choice")
    with writing() as db:
        made = poster.weigh(db, world.astrid, world.workshop)
        assert poster.weigh(db, world.astrid, world.workshop).id == made.id
        plan = [each.id for each in running.activities_in(db, world.workshop.id)]
        assert plan.index(made.id) == plan.index(here.id) + 1
        running.open_activity(db, world.workshop, made.id)
    with reading() as db:
        held = db.get(Activity, made.id)
        assert [each["text"] for each in held.material] == ["lede", "skape tillit"]
        assert results.count(db, made.id) == 0


def test_what_is_printed_has_the_words_the_number_and_the_day_of_adoption(world, platform):
    meanings = [Meaning(what="tillit", text="Vi stoler på hverandre."), Meaning(what="l0", text="Alle sammen.")]
    write(world, platform, "skape tillit", "", meanings=meanings)
    with reading() as db:
        draft = posters_out.printed(db, platform, newest(platform), "nn")
    assert (draft.organisation, draft.language, draft.lines) == ("Fjell kommune", "nn", ("skape tillit",))
    assert draft.words["tillit"] == "Vi stoler på hverandre."
    assert (draft.date, draft.version, len(draft.words)) == (None, "1", 2)
    with writing() as db:
        adopted = poster.set_status(db, world.astrid, platform.id, newest(platform), "adopted")
        printed = posters_out.printed(db, platform, adopted, "nb")
    assert printed.date == adopted.made_at.date()


def test_an_empty_poster_is_a_sentence_and_not_a_page(world, platform):
    with pytest.raises(HeluError), reading() as db:
        posters_out.printed(db, platform, newest(platform), "nb")


def test_explaining_a_word_comes_on_top_of_what_is_newest(world, platform):
    write(world, platform, "skape tillit")
    with writing() as db:
        poster.explain(db, world.astrid, platform.id, "tillit", "Vi stoler på hverandre.")
        poster.explain(db, world.astrid, platform.id, "Tillit", "Vi holder ord.")
    assert [(each.what, each.text) for each in newest(platform).content.meanings] == [("tillit", "Vi holder ord.")]


def test_the_logo_stands_on_every_poster_of_the_organisation_and_nobody_elses(world, platform):
    file = BytesIO()
    Image.new("RGB", (200, 80), "navy").save(file, "PNG")
    write(world, platform, "å drive kommunen godt")
    with writing() as db:
        posters_out.keep_logo(db, world.astrid, file.getvalue())
        assert posters_out.printed(db, platform, newest(platform), "nb").logo
        assert posters_out.logo_of(db, world.fjord.id) is None
        with pytest.raises(NoAccess):
            posters_out.keep_logo(db, world.leif, file.getvalue())
        with pytest.raises(NoAccess):
            posters_out.drop_logo(db, world.leif)
        with pytest.raises(Misfit, match="ikke et bilde"):
            posters_out.keep_logo(db, world.astrid, b"<svg/>")
        posters_out.drop_logo(db, world.astrid)
        assert posters_out.printed(db, platform, newest(platform), "nb").logo is None
