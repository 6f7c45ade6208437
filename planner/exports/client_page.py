"""What the client reads: page 1 of the handout, in plain words, without ids or citations."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from planner.exports.wording import (
    DAYS,
    FEELS,
    breakable,
    clipped,
    day_in_words,
    listed,
    name_of,
    number,
    sentence,
    weekday_in_words,
    zones,
)
from planner.knowledge import Knowledge
from planner.model.ids import ReasonId
from planner.model.order import each_once
from planner.model.plan import Complementary, Massage, Plan, SelfCareTask
from planner.model.vocabulary import Day
from planner.planning.schedule import how_often, week_lines

MOST_GOALS = 3
MOST_CONDITIONS = 3
GOAL_CHARACTERS = 80
HOW_TO_KEEP_IT = (
    "Each evening write down your pain, your sleep and how much pain got in the way, from 0 to 10."
)
NO_MASSAGE = "There is no massage in this plan for now. Ask us why."
BELOW_TESTED = "This is less than was tested, so it may help less. We can talk about that."
NO_GOAL = "Less pain in your day."
STOP_AT_ONCE = (
    "Stop at once if you feel newly numb, weak or dizzy. Stop too if you get a new headache, "
    "cannot breathe well or have pain in your chest."
)
CHEST = "Pain in your chest, or you cannot breathe well."
LOW = "Life feels too hard to bear."
NOT_SIGNED_OFF = "No clinician has signed off the facts behind this plan yet."


@dataclass(frozen=True)
class WeekRow:
    """One thing to do in the first week: minutes at a time, and a mark for each day from Monday."""

    what: str
    minutes: int
    marks: tuple[bool, ...]


@dataclass(frozen=True)
class HomeTask:
    """A home task as the client does it."""

    name: str
    steps: str
    dose: str
    stop: str
    care: str


@dataclass(frozen=True)
class TherapyLine:
    """A therapy beside massage; `care` is what to mind with it, empty when nothing."""

    name: str
    plain: str
    often: str
    care: str


@dataclass(frozen=True)
class NumberToCall:
    """Whom to call, and when."""

    when: str
    whom: str


@dataclass(frozen=True)
class ClientPage:
    """Page 1; the fields that begin with `more_` are what it may have no room for."""

    label: str
    date: str
    aims: tuple[str, ...]
    more_aims: tuple[str, ...]
    notice: str
    days: tuple[str, ...]
    week: tuple[WeekRow, ...]
    massage: tuple[str, ...]
    home: tuple[HomeTask, ...]
    diary: str
    beside: tuple[TherapyLine, ...]
    tell: str
    care: tuple[str, ...]
    stop: str
    change: tuple[str, ...]
    more_change: tuple[str, ...]
    calls: tuple[str, ...]
    more_calls: tuple[str, ...]
    numbers: tuple[NumberToCall, ...]
    review: str
    small_print: tuple[str, ...]


def client_page(plan: Plan, knowledge: Knowledge) -> ClientPage:
    """The client's page as a value, ready to be laid out."""
    goals = tuple(plan.measures.goals) if plan.measures else ()
    calls = client_calls(plan, knowledge)
    change = each_once(knowledge.conditions[one].plain_stop for one in plan.conditions)
    return ClientPage(
        label=breakable(plan.client),
        date=day_in_words(plan.on),
        aims=_aims(goals),
        more_aims=tuple(sentence(breakable(goal)) for goal in goals) if _clips(goals) else (),
        notice=_noticeable(plan),
        days=tuple(DAYS.values()),
        week=_week(plan, knowledge),
        massage=_massage(plan.massage, knowledge),
        home=tuple(_task(task, knowledge) for task in plan.self_care),
        diary=HOW_TO_KEEP_IT if plan.measures else "",
        beside=tuple(_therapy(one, knowledge) for one in plan.complementary),
        tell=_tell(plan, knowledge),
        care=tuple(one.plain for one in plan.reasons),
        stop=STOP_AT_ONCE,
        change=change[:MOST_CONDITIONS],
        more_change=change[MOST_CONDITIONS:],
        calls=calls[:MOST_CONDITIONS],
        more_calls=calls[MOST_CONDITIONS:],
        numbers=client_numbers(plan, knowledge),
        review=_review(plan),
        small_print=small_print(knowledge),
    )


def small_print(knowledge: Knowledge) -> tuple[str, ...]:
    """That nobody has signed the facts off, while nobody has."""
    return () if knowledge.review.clinician else (NOT_SIGNED_OFF,)


def _aims(goals: tuple[str, ...]) -> tuple[str, ...]:
    """The first goals in the client's own words, as sentences that fit a line."""
    told = (sentence(breakable(clipped(goal, GOAL_CHARACTERS))) for goal in goals[:MOST_GOALS])
    return tuple(told) or (NO_GOAL,)


