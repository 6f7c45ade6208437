"""Charts as data: what is drawn is what is in the plan or the diary, and each has its sentence."""

import json
import re
from datetime import date, timedelta

import pytest

from planner.charts.course import course
from planner.charts.figure import Figure
from planner.charts.figures import what_lies_behind
from planner.diary import DiaryReading, read_diary

TODAY = date(2026, 11, 23)
FIRST = date(2026, 9, 7)  # a Monday
START = FIRST + timedelta(days=14)
MOST_BYTES = 1_000_000
FORBIDDEN = re.compile(r"\b(caus\w+|because|significant\w*|trigger\w*|works?|proves?|effect\w*)\b")


def layers_of(spec: dict) -> dict[str, list[dict]]:
    """The rows of each named part of a drawing."""
    named = {one["data"]["name"]: one["data"]["values"] for one in spec.get("layer", ())
             if "values" in one.get("data", {})}  # fmt: skip
    return {**spec.get("datasets", {}), **named}


def rows_of(figure, *fields: str, layer: str = "") -> list[tuple]:
    """The rows of a layer, by its name or as the first that has these fields."""
    for name, rows in layers_of(figure.spec).items():
        if rows and set(fields) <= rows[0].keys() and layer in ("", name):
            return [tuple(row[field] for field in fields) for row in rows]
    raise AssertionError(f"no layer has {fields}")


def reading(text: str) -> DiaryReading:
    return read_diary(text.encode(), "diary.csv", on=TODAY)


def daily(pains: list[float | None], extra: str = "", cells: str = "") -> DiaryReading:
    """A day a row from FIRST on; None is a day without an entry."""
    lines = [f"{FIRST + timedelta(days=n)},{pain:g}{cells}" for n, pain in enumerate(pains)
             if pain is not None]  # fmt: skip
    return reading("\n".join([f"Date,Pain (0-10){extra}", *lines]))


def figures(of: DiaryReading, started: date | None) -> list[Figure]:
    """Everything a diary lets draw: its course first, then what lies behind it."""
    first = course(of, started)
    return [*([first] if first else []), *what_lies_behind(of)]


def figure(title: str, of: DiaryReading, started: date | None = None):
    return next((one for one in figures(of, started) if one.title == title), None)


TEN_YEARS = "\n".join(
    ["Date,Time,Pain (0-10),Sleep (0-10),Where,Massage"]
    + [
        f"{date(2016, 10, 1) + timedelta(days=n)},{6 + 3 * k}:00,{(n * 7 + k * 3) % 11},"
        f"{(n * 5) % 11},{('Neck', 'Back; hip', 'Knee')[k % 3]},{'yes' if n % 14 == k == 0 else ''}"
        for n in range(3652)
        for k in range(5)
    ]
)


@pytest.fixture(scope="module")
def ten_years() -> DiaryReading:
    return reading(TEN_YEARS)


# the course of a diary


def test_a_gap_stays_a_gap():
    drawn = figure("Pain over time", daily([5, 6, None, None, 4, 3]))
    runs = {day[:10]: run for day, run in rows_of(drawn, "day", "run")}
    assert runs["2026-09-07"] == runs["2026-09-08"] != runs["2026-09-11"]
    assert "2026-09-09" not in {day[:10] for day, _ in rows_of(drawn, "day", "pain")}
    assert "2 days have no entry" in drawn.alt


def test_every_layer_has_data_and_the_days_below_it(ten_years):
    for spec in (figures(ten_years, date(2022, 1, 1))[0].spec, figure("Pain over time",
                 daily([5])).spec):  # fmt: skip
        for layer in spec["layer"]:
            assert layer["data"]["values"]
            assert layer["encoding"]["x"]["axis"]["values"]


def test_every_entry_is_a_dot_and_zero_is_a_score():
    text = "Date,Time,Pain (0-10)\n2026-09-07,8:00,0\n2026-09-07,20:00,6\n2026-09-08,8:00,3\n"
    drawn = figure("Pain over time", reading(text))
    assert rows_of(drawn, "pain", layer="dots") == [(0,), (6,), (3,)]
    assert "Each dot is an entry" in drawn.alt


def test_the_phases_have_their_medians_and_colours():
    drawn = figure("Pain over time", daily([7] * 14 + [4] * 13 + [9]), START)
    assert rows_of(drawn, "phase", "median", layer="medians") == [("before", 7), ("since", 4)]
    dots = rows_of(drawn, "day", "pain", "phase")
    assert {phase for day, _, phase in dots if day >= f"{START}"} == {"since"}
    assert "Median of the 14 days before the plan: 7." in drawn.alt
    assert "Median of the 14 days since the plan: 4." in drawn.alt


def test_sessions_and_the_start_are_marked():
    lines = [f"{FIRST + timedelta(days=n)},5,{'yes' if n in (15, 22) else ''}" for n in range(28)]
    drawn = figure("Pain over time", reading("\n".join(["Date,Pain,Massage", *lines])), START)
    assert [day[:10] for (day,) in rows_of(drawn, "day", layer="sessions")] == [
        "2026-09-22",
        "2026-09-29",
    ]
    assert rows_of(drawn, "day", layer="start") == [("2026-09-21T00:00:00",)]
    assert "Triangles mark 2 massage sessions" in drawn.alt


