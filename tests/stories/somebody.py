"""Somebody at random: pain, rows in force, marks, wishes, and what a clinician allowed."""

import json
from random import Random

from planner.model.intake import read_intake
from planner.model.vocabulary import Clearance
from planner.safety.asking.questions import questions
from tests.vignettes.people import KNOWN, answered

ON = "2026-11-23"
PLANNED = (Clearance.ADJUST, Clearance.HOLD)
LASTING = sorted(
    one.id
    for one in KNOWN.precautions.values()
    if one.clearance in PLANNED and not one.taken_over_from and one.id not in ("p-child",)
)
REGIONS = sorted(KNOWN.regions)
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def somebody(seed):
    """An intake with one to four rows in force, and bounds where a clinician was asked."""
    chance = Random(seed)
    rows = chance.sample(LASTING, chance.randint(1, 4))
    pain = [_pain(chance) for _ in range(chance.choice((1, 1, 2, 3)))]
    pain = list({one["condition"]: one for one in pain}.values())
    hurts = [region for one in pain for region in one["regions"]]
    given = {
        "format": 1,
        "on": ON,
        "client": {"label": f"No. {seed}", "age": chance.randint(18, 95)},
        "pain": pain,
        "severity": {"average": chance.randint(3, 9)},
        "answers": dict.fromkeys(rows, "yes"),
        "where": {
            row: sorted({*chance.sample(hurts or REGIONS, 1), *chance.sample(REGIONS, 1)})
            for row in rows
            if chance.random() < 0.6
        },
        "clearances": [_cleared(row, chance) for row in rows if chance.random() < 0.8],
        "preferences": _wishes(chance),
    }
    intake = read_intake(json.dumps(given), KNOWN.known_ids)
    return answered(_degrees(intake, chance), set())


def _pain(chance):
    condition = chance.choice(sorted(KNOWN.conditions))
    usual = KNOWN.regions_of(KNOWN.conditions[condition].hurts_at)
    regions = chance.sample(usual, min(2, len(usual))) if chance.random() < 0.7 else []
    return {"condition": condition, "regions": regions, "months": 30, "assessed": True}


def _degrees(intake, chance):
    """Some of the follow-ups that the rows open, answered yes."""
    opened = [one.id for one in questions(intake, KNOWN) if ":" in one.id]
    said = {one: "yes" for one in opened if chance.random() < 0.4 and not stops(one)}
    given = {**intake.model_dump(mode="json", by_alias=True, exclude_unset=True)}
    given["answers"] = {**given["answers"], **said}
    return read_intake(json.dumps(given), KNOWN.known_ids)


def stops(follow_up):
    outcome = KNOWN.follow_ups[follow_up].if_yes
    return outcome.clearance not in PLANNED or follow_up in KNOWN.ticks


def _cleared(row, chance):
    bounds = {
        "minutes": chance.choice((None, 20, 30, 45)),
        "pressure": chance.choice((None, "light", "moderate")),
        "sessions_per_week": chance.choice((None, 0.5, 1, 2)),
        "regions_avoid": chance.sample(REGIONS, chance.choice((0, 0, 3))),
        "techniques": chance.choice(([], [], ["swedish"], ["swedish", "myofascial-release"])),
    }
    bounds = {key: value for key, value in bounds.items() if value}
    return {"for": row, "by": "Dr Lee", "on": "2026-11-20", "limits": "as set", "bounds": bounds}


def _wishes(chance):
    return {
        "pressure": chance.choice(("light", "moderate", "firm")),
        "session_minutes": chance.choice((30, 60, 90)),
        "sessions_per_week_max": chance.choice((1, 2, 3)),
        "self_care_minutes_per_day": chance.choice((10, 20, 40)),
        "days": sorted(chance.sample(DAYS, chance.randint(0, 3)), key=DAYS.index),
    }
