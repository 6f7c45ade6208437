"""What the client reads: page 1 of the handout, in plain words, without ids or citations."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.exports.agreed import plainly
from planner.exports.binding import plainly_bound
from planner.exports.calls import (
    MOST_CONDITIONS,
    STOP_AT_ONCE,
    NumberToCall,
    client_calls,
    client_numbers,
)
from planner.exports.handout import small_print
from planner.exports.paper.client_lines import (
    HomeTask,
    TherapyLine,
    home_task,
    pain_rules,
    therapy_line,
    what_to_tell,
)
from planner.exports.paper.judging import when_judged
from planner.exports.paper.scores import where_pain_stands
from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.knowledge.own import knowing_own
from planner.model.ids import LineId
from planner.model.intake import QuestionnaireScore
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.plan import Load, Massage, Plan
from planner.planning.advice import care
from planner.planning.course.occasions import Span, spans, visits_of
from planner.planning.course.schedule import MASSAGE, week_lines, week_order
from planner.visit.measured import talk
from planner.words import formed, joined, say, say_many
from planner.words.plan import how_often, visits, visits_at
from planner.words.terms import DAY, FEELS
from planner.words.typed import clipped, printable

MOST_GOALS = 3
MOST_WISHES = 2
GOAL_CHARACTERS = 80
HOW_TO_KEEP_IT = say(
    "Each evening write down your pain, your sleep and how much pain got in the way, from 0 to 10."
)
TAKE_TURNS = say("The other places take turns.")
NO_MASSAGE = say("There is no massage in this plan for now.")
ASK_US = say("Ask us why.")
BELOW_TESTED = say("This is less than was tested, so it may help less. We can talk about that.")
NO_GOAL = say("Less pain in your day.")


@dataclass(frozen=True)
class WeekRow:
    """One thing to do in the first week: minutes at a time, and a mark for each of its days."""

    id: str
    what: str
    minutes: int
    marks: tuple[bool, ...]
    with_us: bool = False


@dataclass(frozen=True)
class ClientPage:
    """Page 1; the fields that begin with `more_` are what it may have no room for."""

    aims: tuple[str, ...]
    more_aims: tuple[str, ...]
    notice: str
    days: tuple[str, ...]
    week: tuple[WeekRow, ...]
    massage: tuple[str, ...]
    likely: tuple[str, ...]
    more_wishes: tuple[str, ...]
    home: tuple[HomeTask, ...]
    pain_rules: tuple[str, ...]
    diary: str
    agreed: tuple[str, ...]
    beside: tuple[TherapyLine, ...]
    tell: str
    talk: str
    care: tuple[str, ...]
    stop: str
    change: tuple[str, ...]
    more_change: tuple[str, ...]
    calls: tuple[str, ...]
    more_calls: tuple[str, ...]
    numbers: tuple[NumberToCall, ...]
    review: str
    small_print: tuple[str, ...]


def client_page(
    plan: Plan, knowledge: Knowledge, measured: tuple[QuestionnaireScore, ...] = ()
) -> ClientPage:
    """The client's page as a value, ready to be laid out.

    `measured`: the scores of forms; a high one asks for a talk with a doctor.
    """
    knowledge = knowing_own(knowledge, plan)
    asks = talk(measured, plan.locale, knowledge)
    goals = tuple(plan.measures.goals) if plan.measures else ()
    calls = client_calls(plan, knowledge)
    change = when_judged(plan, knowledge)
    return ClientPage(
        aims=_aims(goals),
        more_aims=tuple(_aim(goal) for goal in goals) if _clips(goals) else (),
        notice=where_pain_stands(plan.measures) if plan.measures else "",
        days=tuple(DAY[one] for one in week_order(plan)),
        week=_week(plan, knowledge),
        massage=_massage(plan, knowledge),
        likely=likely_in_words(plan, knowledge),
        more_wishes=tuple(one.plain for one in plan.unmet[MOST_WISHES:]),
        home=tuple(home_task(task, knowledge) for task in plan.self_care),
        pain_rules=pain_rules(plan.self_care, knowledge),
        diary=HOW_TO_KEEP_IT if plan.measures else "",
        agreed=plainly(plan, knowledge),
        beside=tuple(therapy_line(one, plan, knowledge) for one in plan.complementary),
        tell=what_to_tell(plan, knowledge),
        talk=asks or "",
        care=(*((asks,) if asks else ()), *care(plan, knowledge)),
        stop=STOP_AT_ONCE,
        change=change[:MOST_CONDITIONS],
        more_change=change[MOST_CONDITIONS:],
        calls=calls[:MOST_CONDITIONS],
        more_calls=calls[MOST_CONDITIONS:],
        numbers=client_numbers(plan, knowledge),
        review=_review(plan),
        small_print=small_print(knowledge),
    )


def _aims(goals: tuple[str, ...]) -> tuple[str, ...]:
    """The first goals in the client's own words, as sentences that fit a line."""
    told = (_aim(clipped(goal, GOAL_CHARACTERS)) for goal in goals[:MOST_GOALS])
    return tuple(told) or (NO_GOAL,)


