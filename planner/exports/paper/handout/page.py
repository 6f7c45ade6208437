"""Page one as a value: whatever a client needs at the fridge, and what may go on to page two."""

from dataclasses import dataclass, replace

from planner.exports.paper.client_page import ClientPage
from planner.exports.paper.handout.boxed import Boxed, boxed, leads
from planner.exports.paper.handout.help import Help, help_for
from planner.exports.paper.handout.next_visit import (
    NextVisit,
    in_one_line,
    next_visit,
    reviewed_on,
    said_of,
)
from planner.exports.paper.handout.pain import (
    PainSentence,
    PainStrip,
    bad_day,
    pain_sentence,
    pain_strip,
)
from planner.exports.paper.handout.week import DayHead, WeekRow, heads, other_rows, week_rows
from planner.exports.paper.scores import scores_of_a_visit
from planner.knowledge import Knowledge
from planner.model.phrase import Phrase
from planner.model.plan import Baseline, Latest, Plan
from planner.model.practice import Practice
from planner.words import joined, say
from planner.words.typed import printable

AIMS, NEXT_VISIT = say("What you want"), say("Next visit")
BAD_DAY = say("On a bad day")
LONG_NAME = 34  # letters; beyond, the name is set smaller


@dataclass(frozen=True)
class Part:
    """A part under its name; each line stands by itself."""

    name: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class PageOne:
    """Page one; the template takes away what it has no room for, and says it on page two.

    `overleaf` is what large print leaves to page two at once.
    """

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
    beside: tuple[str, ...]
    pain: PainStrip | PainSentence | None
    bad_day: str
    help: Help
    overleaf: tuple[Part, ...] = ()


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
        beside=tuple(one.name for one in client.beside),
        pain=pain_strip(plan, knowledge),
        bad_day=bad_day(plan, knowledge),
        help=help_for(plan, knowledge, practice),
    )


def in_large_print(page: PageOne, plan: Plan, knowledge: Knowledge) -> PageOne:
    """The same safety in fewer words; steps and the bad day go to page two at once."""
    visit, help_now = page.visit, page.help
    told = (
        Part(AIMS, tuple(filter(None, (page.further_aims, page.standing)))),
        Part(BAD_DAY, tuple(filter(None, (page.bad_day,)))),
        Part(NEXT_VISIT, said_of(visit) if visit else ()),
    )
    return replace(
        page,
        begun=say("Plan of {day}", day=plan.on),
        further_aims="",
        standing="",
        visit=in_one_line(visit) if visit else None,
        boxed=leads(page.boxed),
        tasks=tuple(replace(one, step="") for one in page.tasks),
        beside=(),
        pain=pain_sentence(plan, knowledge),
        bad_day="",
        help=replace(help_now, others=help_now.others[:-1]),
        overleaf=tuple(one for one in told if one.lines),
    )


def _now(scores: Baseline | Latest) -> Phrase:
    """The score of the week, or where nobody was asked that of the diary's last days."""
    if isinstance(scores, Latest) and scores.in_diary:
        return scores_of_a_visit(scores)
    return say("Your pain this week: {average:g} of 10.", average=scores.average)


def _standing(plan: Plan) -> str:
    """Where pain stands, and by when which drop is aimed at; nothing of a pain too low for one."""
    if plan.measures is None:
        return ""
    scores = plan.measures.latest or plan.measures.baseline
    now = _now(scores)
    least = round(plan.measures.target.average * 2) / 2
    on = reviewed_on(plan)
    if on is None or least >= scores.average:
        return now
    return joined(now, say("We aim for {least:g} or less by {day:near}.", least=least, day=on))
