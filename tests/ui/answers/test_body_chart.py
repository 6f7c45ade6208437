"""The drawing: 77 regions, each on the right side of the right figure, with no gap between."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.figures.body_chart.curves import path, polygon, straight
from planner.figures.body_chart.figure import HEIGHT, MIDLINES, WIDTH
from planner.figures.body_chart.shapes import half_outline, shapes
from planner.knowledge import load
from ui.body_chart import HERE, SCRIPTS, in_words, with_levels, wpi_count
from ui.body_chart.marks import LEVELS, Taps, list_changes, read_taps
from ui.body_chart.markup import markup
from ui.body_chart.neighbours import WAYS, neighbours

DRAWN = {shape.id: shape for shape in shapes()}
REGIONS = list(load().regions)
VIEWERS = {-1: "viewer's left", 1: "viewer's right"}
HAIRLINE = 0.15  # a sixth of a pixel


# --- which regions, and on which side ---------------------------------------------------------


def test_the_drawing_and_the_knowledge_base_have_the_same_77_regions(knowledge):
    assert sorted(DRAWN) == sorted(knowledge.regions)
    assert len(DRAWN) == 77


@pytest.mark.parametrize("region", REGIONS)
def test_a_region_is_drawn_on_the_figure_and_side_that_the_knowledge_base_gives_it(
    region, knowledge
):
    drawn, known = DRAWN[region], knowledge.regions[region]
    assert (drawn.view, drawn.side) == (known.view, known.side)


@pytest.mark.parametrize(
    ("view", "side", "seen"),
    [
        ("front", "right", "viewer's left"),
        ("front", "left", "viewer's right"),
        ("back", "left", "viewer's left"),
        ("back", "right", "viewer's right"),
    ],
)
def test_the_side_is_the_persons_own(view, side, seen):
    found = [shape for shape in shapes() if (shape.view, shape.side) == (view, side)]
    assert len(found) == 19
    for shape in found:
        across = [x - MIDLINES[view] for x, _ in shape.corners]
        assert all(VIEWERS[-1 if x < 0 else 1] == seen for x in across if abs(x) > 1e-9)


def test_a_label_ends_in_its_side(knowledge):
    for region in knowledge.regions.values():
        if region.side == "midline":
            assert "left" not in region.label.lower() and "right" not in region.label.lower()
        else:
            assert region.label.endswith(f", {region.side}")


def _points(region):
    return [point for cubic in DRAWN[region].curve for point in cubic]


def test_left_and_right_are_mirror_images(knowledge):
    for region in knowledge.regions.values():
        if region.mirror:
            middle = MIDLINES[region.view]
            here = {(round(2 * middle - x, 1), y) for x, y in _points(region.id)}
            there = set(_points(region.mirror))
            assert here == there, region.id


def test_the_sacrum_lies_across_the_midline():
    left = [x for x, _ in DRAWN["sacrum"].corners]
    assert DRAWN["sacrum"].centre[0] == pytest.approx(MIDLINES["back"])
    assert min(left) + max(left) == pytest.approx(2 * MIDLINES["back"])


# --- no gaps, no overlaps ---------------------------------------------------------------------


def _crossings(corners, y):
    """Where a horizontal line enters and leaves a shape, from left to right."""
    edges = zip(corners, (*corners[1:], corners[0]), strict=True)
    return sorted(
        ax + (y - ay) * (bx - ax) / (by - ay)
        for (ax, ay), (bx, by) in edges
        if (ay > y) != (by > y)
    )


def _spans(corners, y):
    found = _crossings(corners, y)
    return list(zip(found[::2], found[1::2], strict=True))


def _reach(corners):
    """From what height to what a shape goes."""
    heights = [y for _, y in corners]
    return min(heights), max(heights)


@pytest.mark.parametrize("view", MIDLINES)
def test_the_regions_cover_the_silhouette_once(view):
    drawn = [shape for shape in shapes() if shape.view == view]
    halves = [polygon((*curve, *straight(curve[-1][3], curve[0][0])))
              for curve in half_outline(view)]  # fmt: skip
    heights = [(shape, *_reach(shape.corners)) for shape in drawn]
    for line in range(20 * 3, HEIGHT * 3):
        y = line / 3 + 0.017
        here = (shape for shape, top, bottom in heights if top <= y <= bottom)
        covered = sorted(span for shape in here for span in _spans(shape.corners, y))
        body = [span for half in halves for span in _spans(half, y)]
        overlaps = sum(max(0.0, one[1] - two[0]) for one, two in pairwise(covered))
        gaps = sum(b - a for a, b in body) - sum(b - a for a, b in covered)
        assert overlaps < HAIRLINE, f"regions overlap by {overlaps:.2f} at height {y:.1f}"
        assert abs(gaps) < HAIRLINE, f"{gaps:.2f} of the body is no region at height {y:.1f}"


def test_everything_is_on_the_page():
    for shape in shapes():
        assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in shape.corners), shape.id


def test_a_level_is_printed_inside_its_region():
    for shape in shapes():
        x, y = shape.centre
        assert any(a + 4 < x < b - 4 for a, b in _spans(shape.corners, y)), shape.id


def test_the_figure_has_the_proportions_of_an_adult():
    crown = min(y for _, y in DRAWN["forehead_left"].corners)
    head = max(y for _, y in DRAWN["jaw_left"].corners) - crown
    heel = max(y for _, y in DRAWN["ankle_back_left"].corners) - crown
    crotch = max(y for _, y in DRAWN["groin_left"].corners) - crown
    assert 6.5 <= heel / head <= 7.5
    assert 0.5 <= crotch / heel <= 0.56


def test_a_path_is_written_step_by_step_and_closed_where_it_returns():
    there_and_back = (*straight((1, 2), (4, 6)), *straight((4, 6), (1, 2)))
    assert path(there_and_back) == "M1 2l3 4l-3 -4Z"
    assert path(straight((1, 2), (4, 6))) == "M1 2l3 4"


# --- arrow keys -------------------------------------------------------------------------------


@pytest.mark.parametrize("start", REGIONS)
def test_arrow_keys_reach_every_region_from_every_region(start):
    reached, ahead = set(), [start]
    while ahead:
        here = ahead.pop()
        if here not in reached:
            reached.add(here)
            ahead += neighbours()[here]
    assert reached == set(REGIONS)


def test_an_arrow_key_leads_its_own_way():
    for here, ways in neighbours().items():
        for (across, down), there in zip(WAYS.values(), ways, strict=True):
            (ax, ay), (bx, by) = DRAWN[here].centre, DRAWN[there].centre
            assert there == here or (bx - ax) * across + (by - ay) * down > 0


# --- marks ------------------------------------------------------------------------------------

marks = st.dictionaries(st.sampled_from(REGIONS), st.integers(1, 3), max_size=12)
changes = st.dictionaries(st.sampled_from(REGIONS), st.integers(0, 3), max_size=12)
choices = st.lists(st.sampled_from(REGIONS), unique=True, max_size=12)


@given(marks, changes)
def test_changes_are_absolute_so_hearing_them_twice_is_hearing_them_once(kept, changed):
    once = with_levels(kept, changed)
    assert with_levels(once, changed) == once
    assert all(once.get(region, 0) == level for region, level in changed.items())
    assert all(level in (1, 2, 3) for level in once.values())


@given(marks, choices)
def test_the_changes_of_a_list_make_what_was_chosen(drawn, chosen):
    assert set(with_levels(drawn, list_changes(drawn, chosen))) == set(chosen)


@given(marks, changes)
def test_a_list_that_was_not_touched_takes_no_tap_back(drawn, tapped):
    after = with_levels(drawn, tapped)
    assert with_levels(after, list_changes(drawn, list(drawn))) == after


def test_marks_are_read_back_by_name_side_and_level(knowledge):
    kept = {"sacrum": 3, "knee_front_left": 2, "jaw_right": 1, "shin_left": 0}
    assert sorted(in_words(kept, knowledge)) == [
        "Front of knee, left: moderate",
        "Jaw (TMJ), right: mild",
        "Sacrum and tailbone: severe",
    ]


def test_pain_everywhere_is_pain_in_19_areas(knowledge):
    assert wpi_count(dict.fromkeys(REGIONS, 1), knowledge) == 19
    assert wpi_count({}, knowledge) == 0


def test_areas_are_counted_once_and_by_limb(knowledge):
    arm = {"elbow_front_left": 1, "forearm_back_left": 3, "palm_left": 2}
    assert wpi_count(arm, knowledge) == 1
    assert wpi_count({**arm, "elbow_front_right": 1}, knowledge) == 2
    assert wpi_count({"neck_front_left": 1, "neck_back_right": 2}, knowledge) == 1
    assert wpi_count({"groin_left": 3, "face_right": 3}, knowledge) == 0


def test_what_the_browser_says_is_read_region_by_region():
    sent = {"turn": 4, "levels": {"shin_left": 2, "<b>": 1, "jaw_left": 9, "sacrum": "3"}}
    assert read_taps(sent, REGIONS) == Taps(4, {"shin_left": 2})


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["turn", "levels", *REGIONS[:3], "x"]), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(anything)
def test_nonsense_from_the_browser_is_no_tap(sent):
    taps = read_taps(sent, REGIONS)
    assert taps.turn >= 0
    assert all(region in REGIONS and 0 <= level < len(LEVELS)
               for region, level in taps.levels.items())  # fmt: skip


ASSETS = ("chart.css", *SCRIPTS)


# --- what is sent -----------------------------------------------------------------------------


def test_every_asset_has_more_than_one_line_so_that_it_is_not_taken_for_a_file_name():
    for text in (markup(), *((HERE / name).read_text() for name in ASSETS)):
        assert text.count("\n") > 1


def test_the_page_asks_nothing_of_any_network():
    for text in (markup(), *((HERE / name).read_text() for name in ASSETS)):
        assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
        assert "innerHTML" not in text and "url(" not in text
