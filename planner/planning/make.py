"""One combined plan from its parts, with everything it cites."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from planner.knowledge import Knowledge
from planner.knowledge.entries.clinical import Condition
from planner.knowledge.own import knowing
from planner.model.ids import RegionId, SourceId
from planner.model.intake import UNNAMED, Conversation, Intake
from planner.model.order import each_once
from planner.model.plan import (
    BestUse,
    CitedSource,
    Complementary,
    Limits,
    Massage,
    NotChosen,
    Plan,
    Reserve,
    SelfCareTask,
    TechniqueChoice,
)
from planner.model.vocabulary import Clearance, Verification
from planner.planning import complementary, self_care
from planner.planning.advice import talk
from planner.planning.burden import has_changed
from planner.planning.case import Case
from planner.planning.course import judging, occasions, schedule
from planner.planning.course.beyond import beyond
from planner.planning.course.measures import measures
from planner.planning.course.succession import numbered
from planner.planning.dosing.by_hand import course_by_hand
from planner.planning.dosing.client import first_minutes
from planner.planning.dosing.means import reach
from planner.planning.dosing.need import neediest
from planner.planning.hands import massage, passed_over, withheld
from planner.planning.hands.likely import likely
from planner.planning.hands.no_massage import HELD, UNREACHED, why_none
from planner.planning.hands.options import Options, worked_for
from planner.planning.hands.options import options as options_of
from planner.planning.hands.shares import shares
from planner.planning.hands.unmet import unmet
from planner.planning.whose import client_id_of
from planner.safety.by_hand import hand_of
from planner.safety.screening import Screening
from planner.words import joined, say

NOT_COUNTED = say("The cost of therapies beside massage is not counted; ask the provider.")


def make_plan(intake: Intake, screening: Screening, knowledge: Knowledge) -> Plan:
    """The plan, or under a stop only the reasons why there is none."""
    knowledge = knowing(knowledge, hand_of(intake.edits).own)
    plan = _without_content(intake, screening, knowledge)
    if not screening.stops_everything:
        plan = _with_content(Case(intake, screening, knowledge), plan)
    return _with_sources(plan, screening, knowledge)


def screened_only(talk: Conversation, screening: Screening, knowledge: Knowledge) -> Plan:
    """What the screening alone says of an unfinished conversation: reasons, and no line yet.

    It needs a pain source: the questions that apply depend on it.
    """
    return _with_sources(_without_content(talk, screening, knowledge), screening, knowledge)


def _called(label: str) -> str:
    """The client's label; a word of the catalogue where there is none."""
    return label if label not in ("", UNNAMED) else say("Client")


def _without_content(talk: Conversation, screening: Screening, knowledge: Knowledge) -> Plan:
    return Plan(
        on=talk.on,
        knowledge=knowledge.review.version,
        client=_called(talk.client.label),
        client_id=client_id_of(talk),
        locale=talk.locale,
        conditions=tuple(source.condition for source in talk.pain),
        clearance=screening.clearance,
        draft=bool(screening.unanswered) and not screening.stops_everything,
        reasons=screening.reasons,
        unanswered=screening.unanswered,
    )


def _with_content(case: Case, plan: Plan) -> Plan:
    options = options_of(case)
    held = case.screening.clearance is Clearance.HOLD
    given, dose_notes, better = (None, (HELD,), None) if held else _massage(case, options)
    bound = case.allow.limits.applied(_touched(case, given))
    wishes = case.intake.preferences
    calendar = _calendar(case, given, bound)
    dated = _dated(case, given, options, calendar)
    beside = complementary.choose_therapies(case)
    home = self_care.choose_tasks(case)
    given = _carrying_on(case, options, given, home.chosen)
    alone = () if held else withheld.notes(case)
    notes = (*dose_notes, *alone, *home.notes, *((NOT_COUNTED,) if beside.chosen else ()))
    chosen = given.techniques if given else ()
    left_out = _not_chosen(case, options, chosen, beside, home)
    therapies = tuple(one.id for one in beside.chosen)
    found = plan.replaced(
        massage=given,
        no_massage=None if given else why_none(case, options, dose_notes),
        complementary=beside.chosen,
        self_care=home.chosen,
        limits=bound,
        load=schedule.load(
            schedule.Asked(given, dated.visits, beside.chosen, home.chosen),
            wishes,
            notes,
            reach=reach(case),
        ).replaced(best_use=better),
        visits=occasions.timed(dated.visits, wishes),
        week=schedule.week(case.intake.on, dated.visits, home.chosen),
        measures=measures(case, dated),
        talk=talk(case, given),
        not_chosen=left_out,
        unmet=unmet(case, given, therapies, left_out),
        reserve=_reserve(case, options, given, home),
    )
    said = beyond(found, wishes, calendar)
    return numbered(found.replaced(load=found.load.replaced(beyond=said)))


def _reserve(
    case: Case, options: Options, given: Massage | None, home: self_care.TaskChoice
) -> Reserve:
    """What a review may turn to."""
    return Reserve(
        techniques=massage.in_reserve(case, options, given.techniques) if given else (),
        exercises=home.exercises_in_reserve,
    )


