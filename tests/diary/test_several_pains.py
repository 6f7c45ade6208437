"""Several pains in one file: one is followed, or the worst of each day; never their mean unsaid."""

from datetime import date

import pytest

from planner.diary import DiaryReading, read_diary
from planner.model.diary import Choices, Direction

TODAY = date(2026, 11, 23)
SITES = {"Neck": 2, "Lower back": 7, "Knee": 4}
DAYS = [f"2026-03-{day:02d}" for day in range(1, 11)]
WIDE = "Date," + ",".join(f"{one} pain (0-10)" for one in SITES) + "\n" + "".join(
    f"{day}," + ",".join(map(str, SITES.values())) + "\n" for day in DAYS
)  # fmt: skip
LONG = "Date,Body part,Pain (0-10)\n" + "".join(
    f"{day},{site},{score}\n" for day in DAYS for site, score in SITES.items()
)
RATED = LONG.replace("Body part,Pain (0-10)", "Symptom,Severity (0-10)").replace(
    "Neck", "Neck pain"
)
RATED = RATED.replace("Lower back", "Backache").replace("Knee", "Sore knee")
FILES = {"columns": WIDE, "a column of places": LONG, "a column of symptoms": RATED}
BY_NAME = {
    "columns": "Knee pain (0-10)",
    "a column of places": "Knee",
    "a column of symptoms": "Sore knee",
}


def read(text: str, pain: str | None = None) -> DiaryReading:
    reading = read_diary(text.encode(), "diary.csv", Choices(pain=pain), TODAY)
    assert reading.readings == reading.used + len(reading.skipped)
    return reading


def scores(reading: DiaryReading) -> set[float | None]:
    return {one.pain for one in reading.days}


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_compared_before_one_is_chosen(name: str) -> None:
    reading = read(FILES[name])
    (question,) = reading.questions
    assert question.ask == "pain-column" and not reading.days
    assert BY_NAME[name] in question.choices and question.choices[-1] == "worst-of-day"


@pytest.mark.parametrize("name", FILES)
def test_the_one_that_was_chosen_is_followed_and_said(name: str) -> None:
    reading = read(FILES[name], BY_NAME[name])
    assert scores(reading) == {4} and len(reading.days) == len(DAYS)
    assert any(BY_NAME[name] in note for note in reading.notes)


@pytest.mark.parametrize("name", FILES)
def test_the_worst_of_each_day_counts_where_that_was_chosen(name: str) -> None:
    reading = read(FILES[name], "worst-of-day")
    assert scores(reading) == {7} and not reading.questions
    assert any("worst" in note for note in reading.notes)


def test_the_worst_is_the_lowest_where_high_is_good() -> None:
    choices = Choices(pain="worst-of-day", direction=Direction.BETTER, scale=(0, 10))
    reading = read_diary(WIDE.encode(), "diary.csv", choices, TODAY)
    assert {(one.pain, one.pain_0_10) for one in reading.days} == {(2, 8)}


def test_one_pain_that_wanders_is_not_asked_about() -> None:
    places = [*SITES] * 4
    text = "Date,Body part,Pain (0-10)\n" + "".join(
        f"{day},{site},8\n" for day, site in zip(DAYS, places, strict=False)
    )
    assert not read(text).questions and len(read(text).days) == len(DAYS)
