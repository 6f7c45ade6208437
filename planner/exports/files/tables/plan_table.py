"""The therapist's table: a row for each aim, limit and thing to do; each column means one thing."""

from collections.abc import Iterable, Iterator
from datetime import date

from planner.exports.agreed import answers, in_full
from planner.exports.binding import what_binds
from planner.exports.files.tables.cells import Row, Table, money, table
from planner.exports.files.tables.source_table import SourceIds
from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.intake import QuestionnaireScore
from planner.model.phrase import Phrase
from planner.model.plan import Complementary, Massage, Measures, Plan, SelfCareTask, Why
from planner.model.vocabulary import Day
from planner.planning.course import schedule
from planner.planning.course.occasions import Span, spans, visits_of
from planner.planning.self_care import how_to
from planner.visit.measured import in_words, standings
from planner.words import dated, joined, say
from planner.words.plan import days_a_week, how_often
from planner.words.terms import OCCUPATION, PHASE, PRESSURE

HEADER = (
    "what", "part", "dose", "how often", "minutes a session", "minutes a day", "minutes a week",
    "weekdays", "from", "until", "visits", "dates", "price", "total", "currency", "now", "target",
    "steps", "stop when", "cautions", "says", "why", "sources", "own words",
)  # fmt: skip
AIM, TARGET, FORM = say("aim"), say("target"), say("form")
CLEARANCE, LIMIT, WISH = say("clearance"), say("limit"), say("wish")
MASSAGE, THERAPY, HOME = say("massage"), say("therapy"), say("home")
DIARY, REVIEW, SOURCE = say("diary"), say("review"), say("source")


def plan_table(
    plan: Plan, knowledge: Knowledge, measured: tuple[QuestionnaireScore, ...] = ()
) -> Table:
    """The whole plan in one table, its sources last."""
    ids = SourceIds(plan)
    sources = ({"what": key, "part": SOURCE, "says": told} for key, told, _ in ids.listed)
    rows = (*binding_rows(plan, knowledge), *plan_rows(plan, knowledge, measured), *sources)
    return table(HEADER, rows)


def binding_rows(plan: Plan, knowledge: Knowledge) -> Iterator[Row]:
    """What a clinician agreed to, what binds the plan and by which answers."""
    for (_, one), told in zip(answers(plan), in_full(plan, knowledge), strict=True):
        yield {
            "what": say("Clinician's clearance"), "part": CLEARANCE, "from": one.on,
            "until": one.until, "minutes a session": one.bounds.minutes, "says": told,
        }  # fmt: skip
    for told in what_binds(plan, knowledge):
        yield {"what": say("What binds"), "part": LIMIT, "says": told,
               "minutes a session": plan.limits.minutes}  # fmt: skip


def plan_rows(
    plan: Plan, knowledge: Knowledge, measured: tuple[QuestionnaireScore, ...] = ()
) -> Iterator[Row]:
    """What is aimed at, what is not as wished, what is done, and how it is judged."""
    ids = SourceIds(plan)
    yield from _aims(plan, plan.measures)
    for told in plan.load.beyond:
        yield {"what": say("Not as wished"), "part": WISH, "says": told}
    if plan.massage:
        yield from (_span(plan, plan.massage, one, knowledge, ids) for one in spans(plan))
    yield from (_therapy(plan, one, knowledge, ids) for one in plan.complementary)
    yield from (_task(plan, one, knowledge, ids) for one in plan.self_care)
    yield from _judging(plan, plan.measures)
    yield from _forms(measured, knowledge)


def _aims(plan: Plan, measures: Measures | None) -> Iterator[Row]:
    if measures is None:
        return
    rated = {one.goal: one for one in measures.rated}
    for goal in measures.goals:
        one = rated.get(goal)
        scores = {"now": one.rating, "target": one.target} if one else {}
        yield {"what": goal, "part": AIM, "until": measures.review_on, **scores}
    latest = measures.latest or measures.baseline
    yield {"what": say("Average pain, 0 to 10"), "part": TARGET, "from": latest.on or plan.on,
           "until": measures.review_on, "now": latest.average,
           "target": measures.target.average}  # fmt: skip


