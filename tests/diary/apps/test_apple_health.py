"""Apple Health's export, as the zip the phone makes and as its XML alone."""

import random
from datetime import timedelta

import pytest
from app_files import (
    DTD,
    FIRST,
    MALFORMED_DTD,
    STEPS,
    asleep,
    days,
    health_xml,
    health_zip,
    record,
    symptom,
)

from planner.diary import DiaryReading, read_diary
from planner.model.diary import Choices
from planner.model.errors import DiaryError


def read(data: bytes, **answers: object) -> DiaryReading:
    reading = read_diary(data, "export.zip", Choices.model_validate(answers))
    assert reading.readings == reading.used + len(reading.skipped)
    return reading


def pains(reading: DiaryReading) -> dict[str, float | None]:
    return {day.date.isoformat(): day.pain for day in reading.days}


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("seed", range(4))
def test_each_symptom_stands_on_its_own_day_from_not_present_to_severe(
    seed: int, packed: bool
) -> None:
    rng = random.Random(seed)
    by_day = days(30, rng)
    pain = rng.choice(["Headache", "LowerBackPain", "AbdominalCramps", "PelvicPain",
                       "ChestTightnessOrPain", "GeneralizedBodyAche"])  # fmt: skip
    written = [
        symptom(day, pain, rng.choice([STEPS[step], str(step + 1)])) for day, step in by_day.items()
    ]
    xml = health_xml(written)
    reading = read(health_zip(xml) if packed else xml)
    assert reading.format == "apple-health"
    assert reading.scale == (0, 3)
    assert not reading.questions
    assert pains(reading) == {day.isoformat(): float(step) for day, step in by_day.items()}


@pytest.mark.parametrize(
    ("folder", "name"),
    [("apple_health_export", "Exportar"), ("exportation_apple_santé", "exporter"),
     ("apple_health_export", "导出"), ("", "Export")],
)  # fmt: skip
def test_the_phone_may_speak_any_language(folder: str, name: str) -> None:
    data = health_zip(health_xml([symptom(FIRST, "Headache", "Severe")]), folder or ".", name)
    assert pains(read(data)) == {FIRST.isoformat(): 3.0}


def test_a_malformed_document_type_and_control_characters_stop_nothing() -> None:
    """Both stand in the exports of iOS 16."""
    xml = health_xml([symptom(FIRST, "Headache", "Mild")], MALFORMED_DTD)
    assert pains(read(xml.replace(b"17.6.1", b"17\x0b.6.1"))) == {FIRST.isoformat(): 1.0}
    assert pains(read(health_xml([symptom(FIRST, "Headache", "Mild")], ""))) == {
        FIRST.isoformat(): 1.0
    }


def test_unspecified_is_a_day_with_pain_without_a_score_and_other_symptoms_are_not_pain() -> None:
    next_day = FIRST + timedelta(days=1)
    rows = [
        symptom(FIRST, "Headache", "Unspecified"),
        symptom(FIRST, "Nausea", "Severe"),
        symptom(next_day, "Headache", "0"),
        symptom(next_day, "Headache", "NotPresent"),
    ]
    reading = read(health_xml(rows))
    assert (reading.readings, reading.used) == (4, 3)
    assert pains(reading) == {FIRST.isoformat(): None, next_day.isoformat(): 0.0}
    assert [day.with_pain for day in reading.days] == [True, False]
    assert any("in no average" in note for note in reading.notes)
    assert "other than pain" in {skip.row: skip.why for skip in reading.skipped}[3]
    assert pains(read(health_xml(rows), pain="Nausea")) == {FIRST.isoformat(): 3.0}


def test_a_record_within_another_is_not_counted_twice() -> None:
    inner = symptom(FIRST, "Headache", "Mild")
    both = health_xml([inner, f'<Correlation type="x" startDate="x">{inner}</Correlation>'])
    assert read(both).readings == 1


def test_hours_asleep_stand_beside_the_day_of_waking_and_two_devices_count_once() -> None:
    day = FIRST + timedelta(days=1)
    night = [
        asleep(f"{FIRST} 23:00:00 -0500", f"{day} 03:00:00 -0500"),
        asleep(f"{day} 02:00:00 -0500", f"{day} 06:00:00 -0500", "AsleepREM"),
        asleep(f"{day} 03:00:00 -0500", f"{day} 04:00:00 -0500", "Awake"),
        asleep(f"{FIRST} 22:00:00 -0500", f"{day} 07:00:00 -0500", "InBed"),
    ]
    reading = read(health_xml([*night, symptom(day, "Headache", "Mild"),
                               symptom(FIRST, "Headache", "Mild")]))  # fmt: skip
    assert [one.sleep for one in reading.days] == [None, 7.0]


