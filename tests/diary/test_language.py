"""Whatever a diary gives rise to is said in the made-up language, but what the client typed."""

import re
from datetime import date, timedelta

import pytest
import samples

from planner.diary import csv_template, headline, read_diary, result, xlsx_template
from planner.diary.file.read import grids
from planner.diary.forms import HEADINGS, understood
from planner.model.diary import Choices, DateOrder, DayWritten
from planner.model.errors import DiaryError
from planner.words import in_language, language
from planner.words.languages import PSEUDO

ON = date(2030, 1, 1)
PLAIN = re.compile(r"[A-Za-z]{2,}")
LADDER = {"none", "mild", "moderate", "severe"}  # the words that were read as scores


def days(pains, first=date(2026, 9, 7), heading="Date,Pain (0-10)"):
    lines = [f"{first + timedelta(days=n)},{pain}" for n, pain in enumerate(pains) if pain != ""]
    return "\n".join([heading, *lines])


FILES = {
    **samples.PRODUCTS,
    "dates that nothing decides": "Date,Pain\n03/04/2024,5\n04/05/2024,6\n",
    "dates that disagree": "Date,Pain\n13/04/2024,5\n04/15/2024,6\n",
    "dates that are none": "Date,Pain (0-10)\nsoon,5\n2024-02-31,5\n1899-01-01,5\n,5\n45352,3\n",
    "scores that are none": days([5, "bad, really", 12, "n/a", 3]),
    "scores that are words": days(["mild", "severe", "none"], heading="Date,Pain"),
    "scores without a scale": days([4, 6, 5], heading="Date,Pain"),
    "a good end": days([4, 6, 5], heading="Date,Pain relief score"),
    "several pains": "Date,Back pain,Knee pain\n2026-09-07,5,6\n2026-09-08,4,x y z\n",
    "parts of the day": "Date,Morning pain,Evening pain\n2026-09-07,5,6\n2026-09-08,99,oops that\n",
    "no pain": "Date,Mood word\n2026-09-07,fine thanks\n",
    "nothing about pain": "Date,Symptom,Severity\n2026-09-07,Nausea,5\n2026-09-08,Fatigue,4\n",
    "no dates": "Name,Pain\nsomeone,5\n",
    "two people": "Participant ID,Date,Pain (0-10)\na1,2026-09-07,5\nb2,2026-09-08,6\n",
    "weeks": "Week from,Mon,Tue,Wed,Thu,Fri,Sat,Sun,Weather\n2026-09-07,1,2,3,4,5,6,7,wet\n"
    "2026-09-15,1,2,3,4,5,6,7,dry\n",
    "days side by side": "Date,2026-09-07,2026-09-08,2026-09-09\nPain (0-10),4,5,6\n",
    "too many cells": "Date,Pain (0-10)\n2026-09-07,5\n2026-09-08,5,5\n",
    "a fall": days([8] * 10 + [7, 6, 8, 7] * 4 + [2, 3] * 12),
    "a rise": days([2, 3] * 12 + [8, 9] * 12),
    "a gap": days([6, 7, 8, "", 5] * 12 + [4, "", 5] * 8),
    "a bad spell": days([3, 4] * 24 + [9] * 7 + [4, 3] * 12),
    "a short time": days([7, 6, 5, 6, 4, 5, 3, 4] + [2, 3] * 6),
    "few days": days([5, 4, 3]),
}
REFUSED = (b"", b"%PDF-1.7", b"\x89PNG", b"\x1f\x8b", b"SQLite format 3", b"{\\rtf", b"<html>",
           b"\0" * 900, b"PK\x03\x04x")  # fmt: skip
CHOICES = (
    Choices(),
    Choices(date_order=DateOrder.DMY, scale=(0, 10), person="nobody", pain="gone"),
    Choices(date_order=DateOrder.DMY, scale=(0, 10)),
)


def said(text: str, choices: Choices) -> list[str]:
    """Every sentence that a file gives rise to, in the language."""
    try:
        reading = read_diary(text.encode(), "diary.csv", choices, on=ON)
    except DiaryError as refused:
        return [one.what for one in in_language(refused.problems, language(PSEUDO))]
    middle = reading.days[len(reading.days) // 2].date if reading.days else None
    sentences: list[str] = []
    for started in (middle, ON, None):
        plain = result(reading, started)
        found = in_language(plain, language(PSEUDO))
        sentences += [one.why for one in (*found.skipped, *found.questions)]
        sentences += [*found.notes, *found.cautions]
        sentences.append(in_language(headline(plain.analysis), language(PSEUDO)))
        if found.analysis:
            sentences += [*found.analysis.says, *found.analysis.cautions]
    return sentences


@pytest.mark.parametrize("choices", CHOICES, ids=("asked", "wrongly answered", "answered"))
@pytest.mark.parametrize("name", FILES)
def test_what_is_said_of_a_file_is_said_in_the_language(name, choices):
    typed = set(PLAIN.findall(FILES[name])) | {"gone", "nobody"}
    for sentence in said(FILES[name], choices):
        assert set(PLAIN.findall(sentence)) <= typed | LADDER, sentence


@pytest.mark.parametrize("data", REFUSED, ids=lambda data: repr(data[:5]))
def test_a_refusal_is_said_in_the_language(data):
    with pytest.raises(DiaryError) as refused:
        read_diary(data, "diary")
    told = in_language(refused.value.problems, language(PSEUDO))
    kinds = {"PDF", "CSV", "XML", "HTML", "JSON"}
    assert not set(PLAIN.findall(told[0].what)) - kinds


def test_each_kind_of_file_says_something():
    silent = [name for name in FILES if not any(said(FILES[name], one) for one in CHOICES)]
    assert silent == []


@pytest.mark.parametrize("write", [csv_template, xlsx_template])
def test_a_form_in_another_language_is_read_like_the_english_one(write):
    first = date(2026, 9, 7)
    rows = [DayWritten(first + timedelta(days=n), float(n), session=n % 2 == 0) for n in range(6)]
    english, other = (grids(write(rows, language(code)), "d")[0] for code in ("en", PSEUDO))
    assert not PLAIN.findall(" ".join(other.iloc[0]))
    assert other.iloc[1, 4] not in ("yes", "no")
    assert understood(other, ("en", PSEUDO)).equals(understood(english, ("en", PSEUDO)))


def test_another_table_of_as_many_columns_is_left_as_it_is():
    grid = grids(b"a,b,c,d,e,f\n1,2,3,4,5,6\n", "d.csv")[0]
    assert understood(grid, ("en", PSEUDO)) is grid
    assert len(HEADINGS) == grid.shape[1]
