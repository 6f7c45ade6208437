"""The close-up holds the places that hurt, on either figure, and is larger than the whole."""

import pytest

from planner.figures.body_chart.shapes import shapes
from ui.body_chart.close_up import close_up, seen_from


def box(regions, view):
    return [float(one) for one in close_up(regions, view).split()]


def within(shape, found):
    left, top, width, height = found
    return all(left <= x <= left + width and top <= y <= top + height for x, y in shape.corners)


@pytest.mark.parametrize("shape", shapes(), ids=lambda one: one.id)
def test_a_place_and_its_other_side_are_in_the_close_up_of_their_figure(shape):
    found = box([shape.id], shape.view)
    assert within(shape, found)
    other = shape.id.replace("_left", "_right")
    assert all(within(one, found) for one in shapes() if one.id == other)
    assert found[2] <= 280 and found[3] <= 712


def test_the_figure_is_the_one_on_which_the_pain_lies():
    assert seen_from(["lower_back_left"]) == "back"
    assert seen_from(["knee_front_left", "knee_front_right"]) == "front"
    assert seen_from(["shoulder_front_left", "shoulder_back_left"]) == "back"


def test_without_a_place_the_whole_drawing_is_shown():
    assert close_up([], "back") == ""
