"""Each known product is recognised by its headings and read by its own rules."""

from datetime import date

from planner.diary import TITLES, DiaryReading, read_diary
from planner.model.diary import Choices, DateOrder, Direction
from tests.diary.samples import PRODUCTS

TODAY = date(2026, 11, 23)


def read(product: str, **answers: object) -> DiaryReading:
    choices = Choices.model_validate(answers)
    reading = read_diary(PRODUCTS[product].encode(), "export.csv", choices, TODAY)
    assert reading.readings == reading.used + len(reading.skipped)
    return reading


def pains(reading: DiaryReading) -> dict[str, float | None]:
    return {day.date.isoformat(): day.pain for day in reading.days}


def asked(reading: DiaryReading) -> list[str]:
    return [question.ask for question in reading.questions]


def test_every_product_has_an_export_among_the_samples_and_is_recognised() -> None:
    assert {product.split(",")[0] for product in PRODUCTS} == set(TITLES)
    for product in PRODUCTS:
        assert read(product).format == product.split(",")[0]


def test_bearable_keeps_symptoms_of_pain_and_the_massage_among_the_factors() -> None:
    reading = read("bearable")
    assert pains(reading) == {"2020-09-22": 2.5, "2020-09-23": 1.0}
    assert (reading.readings, reading.used) == (7, 3)
    assert reading.sessions == (date(2020, 9, 22),)
    assert [skip.row for skip in reading.skipped] == [4, 5, 6, 8]
    assert reading.scale == (0, 4)
    assert reading.date_order is DateOrder.DMY
    assert asked(reading) == ["scale"]


def test_another_bearable_symptom_can_be_chosen() -> None:
    assert pains(read("bearable", pain="Fatigue")) == {"2020-09-23": 1.0}


def test_daylio_reads_a_scale_named_pain() -> None:
    reading = read("daylio")
    assert pains(reading) == {"2024-03-01": 3.0, "2024-03-02": 6.0}
    assert reading.sessions == (date(2024, 3, 2),)


def test_a_daylio_file_without_pain_asks_and_takes_the_mood_only_when_told() -> None:
    assert asked(read("daylio, old")) == ["pain-column"]
    chosen = read("daylio, old", pain="mood")
    assert pains(chosen) == {"2024-03-01": 4.0, "2024-03-02": 1.0}


def test_migraine_buddy_below_its_preamble_without_its_places() -> None:
    reading = read("migraine-buddy")
    assert pains(reading) == {"2018-10-12": 7.0, "2018-10-25": 4.0}
    assert reading.date_order is DateOrder.MDY
    assert "f25dvk" not in reading.diary.entries.to_csv()
    assert "Home" not in reading.diary.entries.to_csv()


def test_flaredown_holds_many_people_and_asks_which() -> None:
    assert asked(read("flaredown")) == ["person"]
    assert read("flaredown").days == ()
    reading = read("flaredown", person="QEVuA==")
    assert pains(reading) == {"2017-04-28": 4.0, "2017-04-29": 1.0}
    assert [day.pain_0_10 for day in reading.days] == [10.0, 2.5]
    assert "another person" in reading.skipped[-1].why


def test_visible_with_spaces_behind_its_headings() -> None:
    reading = read("visible")
    assert pains(reading) == {"2024-05-22": 1.0, "2024-05-23": 3.0}
    assert reading.days[1].pain_0_10 == 10.0


def test_fitbit_files_the_night_under_the_day_of_waking() -> None:
    reading = read("fitbit-sleep")
    assert [(day.date, day.sleep, day.pain) for day in reading.days] == [
        (date(2010, 10, 14), 1410.0, None),
        (date(2010, 10, 15), 402.0, None),
    ]


def test_forms_and_redcap() -> None:
    assert pains(read("microsoft-forms")) == {"2024-10-09": 6.0, "2024-10-19": 8.0}
    assert read("microsoft-forms").direction is Direction.WORSE
    redcap = read("redcap")
    assert pains(redcap) == {"2024-03-01": 6.0, "2024-03-02": 0.0}
    assert {skip.row: skip.why for skip in redcap.skipped} == {
        2: "no date in this row",
        5: "no pain score in this row",
    }


def test_names_and_addresses_are_never_kept() -> None:
    reading = read("microsoft-forms")
    kept = reading.diary.entries.to_csv() + str(reading.first_rows) + str(reading.skipped)
    assert "Ann" not in kept
    assert "@" not in kept
    assert set(reading.diary.entries["site"]) == {"Lower back"}
