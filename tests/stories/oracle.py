"""What binds one client, worked out from the table of limits alone, beside the program.

It knows the answers, the marks and the table; of the program it asks only what its places and
zones are called.
"""

import csv
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from planner.model.intake import Bounds
from tests.stories.expected import (
    MOVES,
    RANK,
    WEEK,
    massages,
    most_in_a_week,
    pressure_at,
    tags_of,
)
from tests.vignettes.people import KNOWN

TABLE = Path(__file__).parent / "data" / "limits.csv"
ROWS = list(csv.DictReader(TABLE.open(encoding="utf-8")))
CONDITIONS = set(KNOWN.conditions)
RULES_OF_PLACES = KNOWN.region_rules
LIMBS = {"legs", "knees", "feet", "arms", "hands"}
# A cancer of the blood has no place to mark, nor has a clot in a lung: once a clinician has set
# bounds, these are the rule of place; a clot that may be in a limb keeps the limbs closed.
CLOSED_WITH_BOUNDS = {("p-cancer-active", "marked"): set(), ("p-dvt-recent", "marked"): LIMBS}
# A healing scar after a birth is where the operation was, though nobody marked it.
TOLD = {"p-surgery-recent": ("p-postpartum:scar", {"abdomen"})}
LEGS = {"legs", "knees", "feet", "hips", "pelvis"}
# Frail people, thin bones, loose joints and a stiff spine keep a light band or a small weight.
LIGHT_LOAD_STAYS = {
    *("p-frailty", "p-osteoporosis", "p-osteoporosis-severe"),
    *("p-hypermobility", "hypermobility", "p-axspa"),
}
ADJOINING = [
    {"head", "jaw", "neck"},
    {"neck", "shoulders", "upper-back"},
    {"shoulders", "arms", "chest", "upper-back"},
    {"arms", "hands"},
    {"upper-back", "lower-back", "chest"},
    {"lower-back", "pelvis", "hips", "abdomen"},
    {"abdomen", "chest", "pelvis"},
    {"hips", "legs", "pelvis"},
    {"legs", "knees", "feet"},
]


def place(region):
    return KNOWN.regions[region].place


def zone(region):
    return KNOWN.regions[region].zone


def side(region):
    return KNOWN.regions[region].side


def yes(row, intake):
    return intake.answers.get(row) in ("yes", "unsure")


def in_force(key, intake):
    """Whether a line of the table holds: a yes, a yes or no to its follow-up, a condition."""
    if key in CONDITIONS:
        return any(one.condition == key for one in intake.pain)
    if key in RULES_OF_PLACES:
        when = RULES_OF_PLACES[key].when_any
        return not when or any(yes(row, intake) for row in when)
    follow_up, denied, _ = key.partition("=no")
    row = follow_up.partition(":")[0]
    if denied:
        return yes(row, intake) and intake.answers.get(follow_up) == "no"
    return yes(row, intake) and yes(follow_up, intake)


def cleared(row, intake):
    return any(one.of == row for one in intake.clearances)


def marks_of(line, intake):
    """Where a line's row is: as marked, else where a clinician or an answer tells it to be."""
    row = line["id"].partition(":")[0]
    answers = [one.bounds for one in intake.clearances if one.of == row]
    named = [region for one in answers for region in one.regions_avoid]
    follow_up, places = TOLD.get(row, ("", ()))
    if follow_up and in_force(follow_up, intake):
        named += [one for one in KNOWN.regions if place(one) in places]
    return intake.where.get(row) or named


def reach(line, intake):
    """The regions a line of the table holds at; None is everywhere."""
    marked = marks_of(line, intake)
    found = set()
    for word in line["where"].split():
        if word == "all" or (word in ("marked", "near") and not marked):
            return None
        if word == "marked":
            found |= set(marked)
        elif word == "near":
            found |= {one for mark in marked for one in near(mark)}
        else:
            found |= {one for one in KNOWN.regions if word in (place(one), zone(one))}
    sides = {side(one) for one in marked if ":" in line["id"] or one in found}
    return {one for one in found if not sides or side(one) in sides}


def closed_at(line, intake):
    """Where a line keeps hands off: its reach, or within a clinician's bounds what they leave."""
    limbs = CLOSED_WITH_BOUNDS.get((line["id"], line["where"]))
    bounds = [one.bounds for one in intake.clearances if one.of == line["id"]]
    bounded = any(found != Bounds() for found in bounds)
    if limbs is None or marks_of(line, intake) or not bounded:
        return reach(line, intake)
    return {one for one in KNOWN.regions if zone(one) in limbs}


def near(mark):
    zones = {zone(mark)}.union(*(group for group in ADJOINING if zone(mark) in group))
    sides = (side(mark), "midline")
    return {one for one in KNOWN.regions if zone(one) in zones and side(one) in sides}