def _clips(goals: tuple[str, ...]) -> bool:
    """Whether page 1 cannot show every goal in full."""
    return len(goals) > MOST_GOALS or any(len(goal) > GOAL_CHARACTERS for goal in goals)


def _noticeable(plan: Plan) -> str:
    """Where pain stands, and the drop that most people notice."""
    if plan.measures is None:
        return ""
    now, then = plan.measures.baseline.average, plan.measures.target.average
    if then >= now:
        return ""
    near = number(round(then * 2) / 2)
    return f"Your pain is {number(now)} out of 10 now. A drop to about {near} is one you may feel."


def _week(plan: Plan, knowledge: Knowledge) -> tuple[WeekRow, ...]:
    """A row for each thing to do in the first week, with a mark for each day."""
    return tuple(
        WeekRow(_name(one.id, plan, knowledge), one.minutes, tuple(day in one.days for day in Day))
        for one in week_lines(plan)
    )


def _name(one: str, plan: Plan, knowledge: Knowledge) -> str:
    """The name of a row; massage that is not weekly says so."""
    name = name_of(one, knowledge)
    often = plan.massage.phases[0].sessions_per_week if plan.massage else 1
    return f"{name} ({how_often(often)})" if one == "massage" and often < 1 else name


def _massage(massage: Massage | None, knowledge: Knowledge) -> tuple[str, ...]:
    """How often and how long, then how it feels and where."""
    if massage is None:
        return (NO_MASSAGE,)
    where = listed(zones((one for t in massage.techniques for one in t.regions), knowledge))
    feels = listed(dict.fromkeys(FEELS[one.pressure] for one in massage.techniques))
    strokes = " ".join(knowledge.techniques[one.id].plain for one in massage.techniques)
    return (
        sentence(". Then ".join(_spans(massage))),
        *([BELOW_TESTED] if massage.below_tested else []),
        f"{strokes} Where: {where}. Pressure: {feels}. Tell us at any time if it is too much.",
    )


def _spans(massage: Massage) -> list[str]:
    """Each phase in a few words; the minutes are said again only when they change."""
    spans = []
    told = 0
    for phase in massage.phases:
        minutes = "" if phase.minutes == told else f"{phase.minutes} minutes, "
        spans.append(f"{minutes}{how_often(phase.sessions_per_week)} for {phase.weeks} weeks")
        told = phase.minutes
    return spans


def _task(task: SelfCareTask, knowledge: Knowledge) -> HomeTask:
    known = knowledge.self_care[task.id]
    return HomeTask(
        name=known.name,
        steps=known.steps,
        dose=sentence(task.dose),
        stop=sentence(task.stop_if),
        care="Go gently with this one." if task.cautions else "",
    )


def _therapy(one: Complementary, knowledge: Knowledge) -> TherapyLine:
    known = knowledge.therapies[one.id]
    return TherapyLine(
        name=known.name,
        plain=known.plain,
        often=sentence(known.plain_how_often),
        care=" ".join(_plain_cautions(one.cautions, knowledge)),
    )


def _plain_cautions(cautions: Iterable[str], knowledge: Knowledge) -> tuple[str, ...]:
    """The client's wording of the cautions that have one."""
    plain = {rule.says: rule.plain for rule in _worded_twice(knowledge).values()}
    return tuple(plain[one] for one in cautions if one in plain)


def _worded_twice(knowledge: Knowledge) -> Mapping[ReasonId, Any]:
    return {**knowledge.interactions, **knowledge.region_rules}


def _tell(plan: Plan, knowledge: Knowledge) -> str:
    """What to tell whoever gives a therapy: the answers that ask for care."""
    if not any(one.cautions for one in plan.complementary):
        return ""
    labels = [knowledge.rows[one.id].label for one in plan.reasons if one.id in knowledge.rows]
    return f"Before you start, tell them: {'; '.join(labels)}." if labels else ""


def client_calls(plan: Plan, knowledge: Knowledge) -> tuple[str, ...]:
    """When to call a doctor, for each condition of the plan."""
    return each_once(knowledge.conditions[one].plain_call for one in plan.conditions)


def client_numbers(plan: Plan, knowledge: Knowledge) -> tuple[NumberToCall, ...]:
    """Whom to call in the client's part of the world."""
    local = knowledge.locales[plan.locale]
    return (
        NumberToCall(CHEST, local.emergency),
        NumberToCall("Not well, and it cannot wait.", local.urgent),
        NumberToCall(LOW, local.crisis),
    )


def _review(plan: Plan) -> str:
    if plan.measures is None:
        return ""
    day = weekday_in_words(plan.measures.review_on)
    return f"We look at the plan with you on or near {day}. Bring your diary."
