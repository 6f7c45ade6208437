"""What was asked at this visit, beside the scores and the safety screen, as the visit keeps it.

follow_up: {follows, last, goals: [{goal, before, now}], facts: {…}, verdict, plan}
"""

from collections.abc import Mapping
from typing import Any

from planner.model.follow_up import FollowUp, read_follow_up
from planner.model.intake import Intake
from planner.safety.questions import every_visit
from ui.state import session
from ui.state.visit_text import as_json, parsed

PLACE = "follow_up"
FACTS = f"{PLACE}/facts"
GOALS = f"{PLACE}/goals"


def asked(intake: Intake) -> FollowUp:
    """What was asked so far, the short screen of today among it; what was not is absent."""
    visit, knowledge = parsed(session.text()), session.knowledge()
    screen = {one.id: one.answer for one in every_visit(intake, knowledge) if one.answer}
    facts = {part: value for part, value in (session.read(FACTS) or {}).items() if value}
    goals = [one for one in session.read(GOALS) or [] if one.get("now") is not None]
    said = {"goals": goals, "on": visit["on"], "severity": visit["severity"], "answers": screen}
    return read_follow_up(as_json({**facts, **said}), knowledge.known_ids)


def say(part: str, value: Any) -> None:
    """Keep one fact; None takes it back."""
    session.write(f"{FACTS}/{part}", value)


def rate(place: int, part: str, score: int | None) -> None:
    """Keep the rating of a goal: `before` or `now`."""
    goals = [dict(one) for one in session.read(GOALS) or []]
    goals[place][part] = score
    session.write(GOALS, goals)


def counted(part: str) -> Mapping[str, int]:
    """How many were done, of how many, where it was said."""
    return session.read(f"{FACTS}/{part}") or {}
