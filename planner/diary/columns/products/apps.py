"""Apps that give a file of their own, read into a table with headings: a function for each."""

from planner.diary.columns.layout import Filter, Layout, Unscored, named_rows
from planner.diary.columns.products.places import place_of, places_of
from planner.diary.columns.tables import Table
from planner.diary.values.cells import coded
from planner.model.diary import Choices, Direction
from planner.words import say

NO_SYMPTOM = say("This export holds sleep (in hours) and no symptoms.")
GREEN = say("Days that MigraLog marks as good (green) were read as days without pain.")
NOT_READ = {
    "warning day": say("a day of warning signs, without a score"),
    "medicine": say("medicine was taken; this row has no score"),
}


def apple_health(table: Table, choices: Choices) -> Layout:
    """One symptom a row, from not present (0) to severe (3), beside the hours asleep before it."""
    start, symptom, severity, asleep = places_of(table, APPLE_HEALTH)
    if not coded(table.column(symptom)).filled:
        return Layout(date=(start,), sleep=asleep, notes=(NO_SYMPTOM,))
    about = named_rows(table, symptom, choices)
    return Layout(
        date=(start,),
        clock=start,
        pain=(severity,),
        site=symptom,
        sleep=asleep,
        filters=(about.keep,),
        unscored=Unscored(severity, lambda text: text == "unspecified"),
        scale=(0, 3),
        direction=Direction.WORSE,
        together=about.together,
        worst=about.worst,
        questions=about.questions,
    )


def migralog(table: Table, choices: Choices) -> Layout:
    """One reading of an attack, attack without one, day by colour or dose a row."""
    time, kind, intensity, place, medicine, note = places_of(table, MIGRALOG)
    kinds = coded(table.column(kind)).filled
    return Layout(
        date=(time,),
        clock=time,
        pain=(intensity,),
        site=place,
        medicine=medicine,
        note=note,
        filters=tuple(_without(kind, named) for named in NOT_READ),
        unscored=Unscored(kind, lambda text: text == "attack"),
        scale=(0, 10),
        direction=Direction.WORSE,
        notes=(GREEN,) if "good day" in kinds else (),
    )


def _without(column: int, kind: str) -> Filter:
    """The rows of other kinds than this one, which has no score."""
    return Filter(column, lambda text: text != kind, NOT_READ[kind])


def pain_tracker(table: Table, choices: Choices) -> Layout:
    """One entry a row, in the app's own table and in its JSON."""
    day, pain, site, sleep, note = places_of(
        table, ("date", "pain level", "locations", "sleep quality", "notes")
    )
    time = place_of(table, "time")
    return Layout(
        date=(day,),
        clock=day if time is None else time,
        pain=(pain,),
        site=site,
        sleep=sleep,
        note=note,
        scale=(0, 10),
        direction=Direction.WORSE,
    )


APPLE_HEALTH = ("start", "symptom", "severity", "hours asleep")
MIGRALOG = ("time", "kind", "intensity (0-10)", "location", "medication", "notes")
PAIN_TRACKER = ("date", "pain level", "locations", "symptoms", "limited activities",
                "sleep quality", "mood impact", "notes")  # fmt: skip