def lines_of(intake):
    """The lines that hold; a no to a follow-up takes the place of its row's line at its place."""
    held = [line for line in ROWS if line["id"] != "e-dose" and in_force(line["id"], intake)]
    softened = {
        (line["id"].partition(":")[0], line["where"]) for line in held if "=no" in line["id"]
    }
    return [line for line in held if (line["id"], line["where"]) not in softened]


def bounds_of(intake):
    return [one.bounds for one in intake.clearances]


def faults(plan, intake, first=True):
    """Everything in a plan that goes beyond what binds this client."""
    held = lines_of(intake)
    found = [fault for line in held for fault in _home_faults(line, plan, intake)]
    if plan.massage:
        found += [fault for line in held for fault in _pressure_faults(line, plan, intake)]
        found += list(_number_faults(held, plan, intake, first))
        found += list(_bound_faults(plan, intake))
    return found


def _pressure_faults(line, plan, intake):
    row = line["id"].partition(":")[0]
    waits = line["needs_clearance_first"] == "yes" and line["id"].startswith(("p-", "rf-"))
    waits = waits and line["id"] != "p-child" and not cleared(line["id"], intake)
    most = "none" if waits else line["pressure_max"]
    ends = line["where"] == "all" and most == "none" and cleared(row, intake)  # a hold, answered
    if not most or ends:
        return
    regions = closed_at(line, intake)
    for one in plan.massage.techniques:
        for region in one.regions:
            if (regions is None or region in regions) and one.pressure.rank > RANK[most]:
                yield f"{line['id']} {line['where']}: {one.id} {one.pressure} at {region}"


def _number_faults(held, plan, intake, first):
    bounds = bounds_of(intake)
    caps = [int(line["minutes_max"]) for line in held if line["minutes_max"]]
    caps += [one.minutes for one in bounds if one.minutes]
    longest = max([one.minutes for one in (*plan.massage.phases, *massages(plan))])
    if caps and longest > min(caps):
        yield f"{longest} minutes of {min(caps)}"
    firsts = [int(line["first_session_minutes"]) for line in held if line["first_session_minutes"]]
    begins = min(massages(plan), key=lambda one: one.on, default=None)
    if first and firsts and begins and begins.minutes > min(firsts):
        yield f"first {begins.minutes} minutes of {min(firsts)}"
    weekly = [
        float(line["sessions_per_week_max"]) for line in held if line["sessions_per_week_max"]
    ]
    weekly += [one.sessions_per_week for one in bounds if one.sessions_per_week]
    if weekly and too_often(plan, min(weekly)):
        yield f"{most_in_a_week(plan)} a week of {min(weekly)}"


def too_often(plan, most):
    """Whether more is held than so many a week: in any 7 days, or so many weeks between two."""
    if any(one.sessions_per_week > most for one in plan.massage.phases):
        return True
    days = sorted(one.on for one in massages(plan))
    if most < 1:
        apart = timedelta(days=round(7 / most))
        return any(later - earlier < apart for earlier, later in pairwise(days))
    return any(sum(day <= one < day + WEEK for one in days) > most for day in days)


def _bound_faults(plan, intake):
    for one in bounds_of(intake):
        for region in one.regions_avoid:
            if pressure_at(plan, region) >= 0:
                yield f"a clinician's bounds: hands at {region}"
        for used in plan.massage.techniques:
            if one.pressure and used.pressure.rank > one.pressure.rank:
                yield f"a clinician's bounds: {used.id} {used.pressure}"
            if one.techniques and used.id not in one.techniques:
                yield f"a clinician's bounds: {used.id}"


def _home_faults(line, plan, intake):
    tags = set(line["exercise_not"].split())
    row = line["id"].partition(":")[0].partition("=")[0]
    for task in plan.self_care:
        met = tags & tags_of(task) & _felt(task, line, intake)
        if row in LIGHT_LOAD_STAYS and "light-load" in tags_of(task):
            met -= {"heavy-load"}
        if task.id.partition(":")[0] in MOVES:
            met |= tags & {"any"}
            met |= tags & {"any-until-cleared"} if not cleared(row, intake) else set()
        met |= tags & {"this-place"} if _is_here(task, line, intake) else set()
        if met:
            yield f"{line['id']} {line['where']}: {task.id} {sorted(met)}"


def _felt(task, line, intake):
    """The tags of a task that a line can forbid: all of them, or those at its own places."""
    regions = reach(line, intake)
    here = regions is None or _zones(task) & {zone(one) for one in regions}
    if here:
        return tags_of(task)
    stands = bool(LEGS & {zone(one) for one in regions}) and "marked" in line["where"]
    return {"weight-bearing"} if stands else set()


def _is_here(task, line, intake):
    marked = marks_of(line, intake)
    places = line["where"].split()
    if not marked or not {"marked", "near"} & set(places) or task.id.startswith("aerobic"):
        return False
    return bool(_zones(task) & {zone(one) for one in marked})


def _zones(task):
    return set(task.id.split(":")[1:2])
