"""Every home task's picture: nothing wrong with it, stored as it is drawn, small, in its frame."""

import re
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import shapely

from planner.figures import stored
from planner.figures.draw import KINDS, draw, drawable, faults, sheet
from planner.figures.paint import layout
from planner.figures.paint.shapes import Area, Ground, Stroke, covered
from planner.figures.picture import tables
from planner.figures.style import FILLS, Theme, Tone
from planner.knowledge.base import Knowledge

LARGEST = 25_000  # bytes
ROOT = Path(__file__).parents[2]
SAMPLE = (
    "strengthening:hips:bridge",
    "stretching:hands:tendon-glides",
    "sleep",
    "stretching:jaw:full-open",
    "stretching:feet:plantar",
    "strengthening:knees:sit-to-stand",
)
VARIED = {*SAMPLE, *drawable()[::5]}  # without the marker `slow`
EACH = [pytest.param(one, marks=[] if one in VARIED else pytest.mark.slow) for one in drawable()]
CSS_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")


def test_every_home_task_has_its_picture_and_no_picture_is_of_no_task(knowledge: Knowledge):
    assert set(drawable()) == set(knowledge.self_care)


def test_the_varied_pictures_are_of_every_kind():
    assert {tables()[task][0] for task in VARIED} == set(KINDS)


@pytest.mark.parametrize("task", EACH)
def test_nothing_is_wrong_with_a_picture(task: str):
    assert faults(task) == ()


def same_as_stored(task: str) -> bool:
    fresh = draw(task)
    return (fresh.still, fresh.moving) == (stored.still(task), stored.moving(task))


@pytest.mark.parametrize("task", SAMPLE)
def test_a_picture_is_stored_as_it_is_drawn(task: str):
    assert same_as_stored(task), "Draw again: python -m planner figures planner/figures/drawn"


@pytest.mark.slow
@pytest.mark.parametrize("task", [task for task in drawable() if task not in SAMPLE])
def test_every_picture_is_stored_as_it_is_drawn(task: str):
    assert same_as_stored(task), "Draw again: python -m planner figures planner/figures/drawn"


@pytest.mark.slow
def test_nothing_is_stored_that_is_not_drawn():
    names = {path.name for path in (ROOT / "planner/figures/drawn").glob("*.svg")}
    tasks = {task: draw(task) for task in drawable()}
    wanted = {f"{task.replace(':', '.')}.svg" for task in tasks}
    wanted |= {f"{task.replace(':', '.')}.moving.svg" for task, one in tasks.items() if one.moving}
    assert names == wanted


def test_the_same_picture_is_drawn_by_another_process_with_another_hash_seed():
    asked = f"from planner.figures.draw import draw; print(hash(draw({SAMPLE[0]!r}).still) and "
    asked += f"draw({SAMPLE[0]!r}).still, end='')"
    runs = [
        subprocess.run(
            [sys.executable, "-c", asked],
            cwd=ROOT,
            check=True,
            capture_output=True,
            env={"PYTHONHASHSEED": seed, "PATH": ""},
        ).stdout
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1] == draw(SAMPLE[0]).still.encode()


def ways(svg: str) -> list[np.ndarray]:
    """The corners of every path, in the units of the picture."""
    found = []
    for path in re.findall(r' d="([^"]+)"', svg):
        at = np.zeros(2)
        for letter, numbers in re.findall(r"([MlLQCZz])([^MlLQCZz]*)", path):
            steps = np.array([float(one) for one in CSS_NUMBER.findall(numbers)]).reshape(-1, 2)
            for step in steps:
                at = at + step if letter == "l" else step
                found.append(at)
    return found


@pytest.mark.parametrize("task", drawable())
def test_a_stored_picture_is_small_and_nothing_of_it_leaves_its_frame(task: str):
    for svg in (stored.still(task), stored.moving(task)):
        if svg is None:
            continue
        assert len(svg.encode()) <= LARGEST
        width, height = map(int, re.search(r'viewBox="0 0 (\d+) (\d+)"', svg).groups())
        corners = np.array(ways(svg))
        assert corners.min() >= 0
        assert (corners <= [width, height]).all()


@pytest.mark.parametrize("task", drawable())
def test_a_stored_picture_names_nothing_outside_itself(task: str):
    for svg in filter(None, (stored.still(task), stored.moving(task))):
        assert svg.count("http") == 1  # the name of SVG itself
        assert not re.search(r"<(script|image|foreignObject|use|a)\b|\bon\w+=|@import", svg)


def lightness(colour: str) -> float:
    """L* of a colour, 0 black to 100 white (CIE 1976)."""
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return float(116 * np.cbrt(linear @ [0.2126, 0.7152, 0.0722]) - 16)


@pytest.mark.parametrize("theme", list(Theme))
def test_what_moves_stands_out_from_what_does_not_in_grey_too(theme: Theme):
    at = list(Theme).index(theme)
    moving = [lightness(FILLS[tone][at]) for tone in Tone if tone.endswith("-moves")]
    still = [
        lightness(FILLS[tone][at])
        for tone in (
            Tone.SKIN,
            Tone.SKIN_FAR,
            Tone.SHIRT,
            Tone.SHIRT_FAR,
            Tone.TROUSERS,
            Tone.TROUSERS_FAR,
            Tone.HAIR,
        )
    ]
    assert min(abs(one - other) for one in moving for other in still) >= 15


def square(name: str, at: float, size: float = 1.0, **rest: object) -> Area:
    return Area(name, shapely.box(at, 0, at + size, size), Tone.SKIN, **rest)


def test_what_lies_over_another_leaves_a_gap_of_bare_ground_round_it():
    below, above = covered([square("below", 0), square("above", 0.5)], gap=0.1)
    assert below.shape.distance(above.shape) == pytest.approx(0.1, abs=1e-9)


def test_parts_of_one_joint_have_no_gap_there():
    weld = {"knee": (0.5, 0.5, 0.6)}
    below, above = covered(
        [square("thigh", 0, welds=weld), square("shank", 0.5, welds=weld)], gap=0.1
    )
    assert below.shape.intersects(above.shape)


def test_a_stroke_is_painted_where_it_stands_in_the_pile():
    line = Stroke(np.array([[0, 0], [1, 1.0]]), 0.01)
    kinds = [type(one) for one in covered([square("a", 0), line, square("b", 3)], gap=0.1)]
    assert kinds == [Area, Stroke, Area]


def test_what_is_clipped_or_kept_free_is_not_painted():
    ground = Ground(free=shapely.box(0, 0, 0.2, 1), kept=shapely.box(0, 0, 1, 0.5))
    (left,) = covered([square("a", 0)], gap=0.1, ground=ground)
    assert left.shape.bounds == pytest.approx((0.2, 0, 1, 0.5))


def test_frames_beside_each_other_share_a_floor_and_do_not_overlap():
    drawn = sheet("strengthening:knees:sit-to-stand")
    assert len(drawn.still) == 2
    first, second = (frame.box() for frame in layout._in_rows(drawn.still, stacked=False))
    assert first[2] < second[0]
    assert first[1] == pytest.approx(second[1], abs=0.03)
