"""The plan as a table for a spreadsheet: one row for each thing to do."""

import csv
import io
from collections.abc import Iterator
from datetime import date

from planner.exports.agreed import answers, in_full
from planner.exports.binding import what_binds
from planner.exports.handout import hand_out_or_refuse
from planner.exports.references import References
from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.knowledge.own import knowing_own
from planner.model.intake import QuestionnaireScore
from planner.model.plan import Measures, Plan
from planner.model.vocabulary import PhaseName
from planner.planning.course import schedule
from planner.planning.course.occasions import visits_of
from planner.visit.measured import in_words, standings
from planner.words import SOURCE, Language, in_language, joined, say, say_many
from planner.words.terms import OCCUPATION, PHASE, PRESSURE
from planner.words.typed import as_cell

HEADER = (
    "what", "how often", "minutes", "from", "until", "why", "source", "visits", "dates", "cost",
)  # fmt: skip

Row = tuple[str, ...]


def plan_csv(
    plan: Plan,
    knowledge: Knowledge,
    language: Language = SOURCE,
    measured: tuple[QuestionnaireScore, ...] = (),
) -> str:
    """The plan as RFC 4180 text; raises NotForHandout when it may not leave the screen.

    `measured`: the scores of forms that the visit holds.
    """
    hand_out_or_refuse(plan, "csv")
    knowledge, written = knowing_own(knowledge, plan), io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(HEADER)
    for row in (
        *_agreed(plan, knowledge),
        *_binding(plan, knowledge),
        *_beyond(plan),
        *_tasks(plan, knowledge),
        *_judging(plan, plan.measures),
        *_forms(measured, knowledge),
    ):
        whole = (*row, *("" for _ in HEADER[len(row) :]))
        writer.writerow([as_cell(cell) for cell in in_language(whole, language)])
    return written.getvalue()


def _agreed(plan: Plan, knowledge: Knowledge) -> Iterator[Row]:
    """What a clinician agreed to, before anything else."""
    for (_, one), told in zip(answers(plan), in_full(plan, knowledge), strict=True):
        until = one.until.isoformat() if one.until else ""
        minutes = str(one.bounds.minutes or "")
        yield (say("Clinician's clearance"), "", minutes, one.on.isoformat(), until, told, "")


def _binding(plan: Plan, knowledge: Knowledge) -> Iterator[Row]:
    """What binds the plan, and by which answers."""
    for told in what_binds(plan, knowledge):
        yield (say("What binds"), "", str(plan.limits.minutes or ""), "", "", told, "")


def _beyond(plan: Plan) -> Iterator[Row]:
    """What is not as the client wished."""
    for told in plan.load.beyond:
        yield (say("Not as wished"), "", "", "", "", told, "")


def _tasks(plan: Plan, knowledge: Knowledge) -> Iterator[Row]:
    references = References(plan.sources)
    for line in schedule.lines(plan):
        yield (
            _what(plan, line, knowledge),
            _often(line),
            str(line.minutes or ""),
            line.begins.isoformat(),
            _until(line.ends),
            joined(*line.why),
            joined(*references.citations(line.sources), by="; "),
            *_dated(line.on, plan.load.price),
        )


def _dated(days: tuple[date, ...], price: float | None) -> Row:
    """How many visits, on which days, and what they cost together."""
    if not days:
        return ("", "", "")
    cost = "" if price is None else f"{len(days) * price:.2f}"
    return (str(len(days)), joined(*(day.isoformat() for day in days)), cost)


def _what(plan: Plan, line: schedule.ScheduledLine, knowledge: Knowledge) -> str:
    name = name_of(line.id, knowledge)
    if line.id != schedule.MASSAGE or plan.massage is None:
        return name
    techniques = [
        say("{name} ({pressure})", name=name_of(one.id, knowledge), pressure=PRESSURE[one.pressure])
        for one in plan.massage.techniques
    ]
    phase = PHASE[PhaseName(line.part)]
    return say(
        "{name}, {phase:lower}: {techniques:commas}", name=name, phase=phase, techniques=techniques
    )


def _often(line: schedule.ScheduledLine) -> str:
    """How often; a therapy's minutes are those of a whole week, and it says so."""
    if line.part != "complementary":
        return line.often
    return say_many(
        "{often}; {number} minute a week in all",
        "{often}; {number} minutes a week in all",
        line.minutes,
        often=line.often,
    )


def _until(ends: date | None) -> str:
    return ends.isoformat() if ends else ""


def _forms(measured: tuple[QuestionnaireScore, ...], knowledge: Knowledge) -> Iterator[Row]:
    """The scores of forms filled in elsewhere, the first beside the latest."""
    for one in standings(measured, knowledge):
        begins = (one.first or one.latest).on.isoformat()
        yield (one.form.name, "", "", begins, one.latest.on.isoformat(), in_words(one), "")


def _judging(plan: Plan, measures: Measures | None) -> Iterator[Row]:
    """The diary and the review: what the plan is judged by."""
    if measures is None:
        return
    begins, ends = plan.on.isoformat(), measures.review_on.isoformat()
    minutes = str(schedule.DIARY_MINUTES)
    name = OCCUPATION[schedule.DIARY]
    yield (name, say("every day"), minutes, begins, ends, measures.diary, "")
    on = next(one.on.isoformat() for one in visits_of(plan) if one.review)
    yield (say("Review"), say("once"), "", on, on, measures.stop_rule, "", "", on, "")
