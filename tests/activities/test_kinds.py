"""What the room sees of each kind, in small rooms where the answer can be worked out by hand."""

from helu.activities import ACTIVITIES
from helu.activities.text_card import render
from helu.domain.given import Given


def shown(kind, values, **settings):
    made = ACTIVITIES[kind]
    given = [Given(each, f"t{at}", "") for at, each in enumerate(values)]
    return made.picture(made.settings_of(settings), given)


OPTIONS = [{"id": "a", "text": "Retning"}, {"id": "b", "text": "Ro"}]


def test_a_word_cloud_counts_bokmal_and_nynorsk_as_one():
    cloud = shown("word_cloud", [{"words": ["trygghet"]}, {"words": ["tryggleik"]}, {"words": ["Trygghet!", "mot"]}])
    assert [(word.text, word.weight) for word in cloud.words] == [("trygghet", 3), ("mot", 1)]


def test_a_scale_shows_its_spread_and_not_only_its_middle():
    spreads = shown("scale", [{"s1": 1}, {"s1": 7}, {"s1": 7}, {"s1": None}])
    (row,) = spreads.rows
    assert (row.counts, row.median, row.answered) == ([1, 0, 0, 0, 0, 0, 2], 7, 3)


def test_points_show_the_mean_and_how_far_apart_people_are():
    bars = shown("points", [{"points": {"a": 100}}, {"points": {"a": 20, "b": 80}}], options=OPTIONS)
    assert [bar.said for bar in bars.bars] == ["60 i snitt · 20–100", "40 i snitt · 0–80"]


def test_dots_are_sorted_by_how_many_they_got():
    bars = shown("dot_vote", [{"dots": {"b": 2}}, {"dots": {"a": 1, "b": 1}}], options=OPTIONS)
    assert [(bar.key, bar.said) for bar in bars.bars] == [("b", "3 prikker fra 2"), ("a", "1 prikker fra 1")]


def test_dots_without_stacking_are_choices_on_the_phone():
    kind = ACTIVITIES["dot_vote"]
    (field,) = kind.fields(kind.settings_of({"options": OPTIONS, "stacking": False, "dots": 2}))
    assert (field.type, field.max_items) == ("choices", 2)


def test_a_ranking_puts_what_most_placed_first_on_top():
    bars = shown("ranking", [{"order": ["b", "a"]}, {"order": ["b", "a"]}, {"order": ["a", "b"]}], options=OPTIONS)
    assert [(bar.key, bar.said) for bar in bars.bars] == [
        ("b", "plass 1,3 i snitt · 2 satte den først"),
        ("a", "plass 1,7 i snitt · 1 satte den først"),
    ]


def test_a_matrix_has_one_column_per_row_and_no_empty_cards():
    columns = shown("matrix_text", [{"rows": {"more": "Ros"}}, {"rows": {"more": "Tid", "less": "Møter"}}])
    assert [[card.text for card in column.cards] for column in columns.columns] == [["Ros", "Tid"], ["Møter"]]


def test_cards_keep_their_keys_when_others_arrive():
    before = shown("open_cards", [{"cards": ["Mot"]}])
    after = shown("open_cards", [{"cards": ["Mot"]}, {"cards": ["Tid"]}])
    assert before.cards[0] in after.cards


def test_group_work_shows_its_rounds_and_counts_people_instead_of_comparing_them_when_asked():
    kind = ACTIVITIES["group_work"]
    roles = [{"title": "Sekretær", "draw": "Den høyeste", "duty": "Skriver"}]
    playful = kind.picture(kind.settings_of({"roles": roles}), [], 1)
    drawn = kind.picture(kind.settings_of({"roles": roles, "draw": "random"}), [], 1)
    assert [each.letter for each in playful.rounds] == ["I", "G", "P"]
    assert (playful.now, playful.roles[0].draw) == (1, "Den høyeste")
    assert "Den høyeste" not in drawn.roles[0].draw


def test_only_harmless_markup_comes_out_of_a_text_card():
    html = render("# Hei\n\n**fet** <script>x</script> [lenke](http://x) ![b](http://y)\n\n| a |\n|---|\n| 1 |")
    assert "<h1>Hei</h1>" in html
    assert "<strong>fet</strong>" in html
    assert "<table>" in html
    for bad in ("<script", "<a ", "<img"):
        assert bad not in html


def test_options_that_read_the_same_keep_a_column_each_in_the_files():
    kind = ACTIVITIES["points"]
    twins = [{"id": "a", "text": "Ro"}, {"id": "b", "text": "Ro"}]
    (row,) = kind.export_rows(kind.settings_of({"options": twins}), {"points": {"a": 30, "b": 70}})
    assert row == {"Ro": 30, "Ro (2)": 70}
