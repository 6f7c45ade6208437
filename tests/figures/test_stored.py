"""A picture is read as it was drawn, in the tones of its ground."""

import subprocess
import sys

import pytest

from planner.figures import stored
from planner.figures.style import FILLS, Theme, Tone
from tests.conftest import Draw

BRIDGE = "strengthening:hips:bridge"


def test_a_picture_is_read_in_the_tones_of_its_ground_and_otherwise_the_same(drawn: Draw):
    drawn(BRIDGE)
    light, dark = stored.still(BRIDGE), stored.still(BRIDGE, Theme.DARK)
    (day, night) = FILLS[Tone.SKIN]
    assert day in light and night not in light
    assert night in dark and day not in dark
    assert light.partition("</style>")[2] == dark.partition("</style>")[2]
    assert light.partition("<style>")[0] == dark.partition("<style>")[0]


def test_a_task_that_does_not_move_has_one_picture_and_a_task_without_any_has_none(drawn: Draw):
    drawn(BRIDGE)
    drawn("aerobic:any:walking", stored.MOVING)
    assert stored.moving(BRIDGE) is None
    assert stored.moving("aerobic:any:walking")
    assert stored.still("aerobic:any:walking") is None


@pytest.mark.parametrize("name", ["../style.py", "../__init__.py", "", ".", "style.py"])
def test_nothing_but_a_picture_is_read(name: str):
    assert stored.svg(name) is None


def test_reading_needs_none_of_what_drawing_needs():
    asked = (
        "import sys; from planner.figures import stored; stored.still('sleep');"
        " assert not {'shapely', 'numpy', 'typst'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", asked], check=True)
