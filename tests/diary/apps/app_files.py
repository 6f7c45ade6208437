"""Makers of the files that apps give, in their real shapes; the people in them are invented."""

import base64
import io
import json
import random
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta

FIRST = date(2026, 1, 5)
STEPS = ("NotPresent", "Mild", "Moderate", "Severe")
DTD = """<!DOCTYPE HealthData [
<!-- HealthKit Export Version: 14 -->
<!ELEMENT HealthData (ExportDate,Me,(Record|Correlation|Workout|ActivitySummary)*)>
<!ATTLIST HealthData
  locale CDATA #REQUIRED
>
<!ELEMENT Record ((MetadataEntry|HeartRateVariabilityMetadataList)*)>
<!ATTLIST Record
  type          CDATA #REQUIRED
  value         CDATA #IMPLIED
  startDate     CDATA #REQUIRED
>
]>
"""
MALFORMED_DTD = DTD.replace(
    "  startDate     CDATA #REQUIRED\n>\n", "  startDate     CDATA #REQUIRED\n"
)
DEVICE = "&lt;&lt;HKDevice: 0x283704280&gt;, name:iPhone, manufacturer:Apple Inc.&gt;"


def zipped(members: Mapping[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packed) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return out.getvalue()


def record(kind: str, value: str, start: str, end: str | None = None) -> str:
    return (
        f' <Record type="{kind}" sourceName="Alex’s iPhone" sourceVersion="17.6.1" '
        f'device="{DEVICE}" creationDate="{start}" startDate="{start}" endDate="{end or start}" '
        f'value="{value}">\n  <MetadataEntry key="HKWasUserEntered" value="1"/>\n </Record>\n'
    )


def symptom(day: date, name: str, value: str, clock: str = "21:30:00 -0500") -> str:
    said = value if value.isdigit() else f"HKCategoryValueSeverity{value}"
    return record(f"HKCategoryTypeIdentifier{name}", said, f"{day} {clock}")


def asleep(begun: str, ended: str, stage: str = "AsleepCore") -> str:
    return record("HKCategoryTypeIdentifierSleepAnalysis", f"HKCategoryValueSleepAnalysis{stage}",
                  begun, ended)  # fmt: skip


def health_xml(records: Sequence[str], dtd: str = DTD) -> bytes:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n' + dtd + '<HealthData locale="en_CA">\n'
    steps = record("HKQuantityTypeIdentifierStepCount", "211", "2026-01-05 09:00:00 -0500")
    who = ' <Me HKCharacteristicTypeIdentifierDateOfBirth="1980-01-01"/>\n'
    return (head + who + steps + "".join(records) + steps + "</HealthData>\n").encode()


def health_zip(xml: bytes, folder: str = "apple_health_export", name: str = "export") -> bytes:
    return zipped({
        f"{folder}/{name}_cda.xml": b'<?xml version="1.0"?>\n<ClinicalDocument/>' + b" " * 9000,
        f"{folder}/electrocardiograms/ecg_2026-01-01.csv": b"Name,Alex\nDate,2026-01-01\n1.25\n",
        f"{folder}/workout-routes/route_2026-01-01.gpx": b"<gpx/>",
        f"{folder}/{name}.xml": xml,
    })  # fmt: skip


def stamp(day: date, hour: int = 9, minute: int = 0) -> int:
    """Milliseconds since 1970."""
    return int(datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC).timestamp() * 1000)


def daylio_json(days: Mapping[date, int], hours_west: int = 5) -> dict[str, object]:
    """A backup with a mood (1 best to 5) each day at nine in the evening there."""
    moods = [{"id": n, "custom_name": "", "mood_group_id": n, "predefined_name_id": n, "state": 0}
             for n in range(1, 6)]  # fmt: skip
    moods.append({"id": 6, "custom_name": "worn out", "mood_group_id": 4, "predefined_name_id": -1})
    offset = -hours_west * 3_600_000
    entries = [
        {"id": n, "minute": 0, "hour": 21, "day": day.day, "month": day.month - 1,
         "year": day.year, "datetime": stamp(day, 21) - offset, "timeZoneOffset": offset,
         "mood": mood, "note_title": "", "note": "a day\nwith two lines", "tags": [3, 9],
         "assets": []}
        for n, (day, mood) in enumerate(days.items(), 1)
    ]  # fmt: skip
    tags = [{"id": 3, "name": "walk", "id_tag_group": 1}, {"id": 9, "name": "massage"}]
    return {"version": 15, "pin": "", "customMoods": moods, "tags": tags, "dayEntries": entries,
            "tag_groups": [], "prefs": [], "achievements": [{"name": "AC_1"}]}  # fmt: skip


