"""The plan as a table for a spreadsheet: one row for each thing to do."""

import csv
import io
from collections.abc import Iterator
from datetime import date

from planner.exports.references import References
from planner.exports.wording import PHASES, hand_out_or_refuse, name_of, printable
from planner.knowledge import Knowledge
from planner.model.plan import Measures, Plan
from planner.model.vocabulary import PhaseName
from planner.planning import schedule

HEADER = ("what", "how often", "minutes", "from", "until", "why", "source")
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Row = tuple[str, ...]


def plan_csv(plan: Plan, knowledge: Knowledge) -> str:
    """The plan as RFC 4180 text; raises NotForHandout when it may not leave the screen."""
    hand_out_or_refuse(plan, "csv")
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(HEADER)
    for row in (*_tasks(plan, knowledge), *_judging(plan, plan.measures)):
        writer.writerow([_as_text(cell) for cell in row])
    return written.getvalue()


def _as_text(cell: str) -> str:
    """A cell that a spreadsheet reads as words, never as a formula."""
    text = printable(cell)
    runs = cell.startswith(FORMULA_STARTS) or text.startswith(FORMULA_STARTS)
    return f"'{text}" if runs else text


def _tasks(plan: Plan, knowledge: Knowledge) -> Iterator[Row]:
    references = References(plan.sources)
    for line in schedule.lines(plan):
        yield (
            _what(plan, line, knowledge),
            _often(line),
            str(line.minutes),
            line.begins.isoformat(),
            _until(line.ends),
            " ".join(line.why),
            "; ".join(references.citations(line.sources)),
        )


def _what(plan: Plan, line: schedule.Line, knowledge: Knowledge) -> str:
    name = name_of(line.id, knowledge)
    if line.id != "massage" or plan.massage is None:
        return name
    techniques = ", ".join(
        f"{name_of(one.id, knowledge)} ({one.pressure})" for one in plan.massage.techniques
    )
    return f"{name}, {PHASES[PhaseName(line.part)].lower()}: {techniques}"


def _often(line: schedule.Line) -> str:
    """How often; a therapy's minutes are those of a whole week, and it says so."""
    if line.part != "complementary":
        return line.often
    return f"{line.often}; {line.minutes} minutes a week in all"


def _until(ends: date | None) -> str:
    return ends.isoformat() if ends else ""


def _judging(plan: Plan, measures: Measures | None) -> Iterator[Row]:
    """The diary and the review: what the plan is judged by."""
    if measures is None:
        return
    begins, ends = plan.on.isoformat(), measures.review_on.isoformat()
    minutes = str(schedule.DIARY_MINUTES)
    yield ("Pain diary", "every day", minutes, begins, ends, measures.diary, "")
    yield ("Review", "once", "", ends, ends, measures.stop_rule, "")