def _calendar(case: Case, given: Massage | None, bound: Limits) -> occasions.Calendar:
    """The days that may be visits, and how short the first session is."""
    shorter = first_minutes(case, given.phases[0].minutes) if given else None
    return occasions.calendar_of(case.intake.preferences, case.intake.on, bound, shorter)


def _touched(case: Case, given: Massage | None) -> tuple[RegionId, ...]:
    """Where it hurts, and where hands are laid."""
    worked = (region for one in (given.techniques if given else ()) for region in one.regions)
    return each_once((*case.regions, *worked))


def _dated(
    case: Case, given: Massage | None, options: Options, calendar: occasions.Calendar
) -> judging.Judged:
    """The visits from the first session on, with the review and the judging days."""
    on = case.intake.on
    visits = occasions.massage_visits(given.phases, calendar) if given else ()
    regions = {one.id: worked_for(one, options) for one in _treated(case, options)}
    began = calendar.first if given else on
    sleep = case.intake.severity.sleep
    course = judging.Course(visits, on, began, regions, calendar.wished, sleep=sleep)
    return judging.judged(course, case.knowledge, _look_from(case, began))


def _look_from(case: Case, began: date) -> date | None:
    """The day to look at the plan from where a pain has changed of late; else as it is judged."""
    soon = timedelta(weeks=case.weights.course.changed_review_weeks)
    return began + soon if has_changed(case) else None


def _treated(case: Case, options: Options) -> tuple[Condition, ...]:
    """The pain sources that massage is left for."""
    treated = {one.pain.condition.id for one in options.allowed}
    return each_once(p.condition for p in case.pains if p.condition.id in treated)


def _carrying_on(
    case: Case, options: Options, given: Massage | None, home: tuple[SelfCareTask, ...]
) -> Massage | None:
    """The massage with what goes on at home after it."""
    if given is None or given.below_tested:
        return given
    source = neediest(case, _treated(case, options))
    said = self_care.carries_on(source, home, case.knowledge)
    return given.replaced(after=joined(given.after, said))


def _massage(
    case: Case, options: Options
) -> tuple[Massage | None, tuple[str, ...], BestUse | None]:
    """The massage part and what must be said of its dose; None when nothing is left or in reach."""
    techniques = massage.choose_techniques(case, options)
    if not techniques:
        return None, (UNREACHED, *withheld.places_to_mark(case)), None
    course = course_by_hand(case, _treated(case, options))
    if not course.phases:
        return None, course.notes, course.best_use
    found = Massage(
        techniques=techniques,
        phases=occasions.counted(course.phases),
        after=course.after,
        dose_why=course.why,
        dose_notes=course.notes,
        below_tested=course.below_tested,
        set=course.set,
        by_hand=course.by_hand,
        avoid_regions=case.allow.closed_regions,
        likely=likely(_treated(case, options), case.knowledge),
    )
    found = found.replaced(shares=shares(case, options, found))
    return found, course.notes, course.best_use


def _not_chosen(
    case: Case,
    options: Options,
    chosen: tuple[TechniqueChoice, ...],
    beside: complementary.TherapyChoice,
    home: self_care.TaskChoice,
) -> tuple[NotChosen, ...]:
    held = case.screening.clearance is Clearance.HOLD
    techniques = () if held else passed_over.not_chosen(case, options, chosen)
    return (*techniques, *beside.not_chosen, *home.not_chosen)


def _with_sources(plan: Plan, screening: Screening, knowledge: Knowledge) -> Plan:
    return plan.replaced(sources=tuple(_sources(plan, screening, knowledge)))


def _sources(plan: Plan, screening: Screening, knowledge: Knowledge) -> Iterator[CitedSource]:
    """Everything the plan cites, each once, in order of first use."""
    weakest = _weakest_use(screening)
    for one in each_once(everything_cited(plan)):
        citation, verification = knowledge.citation(one)
        if one in weakest:
            verification = Verification.weakest((verification, weakest[one]))
        yield CitedSource(id=one, citation=citation, verification=verification)


def _weakest_use(screening: Screening) -> dict[SourceId, Verification]:
    """How far each document was checked for the entries in force that cite it."""
    found: dict[SourceId, Verification] = {}
    for one in screening.active:
        for source in one.row.sources:
            before = found.get(source, Verification.READ)
            found[source] = Verification.weakest((before, one.row.verification))
    return found


def everything_cited(plan: Plan) -> Iterator[SourceId]:
    """The ids of everything a plan cites, in order of use."""
    for reason in plan.reasons:
        yield from reason.sources
    lines: list[Iterable[TechniqueChoice | Complementary | SelfCareTask]]
    lines = [plan.complementary, plan.self_care]
    if plan.massage:
        lines.insert(0, plan.massage.techniques)
        for why in plan.massage.dose_why:
            yield from why.sources
        for told in plan.massage.likely:
            yield from told.sources
    for line in lines:
        for one in line:
            for reason_why in one.why:
                yield from reason_why.sources
    for left_out in plan.not_chosen:
        yield from left_out.sources
