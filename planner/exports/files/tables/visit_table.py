"""The visits one by one, and what binds them."""

from collections.abc import Iterator

from planner.exports.files.tables.cells import Row, Table, money, table
from planner.exports.files.tables.plan_table import binding_rows
from planner.knowledge import Knowledge
from planner.model.plan import Plan, PlannedVisit
from planner.planning.course.occasions import visits_of
from planner.words import dated, say
from planner.words.terms import PHASE

HEADER = (
    "number", "date", "weekday", "time", "kind", "minutes", "phase", "review", "price", "currency",
)  # fmt: skip
BINDING = ("what", "part", "minutes a session", "from", "until", "says")
KIND = {"massage": say("massage"), "review": say("review")}


def visit_table(plan: Plan) -> Table:
    """A row for each visit; its price where there is one."""
    return table(HEADER, _visits(plan))


def _visits(plan: Plan) -> Iterator[Row]:
    for number, one in enumerate(visits_of(plan), 1):
        yield {
            "number": number, "date": one.on, "weekday": dated(one.on, "short-weekday"),
            "time": one.at, "kind": KIND[one.kind], "minutes": one.minutes or None,
            "phase": PHASE[one.phase] if one.phase else None,
            "review": say("yes") if one.review else say("no"), **_price(one, plan),
        }  # fmt: skip


def _price(one: PlannedVisit, plan: Plan) -> Row:
    if plan.load.price is None or one.kind == "review":
        return {}
    return {"price": money(plan.load.price), "currency": plan.load.currency}


def binding_table(plan: Plan, knowledge: Knowledge) -> Table:
    """What a clinician agreed to, and what binds."""
    return table(BINDING, binding_rows(plan, knowledge))
