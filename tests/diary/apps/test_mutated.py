"""The files of apps, broken on their way: a reading with every row in it, or one sentence."""

import json
import random
import zipfile
import zlib
from datetime import date

import pytest
from app_files import (
    FIRST,
    asleep,
    daylio_backup,
    daylio_json,
    days,
    health_xml,
    health_zip,
    migralog,
    pain_entry,
    symptom,
    zipped,
)

from planner.diary import kept_file, read_diary, result
from planner.model.errors import DiaryError
from tests.diary.mutations import mutated

pytestmark = [pytest.mark.no_cover, pytest.mark.slow]
BY_DAY = days(25, random.Random(11))
HEALTH = health_xml([
    *(symptom(day, "Headache", str(step + 1)) for day, step in BY_DAY.items()),
    symptom(FIRST, "LowerBackPain", "Unspecified"),
    asleep(f"{FIRST} 00:10:00 +0100", f"{FIRST} 06:40:00 +0100"),
])  # fmt: skip
MOODS = {day: step + 1 for day, step in BY_DAY.items()}
ENTRIES = [pain_entry(day, step) for day, step in BY_DAY.items()]
FLAT = [{"date": str(day), "pain": step, "note": None} for day, step in BY_DAY.items()]
TEXTS = {
    "health": HEALTH,
    "daylio": json.dumps(daylio_json(MOODS), indent=1).encode(),
    "migralog": json.dumps(migralog(), indent=1).encode(),
    "pain tracker": json.dumps(ENTRIES, indent=1).encode(),
    "flat": json.dumps(FLAT, indent=1).encode(),
}
ARCHIVES = {
    "health": health_zip(HEALTH),
    "daylio": daylio_backup(MOODS),
    "flat": zipped({"a.json": TEXTS["flat"], "b.csv": b"Date,Pain\n2026-01-05,4\n" * 20}),
    "stored": zipped({"a.json": TEXTS["flat"]}, zipfile.ZIP_STORED),
}


def accounted(data: bytes) -> None:
    try:
        reading = read_diary(data, "export", on=date(2026, 11, 27))
    except DiaryError as error:
        assert len(error.problems) == 1
        return
    assert reading.readings == reading.used + len(reading.skipped)
    assert len({skip.row for skip in reading.skipped}) == len(reading.skipped)
    result(reading, date(2026, 1, 15)).model_dump_json()
    kept_file("export", data)


@pytest.mark.parametrize("part", range(6))
@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_that_was_broken(kind: str, part: int) -> None:
    rng = random.Random(f"{kind} {part}")
    for _ in range(50):
        accounted(mutated(TEXTS[kind], rng))


@pytest.mark.parametrize("part", range(6))
@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_that_was_broken_before_it_was_packed(kind: str, part: int) -> None:
    rng = random.Random(f"{kind} {part} packed")
    name = "apple_health_export/export.xml" if kind == "health" else "export.json"
    for _ in range(30):
        accounted(zipped({name: mutated(TEXTS[kind], rng)}))


@pytest.mark.parametrize("part", range(6))
@pytest.mark.parametrize("kind", ARCHIVES)
def test_an_archive_that_was_broken(kind: str, part: int) -> None:
    rng = random.Random(f"{kind} {part} archive")
    for _ in range(60):
        accounted(mutated(ARCHIVES[kind], rng))


OTHER = (None, True, -1, 1e308, "", "x", [], {}, [[]], {"a": {"b": []}}, "2026-02-30", 10**25)


def changed(value: object, rng: random.Random) -> object:
    """A JSON value in which some parts are of another kind, or gone."""
    if rng.random() < 0.02:
        return rng.choice(OTHER)
    if isinstance(value, dict):
        return {k: changed(v, rng) for k, v in value.items() if rng.random() > 0.02}
    if isinstance(value, list):
        return [changed(one, rng) for one in value]
    return value


@pytest.mark.parametrize("part", range(6))
@pytest.mark.parametrize("kind", ["daylio", "migralog", "pain tracker", "flat"])
def test_values_of_another_kind_than_an_app_writes(kind: str, part: int) -> None:
    rng = random.Random(f"{kind} {part} values")
    value = json.loads(TEXTS[kind])
    for _ in range(60):
        accounted(json.dumps(changed(value, rng)).encode())


def test_a_piece_of_packed_bytes_alone_is_no_diary() -> None:
    packed = zlib.compress(HEALTH)
    for start in range(0, len(packed), 97):
        accounted(b"PK\x03\x04" + packed[start:])
