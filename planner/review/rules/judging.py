"""The rules that judge the course: improved, ended, without gain, not done, short, on course."""

from planner.model.phrase import Phrase
from planner.model.vocabulary import Decision
from planner.review import verdicts
from planner.review.rules import wording
from planner.review.rules.proposal import Move, Proposal, Reasons, asked, hold, rule
from planner.review.standing import Standing
from planner.words import joined


@rule("improved")
def improved(standing: Standing, it: Reasons) -> Proposal | None:
    """A noticeable fall, clear of chance, with the goals moved where they were rated."""
    before = standing.attendance.running
    if before is None or not _speaks_for_less(standing):
        return None
    findings = tuple(
        one
        for condition in standing.conditions
        if (dose := standing.knowledge.doses[condition.id].get("consolidate"))
        for one in standing.knowledge.citable(dose.findings)
    )
    now = next(iter(verdicts.after_a_taper(standing)), None)
    told = (it.pain(), *asked(standing), it.says(wording.step_down(before, now), findings))
    return it.propose(Decision.STEP_DOWN, Move.TAPER, *told)


def _speaks_for_less(standing: Standing) -> bool:
    """Whether it helped on the visits that were had, and the client says nothing else."""
    facts = standing.facts
    held_back = facts.goals_moved is False or facts.feels_no_better
    return standing.improved and not held_back and not verdicts.seldom_came(standing)


@rule("stops-on-worsening")
def stops_on_worsening(standing: Standing, it: Reasons) -> Proposal | None:
    """Pain sources for which massage stops on any rise, where there is no other."""
    if not standing.attendance.phases or not verdicts.all_of(verdicts.worse, standing):
        return None
    return it.propose(Decision.STOP, Move.END_MASSAGE, it.pain())


@rule("course-ended")
def course_ended(standing: Standing, it: Reasons) -> Proposal | None:
    """Pain sources whose course has had its weeks or sessions."""
    if not standing.attendance.phases or not verdicts.all_of(verdicts.at_their_end, standing):
        return None
    told = it.says(wording.course_ended(standing.weeks_in_all, standing.attendance.in_all))
    return it.propose(Decision.STOP, Move.END_MASSAGE, it.pain(), told)


@rule("block-without-gain")
def block_without_gain(standing: Standing, it: Reasons) -> Proposal | None:
    """Every pain source was due or is at its end, and nothing speaks for a gain."""
    if not standing.attendance.phases or not verdicts.all_of(verdicts.over, standing):
        return None
    told = (*it.without_gain(), it.says(wording.SEE_A_DOCTOR))
    return it.propose(Decision.STOP, Move.END_MASSAGE, *told)


@rule("low-adherence")
def low_adherence(standing: Standing, it: Reasons) -> Proposal | None:
    """Less than half was done: that is looked into before dose or technique are judged."""
    attendance, least = standing.attendance, standing.weights.least_done
    sessions, home_days = (
        one if one is not None and one.share < least else None
        for one in (attendance.sessions, attendance.self_care)
    )
    if sessions is None and home_days is None:
        return None
    told = it.says(wording.too_little_done(sessions, home_days))
    return it.propose(Decision.KEEP, Move.GO_ON, told, it.pain())


@rule("short-of-dose")
def short_of_dose(standing: Standing, it: Reasons) -> Proposal | None:
    """It helps, the dose is below the tested one, and that one is in reach."""
    tested = verdicts.short_of(standing)
    if tested is None or not verdicts.helps(standing) or not standing.attendance.phases:
        return None
    if not verdicts.can_reach(tested, standing):
        return None
    told = (it.pain(), *asked(standing), it.says(wording.tested(tested), tested.findings))
    return it.propose(Decision.STEP_UP, Move.RAISE, *told)


@rule("no-gain-by-six")
def no_gain_by_six(standing: Standing, it: Reasons) -> Proposal | None:
    """No gain on the judging day, or by session 6 and week 3: one change, held and judged."""
    if not standing.attendance.phases or verdicts.all_gained(standing):
        return None
    due = bool(verdicts.without_gain(standing))
    if not (due or verdicts.had_enough(standing)) or not verdicts.may_be_changed(standing):
        return None
    return it.propose(Decision.CHANGE, Move.OTHER, *it.without_gain(), hold(standing))


@rule("on-course")
def on_course(standing: Standing, it: Reasons) -> Proposal:
    """Nothing asks for another plan yet."""
    told = (it.pain(), *asked(standing), it.says(_why_go_on(standing)))
    return it.propose(Decision.KEEP, Move.GO_ON, *told)


def _why_go_on(standing: Standing) -> Phrase:
    """Why the plan goes on as it is."""
    if not standing.attendance.phases:
        return wording.NO_MASSAGE
    if standing.effect.seems_improved:
        return _why_not_less(standing)
    if verdicts.helps(standing):
        tested = verdicts.short_of(standing)
        if tested:
            return joined(wording.tested(tested), wording.within(standing.reach))
        return wording.HELPS_SO_FAR
    if standing.effect.fell_far:
        return wording.MAY_BE_CHANCE
    days = sorted({one.on for one in standing.judging if one.on > standing.on})
    if standing.was_changed:
        return wording.change_held(days)
    return wording.judged_later(days)


def _why_not_less(standing: Standing) -> Phrase:
    """Why a large fall does not lead to less yet."""
    if standing.facts.feels_no_better:
        return wording.FEELS_NO_BETTER
    return wording.GOALS_FIRST if standing.facts.goals_moved is False else wording.FEW_DAYS
