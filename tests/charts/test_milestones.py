"""What happened on some days: flags that never lie on each other, and every word of it said."""

from datetime import timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.charts.course import course
from planner.charts.course.milestones import MOST_LINES, NARROW, Flag, flags
from planner.model.diary import Milestone, MilestoneKind
from tests.charts.shapes import FIRST, SHAPES
from tests.charts.test_charts import rows_of

LAST = FIRST + timedelta(days=89)
happened = st.builds(
    Milestone,
    day=st.integers(-20, 120).map(lambda n: FIRST + timedelta(days=n)),
    kind=st.sampled_from(MilestoneKind),
    note=st.text("abc ", max_size=60),
)


def reached(flag: Flag) -> tuple[float, float]:
    """From where to where a flag and the least of its words reach on a narrow plot."""
    at = NARROW * (flag.day - FIRST).days / (LAST - FIRST).days
    return (at, at + 20) if flag.runs == "right" else (at - 20, at)


@settings(max_examples=60)
@given(st.lists(happened, max_size=10))
def test_no_flag_stands_outside_the_days_or_on_the_words_of_another(milestones):
    found = flags(milestones, FIRST, LAST)
    assert all(FIRST <= one.day <= LAST and 0 <= one.line < MOST_LINES for one in found)
    for line in range(MOST_LINES):
        reach = sorted(reached(one) for one in found if one.line == line)
        assert all(left[1] <= right[0] for left, right in pairwise(reach))


def test_words_run_to_the_side_that_has_room():
    early = Milestone(day=FIRST, kind=MilestoneKind.FLARE)
    late = Milestone(day=LAST, kind=MilestoneKind.FLARE)
    assert [one.runs for one in flags([late, early], FIRST, LAST)] == ["right", "left"]


def test_milestones_are_drawn_said_and_tabled():
    shape = SHAPES["90 days"]
    drawn = course(shape.reading, shape.started, shape.milestones)
    assert len(rows_of(drawn, "day", "line", layer="flags")) == len(shape.milestones)
    assert "18 Mar 2026: New medicine: amitriptyline, at night" in drawn.alt
    told = [cell for cell in drawn.table.column("What happened") if cell]
    assert told == [
        "New medicine: amitriptyline, at night",
        "Flare",
        "Holiday: two weeks by the sea",
        "Something else: a new job with much lifting",
    ]


def test_a_milestone_outside_the_diary_is_said_though_not_drawn():
    outside = Milestone(day=LAST + timedelta(days=99), kind=MilestoneKind.ILLNESS)
    drawn = course(SHAPES["28 days"].reading, None, [outside])
    assert "flags" not in {layer["data"]["name"] for layer in drawn.spec["layer"]}
    assert "Illness" in drawn.alt and "1 of them has no flag in the picture." in drawn.alt