def test_an_export_with_nights_alone_says_so() -> None:
    reading = read(health_xml([asleep(f"{FIRST} 00:00:00 +0100", f"{FIRST} 06:30:00 +0100")]))
    assert [(one.date, one.pain, one.sleep) for one in reading.days] == [(FIRST, None, 6.5)]
    assert any("no symptoms" in note for note in reading.notes)


def test_an_export_with_neither_is_refused() -> None:
    with pytest.raises(DiaryError, match="no symptoms and no sleep"):
        read(health_xml([record("HKQuantityTypeIdentifierHeartRate", "61", f"{FIRST} 09:00:00 Z")]))


def test_nothing_of_the_phone_or_its_owner_is_kept() -> None:
    reading = read(health_xml([symptom(FIRST, "Headache", "Mild")]))
    kept = f"{reading.diary.entries.to_csv()}{reading.first_rows}{reading.columns}"
    assert not any(word in kept for word in ("Alex", "iPhone", "1980"))


BILLION_LAUGHS = "<!DOCTYPE HealthData [\n" + '<!ENTITY a "ha">\n' + "".join(
    f'<!ENTITY {later} "{f"&{earlier};" * 10}">\n'
    for earlier, later in zip("abcdefghi", "bcdefghij", strict=True)
) + "]>\n"  # fmt: skip
REFUSED = {
    "billion laughs": (BILLION_LAUGHS, "entities"),
    "an outside entity": ('<!DOCTYPE HealthData [<!ENTITY x SYSTEM "file:///etc/x">]>\n', "ent"),
    "an outside document type": ('<!DOCTYPE HealthData SYSTEM "http://a.org/x.dtd">\n', "fetch"),
    "a document type without end": ("<!DOCTYPE HealthData [" + "<!-- x -->" * 200_000, "damaged"),
}  # fmt: skip


@pytest.mark.parametrize("kind", REFUSED)
def test_xml_that_grows_or_reaches_out_is_refused(kind: str) -> None:
    dtd, words = REFUSED[kind]
    with pytest.raises(DiaryError, match=words):
        read(health_xml([symptom(FIRST, "Headache", "&j;")], dtd))


@pytest.mark.parametrize("inside", ["&j;", "<a>" * 100_000, "<a b='" + "x" * 4_000_000 + "'/>"])
def test_an_unknown_entity_a_deep_file_and_an_endless_tag_are_refused(inside: str) -> None:
    with pytest.raises(DiaryError, match="damaged"):
        read(health_xml([symptom(FIRST, "Headache", "Mild"), inside]))


def test_a_file_cut_short_is_refused_and_not_read_by_half() -> None:
    xml = health_xml([symptom(day, "Headache", "Mild") for day in days(20, random.Random(1))], DTD)
    with pytest.raises(DiaryError, match="cut short"):
        read(xml[: len(xml) // 2])


def test_of_several_pains_one_is_followed_or_the_worst_of_each_day() -> None:
    xml = health_xml([symptom(FIRST, "Headache", "Mild"), symptom(FIRST, "PelvicPain", "Severe")])
    assert [question.ask for question in read(xml).questions] == ["pain-column"]
    assert pains(read(xml, pain="Headache")) == {FIRST.isoformat(): 1.0}
    assert pains(read(xml, pain="worst-of-day")) == {FIRST.isoformat(): 3.0}


STRANGE = {
    "no time": ("", ""),
    "no such day": (f"{FIRST} 25:00:00 +0100", f"{FIRST} 26:00:00 +0100"),
    "backwards": (f"{FIRST} 06:00:00 +0100", f"{FIRST} 01:00:00 +0100"),
    "a month long": (f"{FIRST} 06:00:00 +0100", "2026-02-05 06:00:00 +0100"),
    "beyond the calendar": ("9999-12-31 23:00:00 +0000", "9999-12-31 23:30:00 +0000"),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_a_stretch_of_sleep_that_cannot_be_is_left_out(kind: str) -> None:
    records = [symptom(FIRST, "Headache", "Mild"), asleep(*STRANGE[kind])]
    assert [day.sleep for day in read(health_xml(records)).days] == [None]


def test_a_time_without_its_zone_is_a_time() -> None:
    night = asleep(f"{FIRST}T00:00:00", f"{FIRST}T07:00:00")
    assert [day.sleep for day in read(health_xml([night])).days] == [7.0]
