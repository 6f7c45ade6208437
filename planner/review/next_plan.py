"""The next plan: the last one, narrowed by today's screen, then altered by the decision.

The order is the rule: what a screening takes away is gone before a decision looks for something to
do instead, and a decision takes only from the plan and from its reserve.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from planner.knowledge import Knowledge
from planner.knowledge.named import FLAG
from planner.model.ids import SourceId
from planner.model.intake import Preferences
from planner.model.order import each_once
from planner.model.plan import (
    Baseline,
    CitedSource,
    Latest,
    Load,
    Measures,
    Plan,
    Reason,
    SelfCareTask,
    Superseded,
)
from planner.model.vocabulary import Clearance, Decision
from planner.planning import complementary
from planner.planning.course import schedule
from planner.planning.course.beyond import beyond
from planner.planning.course.judging import Judged
from planner.planning.course.measures import stop_rule
from planner.planning.course.occasions import timed
from planner.planning.course.succession import following
from planner.planning.growth import going_on
from planner.planning.make import NOT_COUNTED, everything_cited
from planner.review.ahead import calendar, dated, with_counts
from planner.review.grades import graded
from planner.review.moves import MOVES, without_what_is_over
from planner.review.rescreen import within_limits
from planner.review.rules.proposal import Move, Proposal
from planner.review.standing import Standing
from planner.review.taken_up import taken_up
from planner.review.today import Today
from planner.words import joined, say

WORSE_PLAIN = say("Your pain has gone up. Please see a doctor before the next massage.")
AS_BEFORE = (Decision.KEEP, Decision.NOT_ENOUGH)


def next_plan(standing: Standing, proposal: Proposal) -> Plan:
    """The plan the proposal leads to, complete and dated."""
    moved = MOVES[proposal.move](standing, standing.allowed)
    going_on = taken_up(standing, proposal, without_what_is_over(standing, moved))
    return _completed(standing, proposal, _within_limits(standing, going_on))


def _within_limits(standing: Standing, plan: Plan) -> Plan:
    """A decision may raise a dose, never beyond what binds today."""
    if plan.massage is None:
        return plan
    phases = within_limits(plan.massage.phases, standing.today.allow.limits)
    return plan.replaced(massage=plan.massage.replaced(phases=phases))


def as_planned(standing: Standing) -> Plan:
    """The last plan with what is left of its course, or with its last phase as it was."""
    last, left = standing.last, standing.attendance.left
    last = last.replaced(
        self_care=going_on(last.self_care, standing.knowledge),
        complementary=complementary.going_on(last.complementary, standing.on, standing.knowledge),
    )
    if last.massage is None:
        return last
    return last.replaced(massage=last.massage.replaced(phases=left or last.massage.phases[-1:]))


def _completed(standing: Standing, proposal: Proposal, plan: Plan) -> Plan:
    """The plan with its day, its reasons, its week, its load, its measures and its sources."""
    today, knowledge = standing.today, standing.knowledge
    waits = _waits_for_a_clinician(standing, proposal)
    clearance = Clearance.worst([today.clearance, *(one.clearance for one in waits)])
    plan = plan.replaced(
        on=standing.on,
        knowledge=knowledge.review.version,
        clearance=clearance,
        draft=False,
        reasons=(*waits, *today.reasons),
        unanswered=today.unanswered,
        supersedes=_superseded(standing, proposal),
    )
    if not plan.stops_everything:
        plan = _dated(standing, proposal, plan.replaced(draft=bool(today.unanswered)))
    plan = following(plan.replaced(client_id=today.client_id), standing.last)
    return plan.replaced(
        sources=tuple(cited_sources(everything_cited(plan), standing.last, knowledge))
    )


def _dated(standing: Standing, proposal: Proposal, plan: Plan) -> Plan:
    """The plan with its visits from today on, and what is read from them."""
    found = dated(standing, proposal, plan)
    beside = complementary.going_on(plan.complementary, standing.on, standing.knowledge)
    plan = plan.replaced(self_care=_at_home(standing, plan), complementary=beside)
    plan = plan.replaced(
        massage=with_counts(plan.massage, standing.knowledge),
        visits=timed(found.visits, standing.today.wishes),
        week=schedule.week(standing.on, found.visits, plan.self_care),
        load=_load(standing, proposal, plan, found),
        measures=_measures(standing, found),
        talk=each_once((*plan.talk, *standing.today.check_ups)),
    )
    said = beyond(plan, _named(standing.today), calendar(standing))
    return plan.replaced(load=plan.load.replaced(beyond=said))


def _named(today: Today) -> Preferences:
    """What the client wishes; the times that only the last plan tells were not named today."""
    return today.wishes if today.is_whole else today.wishes.replaced(times={})


def _at_home(standing: Standing, plan: Plan) -> tuple[SelfCareTask, ...]:
    """What was done before goes on from where it is, a grade up or down; what is new starts."""
    before = {one.id for one in standing.last.self_care}
    further = graded(standing, going_on(plan.self_care, standing.knowledge))
    return tuple(
        going if one.id in before else one
        for one, going in zip(plan.self_care, further, strict=True)
    )


def _waits_for_a_clinician(standing: Standing, proposal: Proposal) -> tuple[Reason, ...]:
    """What holds the massage when no answer does: a clear worsening."""
    if proposal.decision is not Decision.REFER or proposal.rule == FLAG:
        return ()
    return (
        Reason(
            id=proposal.rule,
            says=joined(*(one.says for one in proposal.because)),
            plain=WORSE_PLAIN,
            clearance=Clearance.HOLD,
            sources=standing.knowledge.review_rules[proposal.rule].sources,
        ),
    )


def _superseded(standing: Standing, proposal: Proposal) -> Superseded:
    """What is taken over: of the decisions, the last one that altered the plan."""
    before, ran = standing.last.supersedes, standing.attendance.running
    same = proposal.decision in AS_BEFORE and before is not None
    return Superseded(
        began=standing.started,
        on=standing.last.on,
        decision=before.decision if before and same else proposal.decision,
        rule=before.rule if before and same else proposal.rule,
        sessions=standing.attendance.in_all,
        often=ran.sessions_per_week if ran else None,
        flares_from=_flares_from(standing, proposal),
        proposed=proposal.decision,
    )


def _flares_from(standing: Standing, proposal: Proposal) -> date | None:
    """From today on where they made the sessions shorter, else as it was before."""
    if proposal.move is Move.HALVE:
        return standing.on
    before = standing.last.supersedes
    return before.flares_from if before else None


def _load(standing: Standing, proposal: Proposal, plan: Plan, found: Judged) -> Load:
    """Minutes and money of the next plan; what was said of a dose that is gone is left out."""
    notes, better = standing.last.load.notes, standing.last.load.best_use
    if plan.massage is None or proposal.move is Move.RAISE:
        notes, better = (NOT_COUNTED,) if plan.complementary else (), None
    return schedule.load(
        schedule.Asked(plan.massage, found.visits, plan.complementary, plan.self_care),
        standing.today.wishes,
        notes,
        reach=standing.reach,
    ).replaced(best_use=better)


def _measures(standing: Standing, found: Judged) -> Measures | None:
    """Baseline and target as before; the days and the stop rule are those of this course."""
    measures = standing.last.measures
    if measures is None:
        return None
    return measures.replaced(
        baseline=_baseline(measures.baseline, standing),
        latest=_latest(standing) or measures.latest,
        review_on=found.review_on,
        judging=found.judging,
        stop_rule=stop_rule(found.judging, measures, standing.knowledge),
    )


def _baseline(first: Baseline, standing: Standing) -> Baseline:
    """The first scores, with their day where an older plan did not tell it."""
    return first if first.on else first.replaced(on=standing.started)


def _latest(standing: Standing) -> Latest | None:
    """What was asked today; else what the diary's last days have on average."""
    asked, lately = standing.facts.severity, standing.lately
    if asked:
        return Latest(on=standing.on, average=asked.average, now=asked.now)
    if standing.diary.analysis is None or lately is None:
        return None
    average = round(lately.average, 1)
    return Latest(on=standing.on, average=average, in_diary=True, days=lately.days)


def cited_sources(
    ids: Iterable[SourceId], like: Plan, knowledge: Knowledge
) -> Iterator[CitedSource]:
    """Each source once: as a plan has it, else as it is known."""
    had = {one.id: one for one in like.sources}
    for one in each_once(ids):
        citation, verification = knowledge.citation(one)
        known = CitedSource(id=one, citation=citation, verification=verification)
        yield had.get(one, known)