def _span(plan: Plan, massage: Massage, one: Span, knowledge: Knowledge, ids: SourceIds) -> Row:
    """The visits of one phase, or of a part of it that lasts equally long."""
    days = [visit.on for visit in one.visits]
    whys = [why for technique in massage.techniques for why in technique.why]
    price = plan.load.price
    return {
        "what": _massage(massage, one, knowledge), "part": MASSAGE,
        "how often": how_often(one.phase.sessions_per_week), "minutes a session": one.minutes,
        "weekdays": _weekdays(days), "from": one.begins, "until": one.ends, "visits": len(days),
        "dates": joined(*(day.isoformat() for day in days)), "price": money(price),
        "total": money(price if price is None else len(days) * price),
        "currency": None if price is None else plan.load.currency,
        **_because(whys, ids), "own words": joined(*(each.own for each in massage.techniques)),
    }  # fmt: skip


def _massage(massage: Massage, one: Span, knowledge: Knowledge) -> Phrase:
    techniques = [
        say("{name} ({pressure})", name=name_of(it.id, knowledge), pressure=PRESSURE[it.pressure])
        for it in massage.techniques
    ]
    return say(
        "{name}, {phase:lower}: {techniques:commas}",
        name=name_of(schedule.MASSAGE, knowledge),
        phase=PHASE[one.phase.name],
        techniques=techniques,
    )


def _therapy(plan: Plan, one: Complementary, knowledge: Knowledge, ids: SourceIds) -> Row:
    return {
        "what": name_of(one.id, knowledge), "part": THERAPY, "how often": one.how_often,
        "minutes a week": one.minutes_per_week, "from": plan.on, "until": _ends(plan, one),
        "cautions": joined(*one.cautions), **_because(one.why, ids), "own words": one.own,
    }  # fmt: skip


def _task(plan: Plan, one: SelfCareTask, knowledge: Knowledge, ids: SourceIds) -> Row:
    days = [day.day for day in plan.week if one.id in day.items]
    return {
        "what": name_of(one.id, knowledge), "part": HOME, "dose": one.dose,
        "how often": days_a_week(one.days_per_week), "minutes a day": one.minutes or None,
        "minutes a week": one.minutes * one.days_per_week or None,
        "weekdays": _days(plan, days), "from": plan.on, "until": _ends(plan, one),
        "steps": joined(one.steps or how_to(knowledge.self_care[one.id]), one.step),
        "stop when": one.stop_if, "cautions": joined(*one.cautions), **_because(one.why, ids),
        "own words": one.own,
    }  # fmt: skip


def _because(whys: Iterable[Why], ids: SourceIds) -> Row:
    found = [*whys]
    return {"why": joined(*(one.says for one in found)),
            "sources": ids.of(source for one in found for source in one.sources)}  # fmt: skip


def _ends(plan: Plan, one: Complementary | SelfCareTask) -> date | None:
    """The last day: its own, else the review."""
    review = plan.measures.review_on if plan.measures else None
    return one.until if one.until and one.until >= plan.on else review


def _judging(plan: Plan, measures: Measures | None) -> Iterator[Row]:
    """The diary and the review: what the plan is judged by."""
    if measures is None:
        return
    yield {
        "what": OCCUPATION[schedule.DIARY], "part": DIARY, "how often": say("every day"),
        "minutes a day": schedule.DIARY_MINUTES, "from": plan.on, "until": measures.review_on,
        "minutes a week": schedule.DIARY_MINUTES * len(Day), "says": measures.diary,
        "weekdays": _days(plan, schedule.week_order(plan)),
    }  # fmt: skip
    on = next(one.on for one in visits_of(plan) if one.review)
    yield {
        "what": say("Review"), "part": REVIEW, "how often": say("once"), "from": on, "until": on,
        "weekdays": _weekdays([on]), "dates": on.isoformat(), "says": measures.stop_rule,
    }  # fmt: skip


def _forms(measured: tuple[QuestionnaireScore, ...], knowledge: Knowledge) -> Iterator[Row]:
    """The scores of forms filled in elsewhere, the first beside the latest."""
    for one in standings(measured, knowledge):
        yield {
            "what": one.form.name, "part": FORM, "from": (one.first or one.latest).on,
            "until": one.latest.on, "now": one.latest.score, "says": in_words(one),
        }  # fmt: skip


def _days(plan: Plan, days: Iterable[Day]) -> Phrase:
    """Days of the week by name, as the plan's first week has them."""
    order = schedule.week_order(plan)
    ahead = (date.fromordinal(plan.on.toordinal() + order.index(day)) for day in days)
    return _weekdays([*ahead])


def _weekdays(days: list[date]) -> Phrase:
    """The days of the week on which these dates fall, each once, the first of them first."""
    names = {day.weekday(): dated(day, "short-weekday") for day in reversed(days)}
    order = dict.fromkeys(day.weekday() for day in days)
    return joined(*(names[one] for one in order), by=", ")
