"""The screening of the day of the review: from the whole intake, or from what the plan tells.

Without the intake only what is said today can be screened. What the last plan gave a reason for
stays as it was: nothing that an earlier screening took away comes back.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from planner.knowledge import Knowledge
from planner.model.follow_up import FollowUp
from planner.model.ids import QuestionId, ReasonId, RegionId
from planner.model.intake import Conversation, Intake, PainSource, Person, Preferences, Scores
from planner.model.order import each_once
from planner.model.plan import Plan, Reason
from planner.model.visit import Draft, KeptFollowUp
from planner.model.vocabulary import Answer, Clearance, Day, Visit
from planner.planning.advice import check_ups
from planner.planning.course.occasions import day_of, of_massage, visits_of
from planner.planning.whose import client_id_of
from planner.safety.allow import Allowance, allowance
from planner.safety.asking.asked_again import Said, answered_again, every_visit, to_ask_again
from planner.safety.limits import carried_over, limits_of_rows
from planner.safety.restrictions import Restrictions
from planner.safety.screening import Screening, screen

NOTHING_ASKED = ()  # a plan alone tells what is in force, not what is still open
WEEKS_A_MONTH = 52 / 12  # as the first edition counted


class Today(NamedTuple):
    """What holds today.

    `reasons` are all that hold, `new` those the last plan did not have, `check_ups` the rows
    answered yes that ask for an ordinary doctor's visit; `is_whole`: the intake was at hand, and
    `client_id` is whose it is.
    """

    clearance: Clearance
    reasons: tuple[Reason, ...]
    new: tuple[Reason, ...]
    unanswered: tuple[QuestionId, ...]
    allow: Allowance
    wishes: Preferences
    check_ups: tuple[str, ...]
    is_whole: bool = True
    client_id: str = ""

    @property
    def stops_everything(self) -> bool:
        """Whether there is no plan of any kind today."""
        return any(one.stops_everything for one in self.reasons)


def screened(
    last: Plan, facts: FollowUp, on: date, knowledge: Knowledge, intake: Intake | None
) -> Today:
    """The short screen of this visit, with everything that was known before."""
    if intake is not None:
        return as_said(last, asked_today(intake, facts, on, knowledge), knowledge)
    return _of_plan(last, facts, on, knowledge)


def asked_today(intake: Said, facts: FollowUp, on: date, knowledge: Knowledge) -> Said:
    """The conversation of this visit: a first one asked again, with what was said today."""
    if intake.visit is Visit.FIRST:
        intake = to_ask_again(intake, knowledge)
    said = answered_again(intake, facts.answers, knowledge, facts.ticked)
    return said.replaced(
        on=on,
        where={**intake.where, **facts.where},
        severity=facts.severity or intake.severity,
    )


def told_again(
    last: Plan, facts: FollowUp, on: date, knowledge: Knowledge, intake: Intake | None
) -> Draft:
    """The visit of a review: what still holds, from the first visit or its plan, and today's."""
    said = asked_today(intake or _as_told(last, knowledge), facts, on, knowledge)
    kept = {name: getattr(said, name) for name in Conversation.model_fields}
    looked_back = KeptFollowUp(last=last, facts=facts)
    return Draft(**{**kept, "severity": facts.severity or Scores(), "follow_up": looked_back})


def as_said(last: Plan, intake: Conversation, knowledge: Knowledge) -> Today:
    """What holds by a conversation as it stands, of which nothing is asked again."""
    screening = screen(intake, knowledge)
    return Today(
        clearance=screening.clearance,
        reasons=screening.reasons,
        new=new_beside(last, screening.reasons),
        unanswered=screening.unanswered,
        allow=allowance(intake, screening, _treated(last), knowledge),
        wishes=intake.preferences,
        check_ups=tuple(check_ups(screening.active)),
        client_id=client_id_of(intake),
    )


def _treated(last: Plan) -> tuple[RegionId, ...]:
    """The regions that the last plan treats."""
    techniques = last.massage.techniques if last.massage else ()
    return each_once(region for one in techniques for region in one.regions)


