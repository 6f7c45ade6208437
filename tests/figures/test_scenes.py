"""Scenes and signs: what is drawn of them, and what is wrong with a scene is found."""

import pytest

from planner.figures.draw import sheet
from planner.figures.paint.shapes import bounds
from planner.figures.picture import PictureError, tables
from planner.figures.scene.scene import scene_of
from planner.figures.scene.sheet import scene_sheet
from planner.figures.signs.chart import Bars, Battery
from planner.figures.signs.hours import Clock
from planner.figures.style import Tone

SCENES = [task for task, (kind, _) in tables().items() if kind == "scene"]


def scene(*shapes, **rest):
    return scene_sheet("a-task", {"page": [1.0, 1.0], "end": {"shapes": [*shapes]}, **rest})


def marked(shape):
    """The box of what a sign has in the tone of what counts."""
    return bounds([one.shape for one in shape.placed() if one.tone is Tone.MARK])


@pytest.mark.parametrize("task", SCENES)
def test_nothing_of_a_scene_leaves_its_page_or_is_too_thin_to_be_seen(task):
    assert sheet(task).faults() == ()


@pytest.mark.parametrize(
    ("shape", "fault"),
    [
        ({"kind": "clock", "at": [0.3, 0.0]}, "leaves the page"),
        ({"kind": "bars", "values": [0.0, 0.2]}, "too thin"),
        ({"kind": "moon", "size": 0.01}, "too thin"),
    ],
)
def test_a_shape_out_of_the_page_or_too_small_is_named(shape, fault):
    assert any(fault in one for one in scene(shape).faults())


def test_an_arrow_or_a_felt_spot_out_of_the_page_is_named():
    end = {"arrows": [{"points": [[0, 0], [2, 0]]}], "spots": [[0, 3]]}
    assert len(scene_sheet("a-task", {"page": [1.0, 1.0], "end": end}).faults()) == 2


def test_before_and_after_stand_side_by_side_and_take_turns_where_told():
    clock = {"kind": "clock"}
    both = scene(clock, start={"shapes": [clock]}, show="frames")
    assert (len(both.still), len(both.turns)) == (2, 2)
    crossed = scene(clock, start={"shapes": [clock]}, show="frames", crossed=True)
    assert [frame.crossed for frame in crossed.still] == [True, False]
    assert crossed.turns == ()
    assert scene(clock).turns == ()


def test_a_shape_that_is_not_known_is_refused_with_the_name_of_its_task():
    with pytest.raises(PictureError, match="some-task"):
        scene_of("some-task", {"page": [1.0, 1.0], "end": {"shapes": [{"kind": "dragon"}]}})


def test_a_stretch_of_the_day_lies_between_its_hours():
    left, low, right, high = marked(Clock(kind="clock", spans=((0.0, 3.0),)))
    assert left == pytest.approx(0, abs=0.01)
    assert low == pytest.approx(0, abs=0.01)
    assert right == pytest.approx(high, abs=0.01)


def test_a_bar_and_a_battery_are_as_high_as_their_value_says():
    bars = marked(Bars(kind="bars", values=(0.4, 0.2), size=2.0, at=(0.0, 1.0)))
    assert (bars[1], bars[3]) == pytest.approx((1.0, 1.8))
    half, full = (marked(Battery(kind="battery", level=level)) for level in (0.5, 1.0))
    assert half[3] - half[1] == pytest.approx((full[3] - full[1]) / 2)