def _aim(goal: str) -> Phrase:
    return formed(printable(goal), "sentence")


def _clips(goals: tuple[str, ...]) -> bool:
    """Whether page 1 cannot show every goal in full."""
    return len(goals) > MOST_GOALS or any(len(goal) > GOAL_CHARACTERS for goal in goals)


def _week(plan: Plan, knowledge: Knowledge) -> tuple[WeekRow, ...]:
    """A row for each thing to do in the first week, with a mark for each day."""
    return tuple(
        WeekRow(
            one.id,
            _name(one.id, plan, knowledge),
            one.minutes,
            tuple(day in one.days for day in week_order(plan)),
            one.id == MASSAGE,
        )
        for one in week_lines(plan)
    )


def _name(one: LineId, plan: Plan, knowledge: Knowledge) -> str:
    """The name of a row; massage that is not weekly says so."""
    name = name_of(one, knowledge)
    often = plan.massage.phases[0].sessions_per_week if plan.massage else 1
    if one == MASSAGE and often < 1:
        return say("{name} ({often})", name=name, often=how_often(often))
    return name


def _massage(plan: Plan, knowledge: Knowledge) -> tuple[str, ...]:
    """How often and how long, cost, feel and where; without massage why; then refused wishes."""
    told = _given(plan, plan.massage, knowledge) if plan.massage else (_none(plan),)
    return (*told, *(one.plain for one in plan.unmet[:MOST_WISHES]))


def likely_in_words(plan: Plan, knowledge: Knowledge) -> tuple[str, ...]:
    """What massage is likely to do; with several pain sources each begins with its name."""
    told = plan.massage.likely if plan.massage else ()
    if len(told) == 1:
        return (told[0].says,)
    return tuple(
        say("{pain:capital}: {says}", pain=knowledge.conditions[one.condition].plain, says=one.says)
        for one in told
    )


def _none(plan: Plan) -> Phrase:
    better = plan.load.best_use
    why = plan.no_massage.plain if plan.no_massage else ASK_US
    return joined(NO_MASSAGE, why, better.plain if better else "")


def _given(plan: Plan, massage: Massage, knowledge: Knowledge) -> tuple[str, ...]:
    how = say(
        "{strokes:spaces} Where: {where}. Pressure: {feels}. "
        "Tell us at any time if it is too much.",
        strokes=[knowledge.techniques[one.id].plain for one in massage.techniques],
        where=each_once(_where(massage, knowledge)),
        feels=each_once(FEELS[one.pressure] for one in massage.techniques),
    )
    better = plan.load.best_use
    below = (BELOW_TESTED, *((better.plain,) if better else ())) if massage.below_tested else ()
    turns = (TAKE_TURNS,) if any(one.turn > 1 for one in massage.shares) else ()
    return (visits_in_words(plan), *_cost(plan.load), *plainly_bound(plan), *below, how, *turns)


def _where(massage: Massage, knowledge: Knowledge) -> Iterator[Phrase | str]:
    """The places; where several share a session, the first with its minutes."""
    if not massage.shares:
        regions = (knowledge.regions[one] for t in massage.techniques for one in t.regions)
        yield from (knowledge.zones[one.zone].in_words for one in regions)
        return
    first, *others = massage.shares
    yield say(
        "{place} ({minutes} minutes)",
        place=knowledge.zones[first.zone].in_words,
        minutes=first.minutes,
    )
    yield from (knowledge.zones[one.zone].in_words for one in others)


def visits_in_words(plan: Plan) -> Phrase:
    """The visits in a few words; the minutes are said again only when they change."""
    parts = tuple(spans(plan))
    told = (0, *(one.minutes for one in parts))
    said = [_span(one, one.minutes != before) for one, before in zip(parts, told, strict=False)]
    first, *later = said
    return joined(formed(first, "sentence"), *(say("Then {span}.", span=one) for one in later))


def _span(one: Span, with_minutes: bool) -> Phrase:
    number = visits(len(one.visits))
    minutes = say_many("{number} minute", "{number} minutes", one.minutes)
    if len(one.visits) == 1:
        return say("{visits} of {minutes}", visits=number, minutes=minutes)
    often = how_often(one.phase.sessions_per_week)
    if not with_minutes:
        return visits_at(len(one.visits), one.phase.sessions_per_week)
    return say("{visits} of {minutes}, {often}", visits=number, minutes=minutes, often=often)


def _cost(load: Load) -> Iterator[str]:
    """What a visit costs, and all of them."""
    if not load.price or load.total_cost is None:
        return
    fill = {"price": load.price, "cost": load.total_cost, "currency": load.currency}
    if load.visits == 1:
        yield say("The visit costs {price:,.2f} {currency}.", **fill)
    else:
        yield say("A visit costs {price:,.2f} {currency}: {cost:,.2f} {currency} in all.", **fill)


def _review(plan: Plan) -> str:
    if plan.measures is None:
        return ""
    return say(
        "We look at the plan with you on {day:weekday}. Bring your diary.",
        day=next(one.on for one in visits_of(plan) if one.review),
    )
