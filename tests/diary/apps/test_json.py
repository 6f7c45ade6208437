"""JSON of apps that are known, and of any other: lists of records become tables."""

import base64
import json
import random
from datetime import date, timedelta

import pytest
from app_files import (
    FIRST,
    daylio_backup,
    daylio_json,
    days,
    migralog,
    pain_entry,
    zipped,
)

from planner.diary import DiaryReading, read_diary
from planner.model.diary import Choices
from planner.model.errors import DiaryError


def read(said: object, **answers: object) -> DiaryReading:
    data = said if isinstance(said, bytes) else json.dumps(said).encode()
    reading = read_diary(data, "export.json", Choices.model_validate(answers))
    assert reading.readings == reading.used + len(reading.skipped)
    return reading


def pains(reading: DiaryReading) -> dict[date, float | None]:
    return {day.date: day.pain for day in reading.days}


def test_a_daylio_backup_is_read_as_daylio_s_table_is() -> None:
    moods = {day: step + 1 for day, step in days(20, random.Random(3)).items()}
    backup = daylio_backup(moods)
    reading = read(backup)
    assert reading.format == "daylio"
    assert [question.ask for question in reading.questions] == ["pain-column"]
    assert reading.questions[0].choices == ("mood",)
    chosen = read(backup, pain="mood")
    assert pains(chosen) == {day: float(mood - 1) for day, mood in moods.items()}
    assert chosen.sessions == tuple(moods)
    assert set(chosen.diary.entries["clock"]) == {"21:00"}


def test_the_evening_of_a_daylio_entry_is_the_evening_there() -> None:
    """In UTC it is the next day."""
    assert list(pains(read(daylio_json({FIRST: 4}, hours_west=9), pain="mood"))) == [FIRST]


def test_an_own_mood_of_daylio_is_the_step_it_belongs_to() -> None:
    assert pains(read(daylio_json({FIRST: 1, FIRST + timedelta(days=1): 6}), pain="mood")) == {
        FIRST: 0.0,
        FIRST + timedelta(days=1): 3.0,
    }


def test_a_daylio_entry_without_its_moment_has_its_day() -> None:
    """Months are counted from 0 there."""
    backup = daylio_json({FIRST: 4, FIRST + timedelta(days=1): 2})
    first, second = backup["dayEntries"]
    del first["datetime"]
    first["month"] = 1
    del second["datetime"], second["year"]
    reading = read(backup, pain="mood")
    assert list(pains(reading)) == [date(2026, 2, 5)]
    assert [skip.why for skip in reading.skipped] == ["no date in this row"]


def test_an_own_mood_without_a_step_keeps_its_word_and_its_order_is_asked() -> None:
    backup = daylio_json({FIRST: 6, FIRST + timedelta(days=1): 2})
    del backup["customMoods"][-1]["mood_group_id"]
    (question,) = read(backup, pain="mood").questions
    assert set(question.choices) == {"worn out", "good"}


def test_moments_beyond_the_calendar_are_none() -> None:
    said = migralog()
    for one in said["intensityReadings"]:
        one["timestamp"] = 10**18
    assert {skip.why for skip in read(said).skipped} >= {"no date in this row"}
    for one in said["intensityReadings"]:
        one["timestamp"] = 253_402_300_799_000  # a second before the year 10000
    said["medicationSchedules"][0]["timezone"] = "Asia/Tokyo"
    assert len(read(said).skipped) >= 2


def test_a_daylio_backup_that_was_unpacked_already() -> None:
    encoded = base64.b64encode(json.dumps(daylio_json({FIRST: 2})).encode())
    assert list(pains(read(encoded, pain="mood"))) == [FIRST]
    with pytest.raises(DiaryError, match="damaged"):
        read(encoded[:-7])


def test_migralog_keeps_readings_and_good_days_and_invents_no_intensity() -> None:
    reading = read(migralog())
    evening = FIRST - timedelta(days=1)  # half past nine in New York
    assert reading.format == "migralog"
    assert not reading.questions
    assert pains(reading) == {
        evening: 6.75,
        FIRST + timedelta(days=1): 0.0,
        FIRST + timedelta(days=2): None,
        FIRST + timedelta(days=4): 0.0,
    }
    assert [day.with_pain for day in reading.days] == [True, False, True, False]
    assert (reading.readings, reading.used) == (7, 5)
    assert reading.medicine == (evening,)
    assert set(reading.diary.entries["site"]) == {"left_temple; left_eye", ""}
    assert sorted(skip.why for skip in reading.skipped) == [
        "a day of warning signs, without a score",
        "medicine was taken; this row has no score",
    ]


def test_migralog_without_a_zone_is_read_in_utc() -> None:
    for zone in (None, "Nowhere/At all"):
        scored = [day for day, pain in pains(read(migralog(zone))).items() if pain]
        assert scored == [FIRST]


def test_migralog_keeps_no_place_on_the_map() -> None:
    reading = read(zipped({"migralog_export_2026-01-09.json": json.dumps(migralog()).encode()}))
    assert "45.5" not in f"{reading.diary.entries.to_csv()}{reading.first_rows}"


