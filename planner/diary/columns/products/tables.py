"""Products that give a table: a function for each, named in the table of formats."""

import re
from dataclasses import replace
from typing import NamedTuple

from planner.diary.columns.generic import generic
from planner.diary.columns.layout import Filter, Layout, ask_pain, named_rows, pains_among, same
from planner.diary.columns.products.places import place_of, places_of, those
from planner.diary.columns.tables import Table
from planner.model.diary import Choices, Direction, Question
from planner.words import say

SEVERITY = re.compile(r"\s*\((?:none|mild|moderate|severe|unbearable|extreme)\)\s*$", re.IGNORECASE)
NO_PAIN_HERE = say("This file has no column named as a pain.")
SEVERAL_HERE = say("Several of the scales are about pain; only one of them can be followed.")


def bearable(table: Table, choices: Choices) -> Layout:
    """One reading a row; pain is among the symptoms; factors may hold a massage."""
    names = ("date", "weekday", "time of day", "category", "rating/amount", "detail", "notes")
    day, weekday, clock, category, amount, detail, notes = places_of(table, names)
    kinds = table.column(category).str.strip().str.lower()
    symptoms = replace(table, body=table.body[kinds == "symptom"])
    about = named_rows(symptoms, detail, choices, _symptom)
    other = Filter(category, lambda text: text.lower() == "symptom", about.keep.why)
    strongest = symptoms.column(amount).str.strip().eq("4").any()
    return Layout(
        date=(day,),
        weekday=weekday,
        clock=clock,
        pain=(amount,),
        site=detail,
        note=notes,
        filters=(other, about.keep),
        activities=(detail,),
        scale=(0, 4),
        scale_choices=() if strongest else ((0, 3), (0, 4)),
        direction=Direction.WORSE,
        together=about.together,
        worst=about.worst,
        questions=about.questions,
    )


def _symptom(detail: str) -> str:
    """A symptom's name without the severity word in brackets."""
    return SEVERITY.sub("", detail)


class _Rated(NamedTuple):
    """Where a diary of moods rates a pain: a column, the scale inside it, or what to ask."""

    place: int | None = None
    inside: str | None = None
    questions: tuple[Question, ...] = ()


def daylio(table: Table, choices: Choices) -> Layout:
    """One entry a row with a mood word; a pain can only be one of the newer scales."""
    rated = _pain_of_daylio(table, choices)
    return Layout(
        date=places_of(table, ("full_date",)) or places_of(table, ("year", "date")),
        clock=place_of(table, "time"),
        weekday=place_of(table, "weekday"),
        note=place_of(table, "note"),
        pain=those(rated.place),
        inside=rated.inside,
        direction=Direction.WORSE,
        activities=those(place_of(table, "activities")),
        questions=rated.questions,
    )


def _pain_of_daylio(table: Table, choices: Choices) -> _Rated:
    """The mood where it was chosen, or the one scale that is about pain."""
    if choices.pain and same(choices.pain, "mood"):
        return _Rated(place_of(table, "mood"))
    scales = place_of(table, "scales")
    names = [] if scales is None else sorted(_scale_names(table, scales))
    wanted = pains_among(names, choices.pain)
    if len(wanted) == 1:
        return _Rated(scales, inside=wanted[0])
    why = SEVERAL_HERE if wanted else NO_PAIN_HERE
    return _Rated(questions=(ask_pain(wanted or [*names, "mood"], why),))


def _scale_names(table: Table, place: int) -> set[str]:
    """The names in cells such as "Pain: 5 | Stress: 2"."""
    parts = (part for cell in table.column(place).unique() for part in str(cell).split("|"))
    return {part.partition(":")[0].strip() for part in parts if ":" in part}


def migraine_buddy(table: Table, choices: Choices) -> Layout:
    """One attack a row below a preamble; the geohash and the place stay unread."""
    (started,) = places_of(table, ("started",))
    pain = place_of(table, "pain level")
    return Layout(
        date=(started,),
        clock=started,
        pain=those(pain),
        note=place_of(table, "notes"),
        site=place_of(table, "pain positions"),
        scale=(0, 10),
        direction=Direction.WORSE,
        attacks=True,
        counted=pain is None,
    )


def flaredown(table: Table, choices: Choices) -> Layout:
    """Long, many users; symptoms and conditions are rated 0 to 4."""
    names = ("user_id", "checkin_date", "trackable_type", "trackable_name", "trackable_value")
    user, day, kind, name, value = places_of(table, names)
    rated = table.column(kind).str.strip().str.lower().isin(["symptom", "condition"])
    people = table.column(user)
    theirs = people.eq(choices.person) if choices.person else people.notna()
    about = named_rows(replace(table, body=table.body[rated & theirs]), name, choices)
    known = choices.person is not None or people.nunique() == 1
    kinds = Filter(kind, lambda text: text.lower() in ("symptom", "condition"), about.keep.why)
    return Layout(
        date=(day,),
        pain=(value,),
        site=name,
        person=user,
        filters=(kinds, about.keep),
        scale=(0, 4),
        direction=Direction.WORSE,
        together=about.together if known else (),
        worst=about.worst,
        questions=about.questions if known else (),
    )


def visible(table: Table, choices: Choices) -> Layout:
    """Long; symptoms are rated 0 to 3 beside measurements."""
    names = ("observation_date", "tracker_name", "observation_value")
    day, name, value = places_of(table, names)
    about = named_rows(table, name, choices)
    return Layout(
        date=(day,),
        pain=(value,),
        site=name,
        filters=(about.keep,),
        scale=(0, 3),
        direction=Direction.WORSE,
        together=about.together,
        worst=about.worst,
        questions=about.questions,
    )


def fitbit_sleep(table: Table, choices: Choices) -> Layout:
    """One night a row, filed under the day of waking; it holds no pain."""
    ended, asleep = places_of(table, ("end time", "minutes asleep"))
    said = say("This file holds sleep (in minutes) and no pain.")
    return Layout(date=(ended,), clock=ended, sleep=asleep, notes=(said,))


def microsoft_forms(table: Table, choices: Choices) -> Layout:
    """A form: names and e-mails stay unread, the answers are read like any other table."""
    return generic(table, choices)


def redcap(table: Table, choices: Choices) -> Layout:
    """A study export: one record is one person, repeated rows are days."""
    return generic(table, choices)
