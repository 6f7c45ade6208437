"""What a rule proposes, and the reasons it gives."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from planner.model.ids import ReasonId, SourceId
from planner.model.review import Because
from planner.model.vocabulary import Certainty, Decision
from planner.review import wording
from planner.review.standing import Standing


class Move(StrEnum):
    """What a decision does to the plan."""

    GO_ON = "go on"
    TAPER = "taper"
    RAISE = "raise"
    HALVE = "halve"
    OTHER = "other technique or exercise"
    END_MASSAGE = "end massage"
    PAUSE_MASSAGE = "pause massage"
    NOTHING = "nothing at all"


class Proposal(NamedTuple):
    """What a rule proposes, why, and what that does to the plan."""

    rule: str
    decision: Decision
    because: tuple[Because, ...]
    move: Move
    log_until: date | None = None


def because(standing: Standing, rule: str, says: str, findings: Iterable[SourceId] = ()) -> Because:
    """A reason with what its rule, and these findings, lean on."""
    known = standing.knowledge.review_rules[ReasonId(rule)]
    said = tuple(findings)
    sources = tuple(dict.fromkeys([*known.sources, *said]))
    convention = (known.convention and not said) or not sources
    certainty = Certainty.CONVENTION if convention else Certainty.NOT_GRADED
    return Because(rule=known.id, says=says, sources=sources, certainty=certainty)


def pain(standing: Standing, rule: str) -> Because:
    """What the diary shows; only for rules that are asked once there are days enough."""
    found = standing.effect.pain()
    assert found is not None, "the gates are asked before any rule that compares"
    return because(standing, rule, wording.pain(found))


def asked(standing: Standing) -> list[Because]:
    """What the client said of the goals and of the change overall."""
    facts, told = standing.facts, []
    if facts.goals or (standing.last.measures and standing.last.measures.goals):
        told.append(because(standing, "goals", wording.goals(facts)))
    if facts.overall:
        told.append(because(standing, "overall", wording.OVERALL.format(facts.overall.label)))
    return told


def without_gain(standing: Standing, rule: str) -> tuple[Because, ...]:
    """What shows that there was no gain, and after how many sessions."""
    attendance = standing.attendance
    had = wording.sessions(attendance.sessions, attendance.in_all)
    return (pain(standing, rule), *asked(standing), because(standing, rule, had))


def hold(standing: Standing) -> Because:
    """One change at a time."""
    return because(standing, "one-change", wording.HOLD_IT)