@pytest.mark.parametrize("where", ["alone", "backup", "in a zip"])
def test_pain_tracker_of_crisiscore(where: str) -> None:
    by_day = days(15, random.Random(7))
    entries = [pain_entry(day, step * 3) for day, step in by_day.items()]
    backup = {"exportedAt": "2026-02-01T09:00:00Z",
              "data": {"settings": {"theme": "dark"}, "pain_tracker_entries": entries}}  # fmt: skip
    said: object = backup if where == "backup" else entries
    reading = read(zipped({"x.json": json.dumps(said).encode()}) if where == "in a zip" else said)
    assert reading.format == "pain-tracker"
    assert not reading.questions
    assert pains(reading) == {day: step * 3.0 for day, step in by_day.items()}
    assert {day.sleep for day in reading.days} == {6.0}
    assert set(reading.diary.entries["site"]) == {"lower back; left hip"}


def test_the_table_of_pain_tracker_is_one_line_with_its_ends_written_out() -> None:
    """As the app writes it: a mistake of its own."""
    lines = ["Date,Time,Pain Level,Locations,Symptoms,Limited Activities,Sleep Quality,"
             "Mood Impact,Missed Work Days,Notes",
             '2026-01-05,13:05,4,"lower back; left hip","stiffness","stairs",6,3,0,"a long day"',
             '2026-01-06,13:05,0,"","","",7,1,0,""']  # fmt: skip
    reading = read("\\n".join(lines).encode())
    assert reading.format == "pain-tracker"
    assert pains(reading) == {date(2026, 1, 5): 4.0, date(2026, 1, 6): 0.0}


RECORDS = [{"date": "2026-01-05", "pain": 4, "mood": None, "massage": True},
           {"date": "2026-01-06", "pain": 5.0, "massage": False},
           {"date": "2026-01-07", "pain": 0}]  # fmt: skip
SHAPES = {
    "a list": RECORDS,
    "a list in an object": {"version": 2, "settings": {"dark": True}, "entries": RECORDS},
    "deep within": {"data": {"user": {"diary": RECORDS}}},
    "objects within": [{"when": {"date": r["date"]}, "scores": {"pain": r["pain"]}}
                       for r in RECORDS],
    "a list beside others": {"tags": [{"id": 1, "name": "walk"}], "entries": RECORDS},
    "days as names": {str(r["date"]): {"pain": r["pain"]} for r in RECORDS},
    "days as names of scores": {"pain": {str(r["date"]): r["pain"] for r in RECORDS}},
    "entries under days": {str(r["date"]): [{"pain": r["pain"]}] for r in RECORDS},
    "a list for each column": {"date": [r["date"] for r in RECORDS],
                               "pain": [r["pain"] for r in RECORDS]},
    "one to a line": b"\n".join(json.dumps(r).encode() for r in RECORDS),
    "milliseconds": [{"timestamp": 1767600000000 + n * 86_400_000, "pain": r["pain"]}
                     for n, r in enumerate(RECORDS)],
    "with a byte-order mark": b"\xef\xbb\xbf" + json.dumps(RECORDS, indent=2).encode(),
    "in UTF-16": json.dumps(RECORDS).encode("utf-16"),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_records_of_any_app_become_a_table(shape: str) -> None:
    reading = read(SHAPES[shape])
    assert pains(reading) == {date(2026, 1, 5): 4.0, date(2026, 1, 6): 5.0, date(2026, 1, 7): 0.0}


def test_yes_and_no_and_lists_are_cells() -> None:
    reading = read(RECORDS)
    assert reading.sessions == (date(2026, 1, 5),)
    listed = [{"date": r["date"], "pain": r["pain"], "body part": ["knee", {"name": "hip"}, [1]]}
              for r in RECORDS]  # fmt: skip
    assert set(read(listed).diary.entries["site"]) == {"knee; hip"}


def test_what_the_records_leave_open_is_asked() -> None:
    """As of any other table."""
    asked = read([{"date": f"0{n}/04/2026", "score": n} for n in range(1, 9)]).questions
    assert {question.ask for question in asked} >= {"date-order", "direction"}


REFUSED = {
    "no list": (b'{"a": 1, "b": {"c": [1, 2]}}', "no list of entries"),
    "an empty list": (b"[]", "no list of entries"),
    "cut short": (json.dumps(RECORDS).encode()[:-9], "damaged"),
    "deep": (b"[" * 200_000, "damaged"),
    "deep and closed": (b'[{"a":' * 50_000 + b"1" + b"}]" * 50_000, "damaged"),
    "a number without end": (b'[{"date": "2026-01-05", "pain": ' + b"9" * 9000 + b"}]", "damaged"),
    "parts without number": (b"[" + b"{}," * 510_000 + b"{}]", "larger"),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_other_json_is_refused_in_one_sentence(kind: str) -> None:
    data, words = REFUSED[kind]
    with pytest.raises(DiaryError, match=words):
        read(data)
