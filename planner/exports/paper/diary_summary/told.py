"""What the page says in sentences: what stands out, medicine, signs, what it cannot say."""

from collections.abc import Iterator, Sequence

from planner.diary.analysis.comparison import obstacles
from planner.diary.analysis.summary.told import after_sessions, flares_told
from planner.diary.analysis.wording import NO_WHY
from planner.exports.paper.diary_summary.asked import Asked, Chosen
from planner.exports.paper.diary_summary.figures import Sides
from planner.exports.paper.letters.asked_and_no import asked_and_no
from planner.knowledge import Knowledge
from planner.model.diary import Milestone
from planner.model.diary.summary import DiarySummary
from planner.model.phrase import Phrase
from planner.words import formed, say, say_many
from planner.words.terms import MILESTONE
from planner.words.typed import clipped

MOST_MILESTONES, MOST_OF_A_MILESTONE = 6, 60
MOST_CAUTIONS = 2
TOLD_OF_DAYS = 2  # sentences: how many days with pain, and how far they lie apart
NO_START = say("Nothing was compared: no day is given on which a plan began.")
NOT_ASKED = say("A diary does not ask about new signs. Please ask.")


def stands_out(found: DiarySummary | None, sides: Sides | None) -> Iterator[str]:
    """How clear the change is, the flares, the days around a session, what is new."""
    if sides and sides.by_days:
        yield from sides.by_days.says[:TOLD_OF_DAYS]
    elif found and sides and sides.analysis:
        yield found.clear
    if found is None:
        return
    if found.flares is not None:
        yield flares_told(found.flares)
    if found.around_sessions:
        yield after_sessions(found.around_sessions)
    yield from found.news


def medicine(asked: Asked, of: Chosen, sides: Sides | None) -> Phrase | str:
    """On how many of the days written medicine was taken; empty where the diary has no word."""
    taken = asked.reading.medicine
    if taken is None:
        return ""
    inside = {day for day in taken if of.first <= day <= of.last}
    written = {one.date for one in of.days} | inside
    if sides is None:
        return say("On {taken} of {days} days written.", taken=len(inside), days=len(written))
    then, lately = (
        {day for day in written if side.first <= day <= side.last}
        for side in (sides.then, sides.lately)
    )
    return say(
        "On {taken_then} of {then} days written from {first:short} to {eve:short}, "
        "on {taken} of {lately} from {since:short} to {last:short}.",
        taken_then=len(then & inside), then=len(then),
        first=sides.then.first, eve=sides.then.last,
        taken=len(lately & inside), lately=len(lately),
        since=sides.lately.first, last=sides.lately.last,
    )  # fmt: skip


def signs(asked: Asked, knowledge: Knowledge) -> Phrase:
    """Which signs of danger were asked about at the visit, and answered no."""
    denied = asked_and_no(asked.intake, knowledge) if asked.intake else ()
    if not denied or asked.intake is None:
        return NOT_ASKED
    return say("Asked on {day}, all no: {signs:semicolons}.", day=asked.intake.on, signs=denied)


def milestones_of(asked: Asked, of: Chosen) -> tuple[Milestone, ...]:
    """Those of the chosen days, in order of date."""
    inside = (one for one in asked.milestones if of.first <= one.day <= of.last)
    return tuple(sorted(inside, key=lambda one: one.day))


def happened(milestones: Sequence[Milestone], *, in_short: bool = False) -> Iterator[Phrase]:
    """What happened on which day, by its number on the axis; in short without the words typed."""
    for number, one in enumerate(milestones[:MOST_MILESTONES], 1):
        note = "" if in_short else clipped(one.note, MOST_OF_A_MILESTONE)
        what = formed(MILESTONE[one.kind], "lower")
        if note:
            what = say("{what}: {note}", what=what, note=note)
        yield say("{number}: {day:short-year}, {what}", number=number, day=one.day, what=what)
    if milestones[MOST_MILESTONES:]:
        yield say("{number} more", number=len(milestones) - MOST_MILESTONES)


def cannot_say(asked: Asked, of: Chosen, sides: Sides | None) -> Iterator[str]:
    """That no cause is shown; what stands against the comparison, or why there is none."""
    compared = sides and (sides.by_days or sides.analysis)
    if compared:
        yield NO_WHY
        yield from compared.cautions[:MOST_CAUTIONS]
    elif asked.started is None:
        yield NO_START
    else:
        yield from obstacles(of.days, asked.started, asked.window)
    if unread := len(asked.reading.skipped):
        yield say_many(
            "{number} row of the file was not used.",
            "{number} rows of the file were not used.",
            unread,
        )
