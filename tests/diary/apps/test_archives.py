"""Zip archives with tables in them, and archives that mean harm: read in memory or refused."""

import io
import json
import random
import struct
import zipfile
from datetime import date

import pytest
from app_files import days, pain_entry, zipped
from openpyxl import Workbook

from planner.diary import DiaryReading, read_diary
from planner.diary.file.archives import members
from planner.model.errors import DiaryError

BY_DAY = days(12, random.Random(5))
PAINS = {day: float(step) for day, step in BY_DAY.items()}
CSV = ("Date,Pain (0-10)\n" + "".join(f"{d},{s}\n" for d, s in BY_DAY.items())).encode()
README = b"Thank you for using our app.\n\nYour data stands in the other file.\n"
JSON = json.dumps([{"date": str(d), "pain": s} for d, s in BY_DAY.items()]).encode()


def read(data: bytes) -> DiaryReading:
    reading = read_diary(data, "export.zip")
    assert reading.readings == reading.used + len(reading.skipped)
    return reading


def pains(reading: DiaryReading) -> dict[date, float | None]:
    return {day.date: day.pain for day in reading.days}


def book() -> bytes:
    made, out = Workbook(), io.BytesIO()
    for row in [("Date", "Pain (0-10)"), *BY_DAY.items()]:
        made.active.append(row)
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "files",
    [
        {"diary.csv": CSV},
        {"export/2026/diary.TSV": CSV.replace(b",", b"\t")},
        {"diary.json": JSON},
        {"diary.xlsx": book()},
        {"diary.csv": CSV, "README.txt": README, "photo.jpg": b"\xff\xd8\xff" + b"x" * 99},
        {"diary.csv": CSV, "__MACOSX/._diary.csv": b"\0\x05\x16\x07" * 20, ".DS_Store": b"\0" * 9},
        {"diary.csv": CSV, "settings.json": b'{"theme": "dark", "colours": [1, 2]}'},
        {"profile.csv": b"id,name\n1,A\n", "diary.csv": CSV, "other.zip": zipped({"a.csv": CSV})},
    ],
)
def test_the_table_in_an_archive_is_read(files: dict[str, bytes]) -> None:
    assert pains(read(zipped(files))) == PAINS


def test_tables_with_the_same_headings_are_one() -> None:
    lines = CSV.splitlines(keepends=True)
    months = {"a.csv": b"".join(lines[:7]), "b.csv": lines[0] + b"".join(lines[7:])}
    reading = read(zipped(months))
    assert pains(reading) == PAINS
    assert any("same headings" in note for note in reading.notes)


def test_months_named_by_their_files_are_days() -> None:
    sheet = b"Day,Pain\n1,4\n2,5\n3,0\n"
    found = pains(read(zipped({"March 2026.csv": sheet, "April 2026.csv": sheet})))
    assert found[date(2026, 3, 3)] == 0.0
    assert found[date(2026, 4, 1)] == 4.0
    assert len(found) == 6


def claiming(data: bytes, field: int, size: str, value: int) -> bytes:
    """An archive whose list of members claims something else of the first."""
    out = bytearray(data)
    place = out.find(b"PK\x01\x02") + field
    out[place : place + struct.calcsize(size)] = struct.pack(size, value)
    return bytes(out)


def locked() -> bytes:
    """An archive whose member says that it is encrypted, in both of its headers."""
    out = bytearray(zipped({"diary.csv": CSV}))
    out[6] |= 1
    out[out.find(b"PK\x01\x02") + 8] |= 1
    return bytes(out)


def wrong_checksum() -> bytes:
    out = bytearray(zipped({"diary.csv": CSV}, zipfile.ZIP_STORED))
    out[out.find(b"Pain")] = ord("R")
    return bytes(out)


def listed(data: bytes, times: int) -> bytes:
    """An archive of one member that its list names many times."""
    start, end = data.find(b"PK\x01\x02"), data.find(b"PK\x05\x06")
    entries = data[start:end] * times
    count = times % 2**16
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(entries), start, 0)
    return data[:start] + entries + tail


REFUSED = {
    "bomb": (lambda: zipped({"diary.csv": b"0" * 14_000_000}), "beyond its own size"),
    "bomb of XML": (
        lambda: zipped({"export.xml": b"<HealthData>" + b"<a/>" * 3_500_000}), "beyond its own"),
    "members that overlap": (
        lambda: listed(zipped({"diary.csv": b"\0" * 400_000}), 50), "beyond its own size"),
    "five gigabytes claimed": (
        lambda: claiming(zipped({"diary.csv": CSV}), 24, "<I", 4_294_967_290), "beyond its own"),
    "locked": (locked, "password"),
    "wrong checksum": (wrong_checksum, "damaged"),
    "cut short": (lambda: zipped({"diary.csv": CSV})[:-30], "damaged"),
    "no more than its beginning": (lambda: zipped({"diary.csv": CSV})[:40], "damaged"),
    "many members": (lambda: listed(zipped({"a.gpx": b""}), 100_000), "more than 20000 files"),
    "many tables": (lambda: zipped({f"{n}.csv": CSV for n in range(61)}), "more than 60 tables"),
    "a name that leads out": (lambda: zipped({"../../diary.csv": CSV}), "outside itself"),
    "a name from the root": (lambda: zipped({"/etc/diary.csv": CSV}), "outside itself"),
    "a name on a drive": (lambda: zipped({"C:\\diary.csv": CSV}), "outside itself"),
    "an archive in an archive": (lambda: zipped({"diary.zip": zipped({"a.csv": CSV})}), "another"),
    "one in disguise": (lambda: zipped({"diary.csv": zipped({"a.csv": CSV})}), "another"),
    "packed unusually": (lambda: zipped({"diary.csv": CSV}, zipfile.ZIP_LZMA), "unusual"),
    "an unknown packing": (lambda: claiming(zipped({"diary.csv": CSV}), 10, "<H", 9), "unusual"),
    "no table": (lambda: zipped({"photo.jpg": b"\xff\xd8\xff"}), "no table"),
    "nothing": (lambda: zipped({}), "no table"),
    "a picture with the name of a table": (lambda: zipped({"a.csv": b"\x89PNG\r\n"}), "picture"),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_an_archive_that_cannot_be_read_is_refused_in_one_sentence(kind: str) -> None:
    make, words = REFUSED[kind]
    with pytest.raises(DiaryError, match=words) as refused:
        read(make())
    assert len(refused.value.problems) == 1


def test_all_tables_together_may_not_be_larger_than_a_diary(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    packed = zipped({"a.csv": CSV, "b.csv": CSV})
    assert read(packed).readings == 2 * len(BY_DAY)
    monkeypatch.setattr(members, "MOST_KEPT", 2 * len(CSV) - 1)
    with pytest.raises(DiaryError, match="larger than a diary"):
        read(packed)


def test_a_workbook_packed_without_measure_is_refused() -> None:
    """What is packed so cannot be unpacked piece by piece."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_BZIP2) as made:
        made.writestr("xl/workbook.xml", b"0" * 8_000_000)
    with pytest.raises(DiaryError, match="damaged"):
        read(out.getvalue())


def test_an_entry_of_an_app_among_other_files_is_known() -> None:
    entries = [pain_entry(day, step) for day, step in BY_DAY.items()]
    reading = read(zipped({"README.txt": README, "a/backup.json": json.dumps(entries).encode()}))
    assert reading.format == "pain-tracker"
    assert pains(reading) == PAINS
