"""What may be set of a therapy: its minutes a week, how often, for how many weeks."""

from planner.model.ids import LineId
from planner.model.plan import Complementary
from planner.planning.case import Case
from planner.planning.complementary import LESS_THAN_USUAL, MORE_THAN_USUAL
from planner.visit.line_bounds.values import Bounds, Range

STEP, SHORT, MOST_MINUTES, MOST_WEEKS, MOST_OFTEN = 5, 15, 600, 52, 7


def of_therapy(case: Case, one: Complementary) -> Bounds:
    """Nothing limits a therapy but what keeps it away; what is unusual is told."""
    known, said = case.knowledge.therapies[one.id], case.values(one.id)
    usual = known.minutes_per_week or None
    lasts = said.weeks or known.weeks or None
    numbers = {
        "minutes": Range(
            lowest=min(SHORT, one.minutes_per_week or SHORT),
            highest=MOST_MINUTES,
            step=STEP,
            now=one.minutes_per_week,
            tested_from=usual,
            tested_to=usual,
            below=LESS_THAN_USUAL,
            above=MORE_THAN_USUAL,
        ),
        "sessions_per_week": Range(1, MOST_OFTEN, 1, said.sessions_per_week),
        "weeks": Range(1, MOST_WEEKS, 1, lasts),
    }
    return Bounds(LineId(one.id), numbers)
