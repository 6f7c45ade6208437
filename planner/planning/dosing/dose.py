"""How often, how long, for how many weeks: what is asked for, within what is affordable."""

from typing import NamedTuple

from planner.knowledge.entries.clinical import Condition, Dose
from planner.knowledge.named import ABOUT_SEVERITY
from planner.model.edits import MASSAGE
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.plan import BestUse, DoseReason, Phase
from planner.model.vocabulary import Certainty, PhaseName, Technique
from planner.planning.burden import is_mild, is_new
from planner.planning.case import Case
from planner.planning.dosing.best_use import best_use
from planner.planning.dosing.client import of_the_client
from planner.planning.dosing.means import Means, least_tested, means_of, reaches, wished
from planner.planning.dosing.need import (
    Need,
    busiest,
    doses,
    largest,
    leading,
    lowest,
    minimum,
    neediest,
    phases_of,
    shared,
    starting,
)
from planner.words import say
from planner.words.plan import how_often

SEVERITY_IS_CONVENTION = say(
    "How bad the pain is chose within the range; that is convention, no trial has tested it."
)
SHARED = say(
    "The pain sources share one programme: each week the whole of what one of them asks for. The "
    "one that must start light leads, else the one that asks for most, and no session is shorter "
    "than one that was tested."
)
MILD = say(
    "Pain of 0 to 2 that gets in the way of little: advice and things to do at home, no course of "
    "massage (convention). A kind of massage that the client wishes for, or that you put in, "
    "brings one."
)
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
    by_hand: tuple[Phrase, ...] = ()
    set: tuple[str, ...] = ()


class Offered(NamedTuple):
    """A dose that is offered where a larger one is out of reach."""

    dose: Dose
    need: Need


def course(case: Case, conditions: tuple[Condition, ...]) -> Course:
    """The programme for these pain sources; no phases when not one session is in reach."""
    if needs_no_course(case):
        return Course((), "", (), (MILD,))
    means = means_of(case)
    if not reaches(minimum(case, conditions), means):
        return _next_best(case, conditions, means)
    wanted = zip(PhaseName, shared(case, conditions), strict=False)
    phases = tuple(_phase(name, need, means) for name, need in wanted)
    short = not_met(case, conditions, phases[0])
    notes = (*shortened(starting(case, conditions), means), *short)
    reasons = (*_reasons(case, conditions), *of_the_client(case, conditions, phases[0]))
    return Course(phases, _after(case, conditions), reasons, notes, below_tested=bool(short))


def needs_no_course(case: Case) -> bool:
    """Whether pain is mild and nobody asks for massage: neither the client nor the therapist."""
    by_hand = case.added.union(case.hand.values)
    asked = case.intake.preferences.techniques_liked or by_hand.intersection({*Technique, MASSAGE})
    return is_mild(case) and not asked


def _after(case: Case, conditions: tuple[Condition, ...]) -> str:
    """What follows the course: a new pain is looked at again, it is not tapered."""
    source = neediest(case, conditions)
    return THEN_REVIEW if is_new(case, source.id) else source.after


def not_met(case: Case, conditions: tuple[Condition, ...], start: Phase) -> tuple[str, ...]:
    """The pain sources whose own tested dose is more than the programme they share."""
    tested = ((one, least_tested([one], case.knowledge)) for one in conditions)
    return tuple(
        say(
            "{condition}: its tested dose ({often} for {minutes} minutes) is more than the "
            "programme that the pain sources share.",
            condition=one.name,
            often=how_often(dose.often),
            minutes=dose.minutes,
        )
        for one, dose in tested
        if dose and (start.sessions_per_week < dose.often or start.minutes < dose.minutes)
    )


def _phase(name: PhaseName, need: Need, means: Means) -> Phase:
    often = min(need.often, means.most_often)
    minutes = min(need.minutes, means.minutes or need.minutes)
    return Phase(name=name, weeks=need.weeks, sessions_per_week=often, minutes=minutes)


def shortened(start: Need, means: Means) -> tuple[str, ...]:
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
    often = means.most_often
    better = best_use(case, conditions, minimum(case, conditions))
    told = (better.says,) if better else ()
    if not often:
        return Course((), "", (), (cause, NOT_ONE, *told), best_use=better)
    tried = _in_reach(case, conditions, means)
    wanted = largest(case, conditions, "alternative") or starting(case, conditions)
    need = tried.need if tried else wanted
    offered = _offered(case, tried)
    phase = _phase(PhaseName.START, need, means)
    convention = (*_reasons(case, conditions)[-1:], *of_the_client(case, conditions, phase))
    return Course(
        (phase,),
        THEN_REVIEW,
        (*offered, *convention),
        each_once((cause, *lost, *(reason.says for reason in offered), *told)),
        below_tested=True,
        best_use=better,
    )


def _what_falls_short(case: Case, conditions: tuple[Condition, ...]) -> str:
    need, means = minimum(case, conditions), wished(case)
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
    return need.minutes > longest or need.often > most


def _in_reach(case: Case, conditions: tuple[Condition, ...], means: Means) -> Offered | None:
    """The most of the weaker ways, and of the least doses, that is in reach as a whole."""
    found = [
        Offered(dose, lowest(dose))
        for condition in leading(conditions)
        for name, dose in doses(case, condition).items()
        if name in ("alternative", "minimum")
    ]
    able = {one.need: one for one in found if reaches(one.need, means)}
    return able[busiest([*able])] if able else None


def _offered(case: Case, tried: Offered | None) -> tuple[DoseReason, ...]:
    """Why the offered dose: one that was tried or is usual, or the most that is affordable."""
    if tried:
        return (_reason(case, tried.dose),)
    return (DoseReason(says=MOST_IN_REACH, certainty=Certainty.CONVENTION, sources=()),)


def _reasons(case: Case, conditions: tuple[Condition, ...]) -> tuple[DoseReason, ...]:
    found = [
        _reason(case, dose, condition)
        for condition in conditions
        for name in phases_of(case, condition)
        for dose in [doses(case, condition)[name]]
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
