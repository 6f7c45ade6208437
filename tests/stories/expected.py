"""What a story may expect beyond a vignette: numbers that bind, words that stand or must not."""

import csv
import json
from dataclasses import asdict
from datetime import timedelta
from itertools import chain
from pathlib import Path

from planner.exports.notes.note import note_for
from planner.exports.notes.note_text import note_text
from planner.exports.paper.client_page import client_page
from planner.model.vocabulary import Clearance, Pressure
from tests.vignettes.expected import EXPECTED
from tests.vignettes.people import KNOWN

DATA = Path(__file__).parent / "data"
TAGS_OF = {
    row["task"]: frozenset(row["tags"].split())
    for row in csv.DictReader((DATA / "task_tags.csv").open(encoding="utf-8"))
}
WEEK = timedelta(days=7)
# the kinds of home task that are exercise
MOVES = {"stretching", "strengthening", "aerobic", "mobility", "nerve-glide", "balance"}
RANK = {"none": -1, **{one.value: one.rank for one in Pressure}}


def minutes_of(plan):
    """The minutes of every massage the plan names, by phase and by visit."""
    phases = [one.minutes for one in plan.massage.phases] if plan.massage else []
    return phases + [one.minutes for one in massages(plan)]


def massages(plan):
    """The dated visits with massage."""
    return [one for one in plan.visits if one.kind == "massage"]


def most_in_a_week(plan):
    """The most massages that any seven days hold, and the most that any phase asks for."""
    days = [one.on for one in massages(plan)]
    held = [sum(first <= day < first + WEEK for day in days) for first in days]
    return max([*held, *(one.sessions_per_week for one in plan.massage.phases)])


def tags_of(task):
    """The tags of a task as it was planned: without a step up it is no ladder."""
    climbs = "add" in str(task.dose).casefold()
    return TAGS_OF[task.id] - (frozenset() if climbs else {"aerobic-ladder"})


def is_exercise(task):
    """Whether a home task moves or loads the body."""
    return task.id.partition(":")[0] in {*MOVES, "self-massage"}


def pressure_at(plan, region):
    """The firmest pressure that a technique of the plan uses at a region; -1 is no hands."""
    used = plan.massage.techniques if plan.massage else ()
    return max((one.pressure.rank for one in used if region in one.regions), default=-1)


def everything_said(plan):
    """Every text of a plan that may be handed out, and of the client's page."""
    return plan.model_dump_json() + on_the_page(plan)


def on_the_page(plan):
    """The client's page as one text; nothing where no plan is handed out."""
    if not plan.clearance.may_be_handed_out:
        return ""
    return json.dumps(asdict(client_page(plan, KNOWN)), default=str, ensure_ascii=False)


def _minutes(met, most):
    assert max(minutes_of(met.plan), default=0) <= most, minutes_of(met.plan)


def _first_minutes(met, most):
    first = min(massages(met.plan), key=lambda one: one.on)
    assert first.minutes <= most, first


def _a_week(met, most):
    assert most_in_a_week(met.plan) <= most, met.plan.massage.phases


def _pressure(met, most):
    used = met.pressures if met.plan.massage else []
    assert all(one.rank <= Pressure(most).rank for one in used), used


def _pressure_at(met, caps):
    found = {region: pressure_at(met.plan, region) for region in caps}
    assert all(found[region] <= RANK[cap] for region, cap in caps.items()), found


def _works_at(met, pressures):
    found = {region: pressure_at(met.plan, region) for region in pressures}
    assert found == {region: RANK[one] for region, one in pressures.items()}


def _no_hands(met, regions):
    assert not [one for one in regions if pressure_at(met.plan, one) >= 0]


def _tags(met, tags):
    found = {one.id: tags_of(one) & set(tags) for one in met.plan.self_care}
    assert not any(found.values()), {key: tags for key, tags in found.items() if tags}


def _positions(met, named):
    assert set(named) <= set(met.plan.limits.positions), met.plan.limits.positions


def _limits_by(met, named):
    by = {*met.plan.limits.by, *chain.from_iterable(one.by for one in met.plan.limits.regions)}
    assert set(named) <= by, by


def _text_any(met, wanted):
    said = everything_said(met.plan).casefold()
    assert all(any(one.casefold() in said for one in each) for each in wanted), wanted


def _text_absent(met, texts):
    said = everything_said(met.plan).casefold()
    assert not [one for one in texts if one.casefold() in said]


def _question_says(met, texts):
    assert all(text in KNOWN.questions[row].question for row, text in texts.items())


def _due(met, word):
    found = met.plan.clearance
    assert found.rank <= Clearance(word).rank, f"{found}, due {word}"


def note_of(met):
    """The words of the note that goes out instead of a plan."""
    return note_text(note_for(met.plan, met.intake, KNOWN, even_so=True))


STORY_EXPECTED = {
    **EXPECTED,
    "due": _due,
    "minutes_at_most": _minutes,
    "first_minutes_at_most": _first_minutes,
    "a_week_at_most": _a_week,
    "pressure_at_most": _pressure,
    "pressure_at": _pressure_at,
    "no_hands_at": _no_hands,
    "tags_absent": _tags,
    "positions": _positions,
    "limits_by": _limits_by,
    "works_at": _works_at,
    "text_any": _text_any,
    "text_absent": _text_absent,
    "question_says": _question_says,
    "exercise_none": lambda met, _: _none([one for one in met.plan.self_care if is_exercise(one)]),
    "therapies_none": lambda met, _: _none(met.plan.complementary),
    "nothing_at_all": lambda met, _: _none(
        (*met.plan.self_care, *met.plan.complementary, *met.plan.week)
    ),
    "below_tested": lambda met, given: _same(met.plan.massage.below_tested, given),
}


def _none(lines):
    assert not lines, [getattr(one, "id", one) for one in lines]


def _same(found, expected):
    assert found == expected
