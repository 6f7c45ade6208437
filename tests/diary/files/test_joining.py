"""A file a client brought, and days written down here: one diary of both."""

from datetime import date

from planner.diary import joined, read_diary, read_entries
from planner.model.diary import DayWritten

TODAY = date(2026, 11, 23)
FILE = """\
Date,Time,Pain (0-10),Massage
2026-11-02,8:00,4,
2026-11-02,20:00,6,
2026-11-03,8:00,7,yes
2026-11-05,8:00,2,
"""


def file():
    return read_diary(FILE.encode(), "brought.csv", on=TODAY)


def pains(reading):
    return {day.date.day: (day.pain, day.entries) for day in reading.days}


def test_days_of_both_stand_in_order_of_date():
    both = joined(
        file(), [DayWritten(date(2026, 11, 7), 1.0), DayWritten(date(2026, 11, 4), 3.0)], on=TODAY
    )
    assert pains(both) == {2: (5, 2), 3: (7, 1), 4: (3, 1), 5: (2, 1), 7: (1, 1)}
    assert len(both.diary) == 6


def test_what_was_written_here_counts_for_a_day_in_both():
    both = joined(file(), [DayWritten(date(2026, 11, 2), 9.0)], on=TODAY)
    assert pains(both)[2] == (9, 1)
    assert sorted(both.diary.pain) == [2, 7, 9]


def test_a_session_in_either_is_a_session():
    both = joined(file(), [DayWritten(date(2026, 11, 4), 3.0, session=True)], on=TODAY)
    assert both.sessions == (date(2026, 11, 3), date(2026, 11, 4))


def test_every_row_of_both_is_accounted_for():
    both = joined(
        file(), [DayWritten(date(2026, 11, 4), 3.0), DayWritten(date(2026, 11, 6))], on=TODAY
    )
    assert (both.readings, both.used, len(both.skipped)) == (5, 5, 0)


def test_what_is_said_of_the_file_stays():
    both = joined(file(), [DayWritten(date(2026, 11, 4), 3.0)], on=TODAY)
    assert (both.format, both.scale, both.first_rows) == ("generic", (0, 10), file().first_rows)


def test_without_entries_the_file_stays_as_it_is():
    brought = file()
    assert joined(brought, []) is brought


def test_days_written_down_are_read_without_a_question():
    rows = [DayWritten(date(2026, 11, 4), 3.0, sleep=6.0, way=0.0, session=False, note="=rain")]
    reading = read_entries(rows, on=TODAY)
    day = reading.days[0]
    assert (day.pain, day.sleep, day.got_in_the_way, day.entries) == (3, 6, 0, 1)
    assert not reading.questions and not reading.sessions
