"""Each of fourteen diaries is drawn whole: from one day to ten years, on screen and for paper."""

import re
from datetime import date, timedelta

import pytest

from planner.charts.course import course
from planner.charts.figures import over_time
from planner.charts.paper import svg_of
from planner.charts.progress import progress
from tests.charts.shapes import FIRST, SHAPES, after, of_a_diary, score, table
from tests.charts.test_charts import layers_of, reading, rows_of

HALF = 420  # pixels
every = pytest.mark.parametrize("name", SHAPES)


def drawn(name: str):
    shape = SHAPES[name]
    return course(shape.reading, shape.started, shape.milestones)


def said_on_the_axis(figure) -> list[tuple[str, ...]]:
    given = {one["name"]: one["value"] for one in figure.spec["params"]}
    return [tuple(lines) for lines in given["days_said"].values()]


@every
def test_no_day_is_named_twice_and_the_year_is_named(name):
    labels = said_on_the_axis(drawn(name))
    assert len(set(labels)) == len(labels) <= 8
    assert re.fullmatch(r"20\d\d", labels[0][-1])


@every
def test_words_above_days_stand_above_their_own(name):
    words = layers_of(drawn(name).spec).get("words", [])
    for row in words:
        own = [day for day, phase in rows_of(drawn(name), "day", "phase", layer="dots")
               if phase == row["phase"]]  # fmt: skip
        assert row["day"] <= min(own)
        assert len(own) >= 3


@every
def test_a_zero_is_a_dot_and_a_missing_day_is_none(name):
    of = SHAPES[name].reading
    if drawn(name) is None or len(of.days) > 400:
        return
    dots = {day[:10]: pain for day, pain in rows_of(drawn(name), "day", "pain", layer="dots")}
    assert set(dots) == {f"{one.date}" for one in of.days if one.pain_0_10 is not None}


@pytest.mark.slow
@every
def test_every_figure_is_drawn_at_half_a_screen(name):
    shape = SHAPES[name]
    for figure in of_a_diary(shape.reading, shape.started, shape.milestones):
        svg = svg_of(figure, HALF)
        assert "NaN" not in svg and "undefined" not in svg and "<text" in svg, figure.id


def test_words_over_few_days_stand_in_a_key_and_not_over_other_days():
    for name in ("ten years, 58 days since", "started on the last day"):
        assert "words" not in layers_of(drawn(name).spec)
        assert "since" in " ".join(
            one["value"]["since"] for one in drawn(name).spec["params"] if "since" in one["value"]
        )


def test_neither_line_nor_median_crosses_a_gap_of_months():
    gap = (f"{after(39)}", f"{after(160)}")
    for day, until in rows_of(drawn("a gap of four months"), "day", "until", layer="medians"):
        assert until[:10] <= gap[0] or day[:10] >= gap[1]
    runs = rows_of(drawn("a gap of four months"), "day", "run", layer="band")
    assert not {run for day, run in runs if day[:10] <= gap[0]} & {
        run for day, run in runs if day[:10] >= gap[1]
    }


def test_one_day_has_no_median_of_it():
    alt = drawn("one day").alt
    assert "Median" not in alt and alt.startswith("Pain on 9 March 2026.")


def test_a_start_outside_the_days_is_said():
    of = SHAPES["28 days"].reading
    assert "The plan began later, on 1 January 2027." in course(of, date(2027, 1, 1)).alt
    assert "The plan began earlier, on 1 January 2020." in course(of, date(2020, 1, 1)).alt


def test_a_day_without_an_entry_is_an_outline():
    shape = SHAPES["a gap of four months"]
    calendar = next(one for one in of_a_diary(shape.reading, None) if one.id == "calendar")
    assert len(calendar.spec["datasets"]["empty"]) == 120
    assert all(row["pain"] is not None for row in calendar.spec["datasets"]["squares"])


def test_attacks_are_counted_first_and_a_daily_diary_is_not():
    for name, shape in SHAPES.items():
        first = over_time(shape.reading, shape.started)
        assert (first.id == "days-with-pain") == (name == "attacks only"), name
    weekly = reading(table(range(0, 180, 7), score))
    assert over_time(weekly, None).id == "pain-over-time"


def test_days_with_pain_are_said_of_how_many():
    bars = over_time(SHAPES["attacks only"].reading, SHAPES["attacks only"].started)
    assert bars.table.rows[1][:2] == ("2026-04-01", 2)
    assert "Apr 2026: 2 of 30" in bars.alt
    april = [row for row in bars.spec["datasets"]["bars"] if row["day"].startswith("2026-04")]
    assert {row["kind"]: row["days"] for row in april} == {"bad": 2, "empty": 28}


def test_ten_years_of_rare_days_have_a_bar_for_each_year():
    lines = [f"{FIRST - timedelta(days=n)},{6 if n % 10 == 0 else 0}" for n in range(3650)]
    bars = over_time(reading("\n".join(["Date,Pain (0-10)", *lines])), None)
    assert [row[0][:4] for row in bars.table.rows] == [str(year) for year in range(2016, 2027)]
    assert sum(row[1] for row in bars.table.rows) == 365


def test_places_are_drawn_as_bars_and_over_time_the_rest_said():
    where = ["Neck", "Hip", "Knee", "Elbow", "Wrist", "Ankle", "Jaw", "Heel", "Calf", "Thigh"]
    lines = [f"{FIRST + timedelta(days=n)},{n % 11},{where[n % 10]}" for n in range(60)]
    of = of_a_diary(reading("\n".join(["Date,Pain (0-10),Where", *lines])), None)
    for title in ("places", "places-over-time"):
        figure = next(one for one in of if one.id == title)
        assert len(set(figure.table.column("Place"))) == 8
        assert "2 more places are not drawn." in figure.alt


@pytest.mark.parametrize("name", ["ten years, 58 days since", "90 days", "a gap of four months"])
def test_the_progress_page_names_no_day_twice(name):
    shape = SHAPES[name]
    labels = said_on_the_axis(progress(shape.reading, shape.started, None))
    assert len(set(labels)) == len(labels) <= 8 and labels[0][-1].startswith("20")
