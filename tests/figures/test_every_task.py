"""Every task of the exercise library has its picture, in both themes and small enough to send."""

import pytest

from planner.figures import stored
from planner.figures.style import Theme, style
from planner.knowledge import load

MOST_BYTES = 25_000
TASKS = sorted(load().self_care)


def test_every_task_of_the_library_has_its_picture():
    assert not [task for task in TASKS if stored.still(task) is None]


def test_no_picture_is_of_a_task_that_is_not_there():
    kinds = (stored.STILL, stored.MOVING)
    known = {stored.file_name(task, kind) for task in TASKS for kind in kinds}
    assert stored._names() <= known


@pytest.mark.parametrize("theme", Theme)
def test_a_picture_has_one_style_of_colours_and_is_small(theme: Theme):
    for name in stored._names():
        svg = stored.svg(name, theme)
        assert svg.count(f"<style>{style(theme)}</style>") == 1, name
        assert len(svg.encode()) <= MOST_BYTES, name
