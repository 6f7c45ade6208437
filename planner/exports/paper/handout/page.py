"""Page one as a value: whatever a client needs at the fridge, and what may go on to page two."""

from dataclasses import dataclass

from planner.exports.paper.client_page import ClientPage
from planner.exports.paper.handout.boxed import Boxed, boxed
from planner.exports.paper.handout.help import Help, help_for
from planner.exports.paper.handout.next_visit import NextVisit, next_visit, reviewed_on
from planner.exports.paper.handout.pain import PainStrip, bad_day, pain_strip
from planner.exports.paper.handout.week import DayHead, WeekRow, heads, other_rows, week_rows
from planner.knowledge import Knowledge
from planner.model.plan import Plan
from planner.model.practice import Practice
from planner.words import joined, say
from planner.words.typed import printable

LONG_NAME = 34  # letters; beyond, the name is set smaller


@dataclass(frozen=True)
class PageOne:
    """Page one; the template takes away what it has no room for, and says it on page two."""

    name: str
    has_long_name: bool
    begun: str
    aim: str
    further_aims: str
    standing: str
    visit: NextVisit | None
    boxed: Boxed
    days: tuple[DayHead, ...]
    tasks: tuple[WeekRow, ...]
    others: tuple[WeekRow, ...]
    beside: str
    pain: PainStrip | None
    bad_day: str
    help: Help


def page_one(plan: Plan, client: ClientPage, knowledge: Knowledge, practice: Practice) -> PageOne:
    """Page one of a plan; `client` has the client's lines in full."""
    name = printable(plan.client)
    aim, *further = client.aims
    return PageOne(
        name=name,
        has_long_name=len(name) > LONG_NAME,
        begun=say("Your plan from {day:weekday}", day=plan.on),
        aim=aim,
        further_aims=joined(*further),
        standing=_standing(plan),
        visit=next_visit(plan),
        boxed=boxed(plan, knowledge, client.talk),
        days=heads(plan),
        tasks=week_rows(plan, knowledge),
        others=other_rows(plan),
        beside=_beside(client),
        pain=pain_strip(plan, knowledge),
        bad_day=bad_day(plan, knowledge),
        help=help_for(plan, knowledge, practice),
    )


def _standing(plan: Plan) -> str:
    """Where pain stands, and by when which drop is aimed at; nothing of a pain too low for one."""
    if plan.measures is None:
        return ""
    scores = plan.measures.latest or plan.measures.baseline
    now = say("Your pain this week: {average:g} of 10.", average=scores.average)
    least = round(plan.measures.target.average * 2) / 2
    on = reviewed_on(plan)
    if on is None or least >= scores.average:
        return now
    return joined(now, say("We aim for {least:g} or less by {day:near}.", least=least, day=on))


def _beside(client: ClientPage) -> str:
    """The therapies beside massage by name; more of them is on page two."""
    if not client.beside:
        return ""
    return say("{names:commas}.", names=[one.name for one in client.beside])
