"""Of an app's own file its table alone is kept, and it is read like the file itself."""

import json
import random

import pytest
from app_files import (
    FIRST,
    asleep,
    daylio_backup,
    days,
    health_xml,
    health_zip,
    migralog,
    pain_entry,
    symptom,
    zipped,
)

from planner.diary import kept_file, read_diary, result
from planner.model.diary import Choices

BY_DAY = days(9, random.Random(2))
HEALTH = health_xml([
    *(symptom(day, "Headache", str(step + 1)) for day, step in BY_DAY.items()),
    asleep(f"{FIRST} 00:10:00 +0100", f"{FIRST} 06:40:00 +0100"),
])  # fmt: skip
ENTRIES = [pain_entry(day, step) | {"notes": 'a "long"\tday;\n1,5 h, at last'}
           for day, step in BY_DAY.items()]  # fmt: skip
FILES = {
    "health": HEALTH,
    "health in a zip": health_zip(HEALTH),
    "daylio": daylio_backup({day: step + 1 for day, step in BY_DAY.items()}),
    "migralog": json.dumps(migralog()).encode(),
    "pain tracker": json.dumps(ENTRIES).encode(),
    "pain tracker in a zip": zipped({"backup.json": json.dumps(ENTRIES).encode()}),
    "in UTF-16": json.dumps(ENTRIES).encode("utf-16"),
    "any other": json.dumps([{"date": str(d), "pain": s} for d, s in BY_DAY.items()]).encode(),
}
TABLES = {
    "a table": b"Date,Pain\n2026-01-05,4\n",
    "an old workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3000,
    "tables in a zip": zipped({"a.csv": b"Date,Pain\n2026-01-05,4\n"}),
}


@pytest.mark.parametrize("kind", FILES)
def test_the_table_is_read_like_the_file(kind: str) -> None:
    name, kept = kept_file("Export von Alex.zip", FILES[kind])
    assert name == "Export von Alex.tsv"
    choices = Choices(pain="mood") if kind == "daylio" else Choices()
    whole, table = (read_diary(data, name, choices) for data in (FILES[kind], kept))
    assert result(table, FIRST) == result(whole, FIRST)
    assert whole.days


@pytest.mark.parametrize("kind", TABLES)
def test_a_table_is_kept_as_it_came(kind: str) -> None:
    assert kept_file("diary", TABLES[kind]) == ("diary", TABLES[kind])


def test_what_is_kept_of_a_phone_holds_nothing_else() -> None:
    _, kept = kept_file("export.zip", FILES["health in a zip"])
    assert not any(word in kept for word in (b"Alex", b"iPhone", b"StepCount", b"1980"))
