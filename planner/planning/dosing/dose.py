"""How often, how long, for how many weeks: what is asked for, within what is affordable."""

from typing import NamedTuple

from planner.knowledge.entries import Condition, Dose
from planner.knowledge.named import ABOUT_SEVERITY
from planner.model.order import each_once
from planner.model.plan import BestUse, DoseReason, Phase
from planner.model.vocabulary import Certainty, PhaseName
from planner.planning.case import Case
from planner.planning.dosing.best_use import best_use
from planner.planning.dosing.means import Means, means_of, reaches, wished
from planner.planning.dosing.need import Need, doses, largest, minimum, neediest, shared, starting
from planner.words import say
from planner.words.plan import how_often

SEVERITY_IS_CONVENTION = say(
    "How bad the pain is chose within the range; that is convention, no trial has tested it."
)
SHARED = say("The pain sources share one programme: each week the most that one of them asks for.")
NOT_ONE = say("Not one session in 4 weeks is within the budget: the plan has no massage in it.")
THEN_REVIEW = say("Then review before going on.")
MOST_IN_REACH = say(
    "This is the most that money, time and the answers allow; it has not been tested at this dose."
)
BUDGET, OFTEN, DAYS, LENGTH = (
    say("the budget"),
    say("the number of sessions a week"),
    say("the number of wished days"),
    say("the length of a session"),
)
SAFETY = say("the limits that the answers set")


class Course(NamedTuple):
    """The phases of a programme, what decided them, and what was lost on the way."""

    phases: tuple[Phase, ...]
    after: str
    why: tuple[DoseReason, ...]
    notes: tuple[str, ...]
    below_tested: bool = False
    best_use: BestUse | None = None


def course(case: Case, conditions: tuple[Condition, ...]) -> Course:
    """The programme for these pain sources; no phases when not one session is in reach."""
    means = means_of(case)
    start = starting(case, conditions)
    needed = minimum(case, conditions, start)
    if reaches(needed, means):
        wanted = zip(PhaseName, shared(case, conditions), strict=False)
        phases = tuple(_phase(name, need, means) for name, need in wanted)
        after = neediest(case, conditions).after
        return Course(phases, after, _reasons(case, conditions), _shortened(start, means))
    return _next_best(case, conditions, means)


def _phase(name: PhaseName, need: Need, means: Means) -> Phase:
    often = min(need.often, means.most_often)
    minutes = min(need.minutes, means.minutes or need.minutes)
    return Phase(name=name, weeks=need.weeks, sessions_per_week=often, minutes=minutes)


def _shortened(start: Need, means: Means) -> tuple[str, ...]:
    """A word when the upper end of the range is out of reach but the tested dose is not."""
    often = means.most_often
    if often < start.often:
        fewer = say(
            "Money or time allows {often} instead of {start}; "
            "that is still within the tested or usual range.",
            often=how_often(often),
            start=how_often(start.often),
        )
        return (fewer,)
    return ()


def _next_best(case: Case, conditions: tuple[Condition, ...], means: Means) -> Course:
    """The best that money and time allow when the tested dose is out of reach, and its price."""
    least = (doses(case, condition).get("minimum") for condition in conditions)
    lost = tuple(dose.says for dose in least if dose)
    cause = _what_falls_short(case, conditions)
    alternative = largest(case, conditions, "alternative")
    often = means.most_often
    better = best_use(case, conditions, minimum(case, conditions, starting(case, conditions)))
    told = (better.says,) if better else ()
    if not often:
        return Course((), "", (), (cause, NOT_ONE, *told), best_use=better)
    need = alternative or starting(case, conditions)
    tried = alternative is not None and reaches(alternative, means)
    offered = _offered(case, conditions, tried)
    phase = _phase(PhaseName.START, need, means)
    return Course(
        (phase,),
        THEN_REVIEW,
        (*offered, *_reasons(case, conditions)[-1:]),
        each_once((cause, *lost, *(reason.says for reason in offered), *told)),
        below_tested=True,
        best_use=better,
    )


def _what_falls_short(case: Case, conditions: tuple[Condition, ...]) -> str:
    need, means = minimum(case, conditions, starting(case, conditions)), wished(case)
    short = []
    if need.often > means.affordable + 1e-9:
        short.append(BUDGET)
    if need.often > means.often + 1e-9:
        short.append(OFTEN)
    if need.often > means.days + 1e-9:
        short.append(DAYS)
    if means.minutes is not None and need.minutes > means.minutes:
        short.append(LENGTH)
    if _is_beyond_the_limits(case, need):
        short.append(SAFETY)
    return say(
        "The tested or usual dose ({often} for {minutes} minutes) is out of reach of {limits}.",
        often=how_often(need.often),
        minutes=need.minutes,
        limits=short,
    )


def _is_beyond_the_limits(case: Case, need: Need) -> bool:
    """Whether it is the answers, not money or time alone, that leave less."""
    limits = case.allow.limits
    longest, most = limits.minutes or need.minutes, limits.sessions_per_week or need.often
    return need.minutes > longest or need.often > most + 1e-9


def _offered(
    case: Case, conditions: tuple[Condition, ...], alternative: bool
) -> tuple[DoseReason, ...]:
    """Why the offered dose: a weaker-tested alternative, or the most that is affordable."""
    found = [
        dose
        for condition in conditions
        if alternative and (dose := doses(case, condition).get("alternative"))
    ]
    if found:
        return tuple(_reason(case, dose) for dose in found)
    return (DoseReason(says=MOST_IN_REACH, certainty=Certainty.CONVENTION, sources=()),)


def _reasons(case: Case, conditions: tuple[Condition, ...]) -> tuple[DoseReason, ...]:
    found = [
        _reason(case, dose, condition)
        for condition in conditions
        for key in (PhaseName.START, PhaseName.CONSOLIDATE)
        if (dose := doses(case, condition).get(key))
    ]
    together = DoseReason(says=SHARED, certainty=Certainty.CONVENTION, sources=())
    severity = DoseReason(
        says=SEVERITY_IS_CONVENTION, certainty=Certainty.CONVENTION, sources=(ABOUT_SEVERITY,)
    )
    return (*found, *((together,) if len(conditions) > 1 else ()), severity)


def _reason(case: Case, dose: Dose, condition: Condition | None = None) -> DoseReason:
    certainty = case.knowledge.certainty_of(dose.findings) if dose.tested else Certainty.CONVENTION
    return DoseReason(
        says=say("{condition}: {dose}", condition=condition.name, dose=dose.says)
        if condition
        else dose.says,
        certainty=certainty,
        sources=case.knowledge.citable(dose.findings),
    )
