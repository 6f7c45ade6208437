"""What may be set of the massage as a whole: minutes, how often, for how many weeks."""

from planner.knowledge.entries.clinical import Condition
from planner.model.edits import LONGEST, MASSAGE, SHORTEST
from planner.model.phrase import Phrase
from planner.model.plan import Massage
from planner.planning.case import Case
from planner.planning.dosing.by_hand import MONEY_OR_TIME
from planner.planning.dosing.means import least_tested, means_of, most_tested
from planner.visit.line_bounds.values import Bounds, Range
from planner.words import say
from planner.words.plan import how_often, minutes, weeks

MOST_WEEKS = 52


def of_massage(case: Case, given: Massage) -> Bounds:
    """The numbers of a course, each within what the limits, money and time leave."""
    pains = tuple(pain.condition for pain in case.pains)
    return Bounds(
        MASSAGE,
        {
            "minutes": _minutes(case, given, pains),
            "sessions_per_week": _often(case, given, pains),
            "weeks": _weeks(case, given, pains),
        },
    )


def _minutes(case: Case, given: Massage, pains: tuple[Condition, ...]) -> Range:
    limit = case.allow.limits.minutes
    least, most = least_tested(pains, case.knowledge), most_tested(pains, case.knowledge)
    return Range(
        lowest=min(SHORTEST, limit or SHORTEST),
        highest=limit or LONGEST,
        step=case.weights.course.minutes_step,
        now=given.phases[0].minutes,
        why_no_more=_at_most(case, "minutes", minutes(limit)) if limit else None,
        tested_from=least and least.minutes,
        tested_to=most and most.minutes,
        below=least and _below(minutes(least.minutes)),
        above=most and _above(minutes(most.minutes)),
    )


def _often(case: Case, given: Massage, pains: tuple[Condition, ...]) -> Range:
    able = means_of(case).able
    every = sorted(case.weights.dose.frequencies)
    now = given.phases[0].sessions_per_week
    options = [one for one in every if one <= able + ROUNDING] or [now]
    least, most = least_tested(pains, case.knowledge), most_tested(pains, case.knowledge)
    return Range(
        lowest=options[0],
        highest=options[-1],
        step=options[0],
        now=now,
        options=tuple(options),
        why_no_more=_why_not_more_often(case, options[-1]) if options[-1] < every[-1] else None,
        tested_from=least and least.often,
        tested_to=most and most.often,
        below=least and _below(how_often(least.often)),
        above=most and _above(how_often(most.often)),
    )


ROUNDING = 1e-9


def _why_not_more_often(case: Case, most: float) -> Phrase:
    limit = case.allow.limits.sessions_per_week
    if limit is not None and limit <= means_of(case).able + ROUNDING:
        return _at_most(case, "sessions_per_week", how_often(most))
    return say("At most {most}: {by}.", most=how_often(most), by=MONEY_OR_TIME)


def _weeks(case: Case, given: Massage, pains: tuple[Condition, ...]) -> Range:
    least = least_tested(pains, case.knowledge)
    return Range(
        lowest=1,
        highest=MOST_WEEKS,
        step=1,
        now=sum(one.weeks for one in given.phases),
        tested_from=least and least.weeks,
        below=least and _below(weeks(least.weeks)),
    )


def _at_most(case: Case, number: str, most: Phrase) -> Phrase:
    names = case.allow.limits.named(number)
    return say("At most {most}: {by:semicolons}.", most=most, by=names)


def _below(tested: Phrase) -> Phrase:
    return say("Below the tested dose ({tested}).", tested=tested)


def _above(tested: Phrase) -> Phrase:
    return say("More than was tested ({tested}).", tested=tested)