def daylio_backup(days: Mapping[date, int]) -> bytes:
    body = base64.encodebytes(json.dumps(daylio_json(days)).encode())
    return zipped({"backup.daylio": body, "assets/photos/2026/1/12": b"\xff\xd8\xff" * 50},
                  zipfile.ZIP_STORED)  # fmt: skip


def migralog(zone: str | None = "America/New_York") -> dict[str, object]:
    """Two attacks, one rated twice, one never; days by colour; a triptan, a daily tablet."""
    first, second = FIRST, FIRST + timedelta(days=2)
    late = stamp(first, 2, 30)  # half past two in UTC: the evening before in New York
    return {
        "metadata": {"id": "export_1_abc", "timestamp": late, "version": "2.1.0",
                     "schemaVersion": 19, "episodeCount": 2, "medicationCount": 2},
        "episodes": [
            {"id": "ep_1", "startTime": late, "endTime": late + 10_800_000,
             "locations": ["left_temple", "left_eye"], "qualities": ["throbbing"],
             "symptoms": ["nausea"], "triggers": ["stress"], "notes": "after the meeting",
             "location": {"latitude": 45.5, "longitude": -73.6, "timestamp": late},
             "createdAt": late, "updatedAt": late},
            {"id": "ep_2", "startTime": stamp(second, 18), "locations": [], "qualities": [],
             "symptoms": [], "triggers": [], "createdAt": late, "updatedAt": late},
        ],
        "episodeNotes": [],
        "intensityReadings": [
            {"id": "in_1", "episodeId": "ep_1", "timestamp": late, "intensity": 6,
             "createdAt": late, "updatedAt": late},
            {"id": "in_2", "episodeId": "ep_1", "timestamp": late + 3_600_000, "intensity": 7.5,
             "createdAt": late, "updatedAt": late},
        ],
        "dailyStatusLogs": [
            {"id": f"daily_{n}", "date": (first + timedelta(days=n)).isoformat(), "status": colour,
             "prompted": True, "createdAt": late, "updatedAt": late}
            for n, colour in ((-1, "red"), (1, "green"), (3, "yellow"), (4, "green"))
        ],
        "medications": [
            {"id": "med_1", "name": "Sumatriptan", "type": "rescue", "active": True},
            {"id": "med_2", "name": "Topiramate", "type": "preventative", "active": True},
        ],
        "medicationDoses": [
            {"id": "dose_1", "medicationId": "med_1", "timestamp": stamp(first, 3),
             "quantity": 1, "status": "taken", "episodeId": "ep_1"},
            {"id": "dose_2", "medicationId": "med_2", "timestamp": stamp(first, 13),
             "quantity": 1, "status": "taken"},
            {"id": "dose_3", "medicationId": "med_1", "timestamp": stamp(second, 19),
             "quantity": 1, "status": "skipped"},
        ],
        "medicationSchedules": [{"id": "s_1", "medicationId": "med_2", "time": "08:00",
                                 "timezone": zone, "dosage": 1, "enabled": True}] if zone else [],
    }  # fmt: skip


def pain_entry(day: date, pain: float, sleep: float = 6) -> dict[str, object]:
    """An entry of CrisisCore's Pain Tracker."""
    return {
        "id": stamp(day),
        "timestamp": f"{day}T13:05:00.000Z",
        "baselineData": {"pain": pain, "locations": ["lower back", "left hip"],
                         "symptoms": ["stiffness"]},
        "functionalImpact": {"limitedActivities": ["stairs"], "assistanceNeeded": [],
                             "mobilityAids": []},
        "medications": {"current": [{"name": "naproxen", "dosage": "250 mg", "frequency": "daily",
                                     "effectiveness": "some"}], "changes": "", "effectiveness": ""},
        "treatments": {"recent": [], "effectiveness": "", "planned": []},
        "qualityOfLife": {"sleepQuality": sleep, "moodImpact": 3, "socialImpact": []},
        "workImpact": {"missedWork": 0, "modifiedDuties": [], "workLimitations": []},
        "comparison": {"worseningSince": "", "newLimitations": []},
        "notes": "a long day",
    }  # fmt: skip


def days(count: int, rng: random.Random) -> dict[date, int]:
    """Some days from the first, each with a number from 0 to 3."""
    return {FIRST + timedelta(days=n): rng.randrange(4) for n in range(count)}
