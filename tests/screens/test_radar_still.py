"""The drawing that stands until Plotly has come shows the same as Plotly's."""

import re
from urllib.parse import unquote

from helu.ui.radar_figure import LOOKS, Layer, radar
from helu.ui.radar_still import LINES, MARKERS, UNIT, still
from helu.ui.radar_words import MODEL, all_axes, orientation_axes

NOW = Layer("now", "Nå", {"relation": 7.0, "task": 1.0, "culture": None, "change": 4.0})


def ring(html):
    return unquote(re.search(r'class="ring"><img alt="" src="data:image/svg\+xml,([^"]+)"', html)[1])


def test_every_layer_there_is_can_be_drawn():
    for look in LOOKS.values():
        assert look.marker in MARKERS
        assert look.dash in LINES


def test_values_lie_where_plotly_puts_them_and_what_is_missing_is_a_gap():
    html = still(MODEL, orientation_axes(), [NOW], "sagt")
    line = re.search(r"<path d='([^']+)' fill='none' stroke='#1c2b28'", ring(html))[1]
    out = [0.08 + 0.92 * (value - 1) / 6.15 for value in (7, 1, 4)]
    top, right, left = (round(each * UNIT, 1) for each in out)
    assert line == f"M0.0,-{top}L{right},-0.0M-{left},0.0L0.0,-{top}"
    assert html.count('width="16"') == 3
    trace = radar(MODEL, orientation_axes(), [NOW]).data[-1]
    assert [each is None for each in trace.r] == [False, False, True, False, False]


def test_it_says_one_thing_and_draws_no_more_than_three_layers():
    layers = [Layer(id_, f"<{id_}>", {}) for id_ in ("now", "wanted", "earlier", "now")]
    html = still(MODEL, all_axes(), layers, 'Radar "med" <tall>')
    assert 'aria-label="Radar &quot;med&quot; &lt;tall&gt;"' in html
    assert html.count("&lt;now&gt;") == 1
    assert html.count("role=") == 1
    assert html.count("0.3") == ring(html).count("0.3")  # no sector is open


def test_the_open_sector_is_darker():
    assert ring(still(MODEL, orientation_axes(), [NOW], "", "task")).count("opacity='0.3'") == 1


def test_each_pill_has_the_part_of_the_drawing_that_lies_around_its_own_axis():
    html = still(MODEL, orientation_axes(), [NOW], "", pills="spoke-few")
    task = re.search(r"\.st-key-spoke-few button:nth-of-type\(2\)\{--part:polygon\(50% 50%,(.*?)\)\}", html)[1]
    assert re.findall(r"50% \+ (-?\d+)px", task) == ["495", "-495", "700", "0", "495", "495"]  # to the right
    assert len(re.findall("--part", still(MODEL, all_axes(), [NOW], "", pills="x"))) == len(all_axes())
    assert "--part" not in still(MODEL, all_axes(), [NOW], ""), "a picture that is only looked at"