def test_the_band_is_the_middle_half_of_seven_days():
    drawn = figure("Pain over time", daily([0, 2, 4, 6, 8, 10, 5]))
    band = {day[:10]: (low, high) for day, low, high in rows_of(drawn, "day", "low", "high")}
    assert band["2026-09-10"] == (3, 7)


def test_a_start_outside_the_diary_leaves_one_phase():
    drawn = figure("Pain over time", daily([5] * 10), FIRST + timedelta(days=99))
    assert rows_of(drawn, "phase", "median", layer="medians") == [("before", 5)]


def test_scores_are_drawn_on_zero_to_ten_whatever_the_scale():
    lines = "\n".join(f"{FIRST + timedelta(days=n)},{n * 10}" for n in range(11))
    drawn = figure("Pain over time", reading(f"Date,Pain (0-100)\n{lines}"))
    assert max(pain for _, pain in rows_of(drawn, "day", "pain")) == 10


# the other figures


def test_the_calendar_has_a_square_for_each_day_with_an_entry():
    calendar = figure("Calendar", daily([5, None, 7]))
    assert rows_of(calendar, "weekday", "pain") == [("Mon", 5), ("Wed", 7)]
    assert "1 of 3 days are empty" in calendar.alt
    assert calendar.table.column("Day") == ["2026-09-07", "2026-09-09"]


def test_weekdays_are_means_of_three_entries_or_more():
    pains = [8 if n % 7 == 0 else 4 for n in range(22)]
    rhythm = figure("By weekday and time of day", daily(pains))
    means = dict(rows_of(rhythm, "weekday", "pain"))
    assert means["Mon"] == 8 and means["Tue"] == 4
    assert "highest on Monday (8.0)" in rhythm.alt
    assert figure("By weekday and time of day", daily([5] * 13)) is None


@pytest.mark.parametrize(
    ("of_week", "highest", "lowest"),
    [
        ([0] * 7, None, None),
        ([8, 8, 4, 3, 4, 4, 4], {"Monday", "Tuesday"}, {"Thursday"}),
        ([8, 4, 4, 4, 4, 4, 4], {"Monday"}, set()),
        ([4, 4, 4, 4, 4, 4, 4.04], None, None),
    ],
)
def test_the_weekday_that_is_highest_is_never_the_lowest_too(of_week, highest, lowest):
    said = figure("By weekday and time of day", daily(of_week * 4)).alt
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    if highest is None:
        assert not [one for one in names if one in said]
        assert f"({of_week[0]:.1f})" in said
        return
    most, least = said.split("highest ")[1].split("lowest ")
    assert {one for one in names if one in most} == highest
    assert {one for one in names if one in least} == lowest


def test_weeks_alike_are_not_ranked():
    said = figure("Calendar", daily([5] * 28)).alt
    assert "lowest" not in said
    assert "mean of 5.0" in said


def test_times_of_day_are_shown_where_they_differ():
    lines = [f"{FIRST + timedelta(days=n)},{clock},{pain}" for n in range(21)
             for clock, pain in (("7:30", 8), ("25:10", 3))]  # fmt: skip
    rhythm = figure("By weekday and time of day", reading("\n".join(["Date,Time,Pain", *lines])))
    assert set(rhythm.table.column("Time of day")) == {"Morning", "Night", "Whole day"}
    one_time = [line for line in lines if "7:30" in line]
    rhythm = figure("By weekday and time of day", reading("\n".join(["Date,Time,Pain", *one_time])))
    assert set(rhythm.table.column("Time of day")) == {"Whole day"}


def test_pain_with_sleep_says_no_more_than_the_days_can():
    few = "\n".join(f"{FIRST + timedelta(days=n)},{n % 8},{n % 9}" for n in range(20))
    assert "28 days are needed" in figure("Pain with sleep", reading(f"Date,Pain,Sleep\n{few}")).alt
    noise = [(n * n * 31 % 17) % 10 for n in range(60)]
    lines = "\n".join(f"{FIRST + timedelta(days=n)},{10 - s},{s}" for n, s in enumerate(noise))
    together = figure("Pain with sleep", reading(f"Date,Pain,Sleep\n{lines}"))
    assert "higher sleep value went together with less pain" in together.alt
    assert "does not show which of them comes first" in together.alt


def test_places_written_together_are_told_apart():
    text = "Date,Pain,Pain location\n2026-09-07,5,Neck; left hip\n2026-09-08,7,neck\n"
    places = figure("Places over time", reading(text))
    assert set(rows_of(places, "site", "n")) == {("Neck", 2), ("Left hip", 1)}


def test_a_diary_without_pain_draws_nothing():
    assert figures(reading("Date,Pain (0-10)\nsoon,x\n"), None) == []


def test_every_figure_has_its_sentence_and_its_table(ten_years):
    drawn = figures(ten_years, date(2022, 1, 1))
    assert [one.title for one in drawn] == [
        "Pain over time", "Calendar", "By weekday and time of day", "Pain with sleep",
        "Places", "Places over time",
    ]  # fmt: skip
    for one in drawn:
        assert one.alt.endswith(".")
        assert len(one.table)
        assert not FORBIDDEN.search(one.alt.lower()), one.alt


def test_ten_years_of_five_entries_a_day_send_less_than_a_megabyte(ten_years):
    assert len(ten_years.diary) == 18_260
    sent = [len(json.dumps(one.spec)) for one in figures(ten_years, date(2022, 1, 1))]
    assert sum(sent) < MOST_BYTES / 2
