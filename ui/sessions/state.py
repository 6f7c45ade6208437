"""A session as a value for the browser: what was tapped, what is planned, what limits leave."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.between.session import Done, Session
from planner.model.ids import RegionId
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.model.vocabulary import Pressure, Technique
from planner.planning.course.occasions import of_massage, visit_after, visits_of
from planner.visit.assessing import movement_name
from planner.visit.between import beyond, logging
from planner.words import joined, say
from planner.words.limits import limits_in_words
from planner.words.plan import places, when
from planner.words.terms import PRESSURE
from ui.parts.wording import capital
from ui.state.language import shown, tell

SIGNS_SHOWN = 2
Data = dict[str, Any]


class Consented(NamedTuple):
    """How far consent has come, and whether a sensitive place has no yes yet."""

    says: str
    must_ask: bool


def state(session: Session, plan: Plan, log: Sequence[Session], knowledge: Knowledge) -> Data:
    """Everything the browser draws a session from."""
    sign = session.sign
    return {
        "said": session.model_dump(mode="json", exclude={"done", "sign"}),
        "lines": [_line(one, session, plan, knowledge) for one in _techniques(session, plan)],
        "more": [
            {"id": one.value, "name": name_of(one, knowledge)}
            for one in Technique
            if one not in _techniques(session, plan)
        ],
        "regions": [
            {"id": id, "name": tell("{name}", name=one.label)}
            for id, one in knowledge.regions.items()
        ],
        "sign": sign
        and {
            "name": movement_name(sign.name, knowledge),
            "before": sign.before,
            "after": sign.after,
        },
        "earlier": _earlier(session, log),
        "limits": _limits(plan),
        "leftOut": _left_out(plan, knowledge),
        "beyond": [shown(one) for one in beyond.beyond(session, plan, knowledge)],
    }


def _techniques(session: Session, plan: Plan) -> list[Technique]:
    planned = [one.id for one in plan.massage.techniques] if plan.massage else []
    return [*planned, *(one.technique for one in session.done if one.technique not in planned)]


def _line(one: Technique, session: Session, plan: Plan, knowledge: Knowledge) -> Data:
    there = next((done for done in session.done if done.technique is one), None)
    line = there or logging.line_of(one, plan)
    assert line is not None
    left = beyond.firmest_at(line.regions, plan)
    why = beyond.why_no_firmer(left, knowledge)
    return {
        "id": one.value,
        "name": name_of(one, knowledge),
        "on": there is not None,
        "where": [_place(region, line, knowledge) for region in _places(one, line, plan)],
        "places": tell("{places:dots}", places=_named(line, knowledge)),
        "pressure": line.pressure.value,
        "pressures": [
            {"id": each.value, "name": tell("{name:capital}", name=PRESSURE[each]),
             "left": left.leaves(each)}
            for each in Pressure
        ],
        "why": shown(why) if why else "",
    }  # fmt: skip


def _places(one: Technique, line: Done, plan: Plan) -> list[RegionId]:
    planned = logging.line_of(one, plan)
    return list(dict.fromkeys((*(planned.regions if planned else ()), *line.regions)))


def _place(region: RegionId, line: Done, knowledge: Knowledge) -> Data:
    name = knowledge.regions[region].label
    return {"id": region, "name": tell("{name}", name=name), "on": region in line.regions}


def _named(line: Done, knowledge: Knowledge) -> tuple[Phrase, ...]:
    return places(knowledge.regions[one] for one in line.regions)


def _earlier(session: Session, log: Sequence[Session]) -> str:
    """The sign at the sessions before, the latest last: "6 to 4, 5 to 3"."""
    name = session.sign.name if session.sign else None
    rated = [
        say("{before:g} → {after:g}", before=one.sign.before, after=one.sign.after)
        for one in sorted(log, key=lambda one: one.on)
        if one.on < session.on and one.sign and one.sign.name == name
        and one.sign.before is not None and one.sign.after is not None
    ]  # fmt: skip
    if not rated:
        return ""
    return tell("Sessions before: {signs:commas}", signs=rated[-SIGNS_SHOWN:])


def _limits(plan: Plan) -> str:
    """What binds the hands: what is kept away at home is of no matter here."""
    told = limits_in_words(plan.limits.having(exercise_not=None))
    return capital(say("{limits:semicolons}", limits=told)) if told else ""


def _left_out(plan: Plan, knowledge: Knowledge) -> str:
    named = beyond.left_out(plan, knowledge)
    return tell("Leave alone: {places:semicolons}", places=named) if named else ""


def which(session: Session, plan: Plan, log: Sequence[Session]) -> Phrase:
    """Which session of how many it is."""
    number = logging.number_of(session, log)
    planned = len(of_massage(visits_of(plan)))
    return joined(say("Session {number} of {planned}", number=number, planned=max(planned, number)))


def comes_next(session: Session, plan: Plan) -> Phrase | str:
    """When the visit after this session is; empty where none is planned."""
    following = visit_after(plan, session.on)
    return say("next: {when}", when=when(following)) if following else ""