def new_beside(last: Plan, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """The reasons that a plan did not have, or had in a milder form."""
    before = {one.id: one.clearance.rank for one in last.reasons}
    least = len(Clearance)
    return tuple(one for one in reasons if one.clearance.rank < before.get(one.id, least))


def _of_plan(last: Plan, facts: FollowUp, on: date, knowledge: Knowledge) -> Today:
    told = _as_told(last, knowledge)
    asked = asked_today(told, facts, on, knowledge)
    new_only = {"answers": dict(facts.answers), "ticked": facts.ticked, "from_last": ()}
    fresh = screen(asked.replaced(**new_only), knowledge, NOTHING_ASKED)
    whole = asked.replaced(answers={**told.answers, **facts.answers}, from_last=())
    together = _together(whole, fresh, knowledge) if facts.answers else ()
    new = new_beside(last, (*fresh.reasons, *together))
    updated = {one.id for one in new}
    reasons = (*(one for one in last.reasons if one.id not in updated), *new)
    unanswered = _unanswered(last, asked, knowledge)
    asking = [Clearance.ASK] if unanswered else []
    return Today(
        clearance=Clearance.worst([*(one.clearance for one in reasons), *asking]),
        reasons=tuple(sorted(reasons, key=lambda one: one.clearance.rank)),
        new=new,
        unanswered=unanswered,
        allow=Allowance(
            restrictions=Restrictions(asked, _only(fresh, updated), knowledge),
            limits=limits_of_rows(asked, _only(fresh, updated).active, knowledge).with_those_of(
                carried_over(last.limits, knowledge)
            ),
            active=fresh.active,
            unwanted={},
            regions=_treated(last),
            conditions=tuple(knowledge.conditions[one] for one in last.conditions),
            knowledge=knowledge,
        ),
        wishes=_wishes_in(last),
        check_ups=tuple(check_ups(fresh.active)),
        is_whole=False,
    )


def _as_told(last: Plan, knowledge: Knowledge) -> Conversation:
    """As much of a conversation as a plan tells: its reasons are a yes each, at no marked place."""
    return Conversation(
        format=1,
        on=last.on,
        locale=last.locale,
        client=Person(label=last.client),
        pain=tuple(PainSource(condition=one) for one in last.conditions),
        answers=_told(last, knowledge),
    )


def _told(last: Plan, knowledge: Knowledge) -> dict[QuestionId, Answer]:
    rows = (knowledge.rows.get(knowledge.row_now(one.id)) for one in last.reasons)
    return {row.id: Answer.YES for row in rows if row}


def _unanswered(last: Plan, asked: Conversation, knowledge: Knowledge) -> tuple[QuestionId, ...]:
    """What the last plan left open, and what the short screen asks and nobody has answered."""
    short = [one.id for one in every_visit(asked, knowledge) if one.answer is None]
    left = [row for one in last.unanswered if (row := _now(one, knowledge)) not in asked.answers]
    return each_once((*left, *short))


def _now(question: QuestionId, knowledge: Knowledge) -> QuestionId:
    """A question, or the row that took it over."""
    return knowledge.row_now(question) if question in knowledge.retired else question


def _together(whole: Conversation, fresh: Screening, knowledge: Knowledge) -> Iterator[Reason]:
    """Rules about several answers, of then and now together, that nothing said today met alone."""
    met = {one.id for one in fresh.reasons}
    for one in screen(whole, knowledge, NOTHING_ASKED).reasons:
        if one.id in knowledge.combinations and one.id not in met:
            yield one


def _only(screening: Screening, rows: set[ReasonId]) -> Screening:
    return screening._replace(active=tuple(x for x in screening.active if x.row.id in rows))


def _wishes_in(last: Plan) -> Preferences:
    """What the plan itself tells of the client's wishes: days of massage, price, budget."""
    load = last.load
    return Preferences(
        **_times_in(last),
        days=_days_in(last),
        session_price=_price_in(last),
        monthly_budget=load.budget,
        currency=load.currency,
    )


def _times_in(last: Plan) -> dict[str, Any]:
    """The time that most visits have, and those of the others by their date."""
    at = {one.on: one.at for one in last.visits if one.at}
    usual = max(at.values(), key=[*at.values()].count, default=None)
    return {"time": usual, "times": {on: time for on, time in at.items() if time != usual}}


def _days_in(last: Plan) -> tuple[Day, ...]:
    """The days of the week of the visits; the first may have been on any day."""
    visits = of_massage(visits_of(last))
    return tuple(sorted({day_of(one.on) for one in visits[1:] or visits}, key=lambda day: day.rank))


def _price_in(last: Plan) -> float | None:
    """The price of a visit; a plan of the first edition tells only the cost of a month."""
    load = last.load
    if load.price is not None or last.massage is None or not load.cost_per_month:
        return load.price
    often = last.massage.phases[0].sessions_per_week
    return round(load.cost_per_month / (often * WEEKS_A_MONTH), 2)
