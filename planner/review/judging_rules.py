"""The rules that judge the course: improved, ended, without gain, not done, short, on course."""

from planner.model.vocabulary import Decision
from planner.review import wording
from planner.review.proposal import Move, Proposal, asked, because, hold, pain, without_gain
from planner.review.standing import Standing


def improved(standing: Standing) -> Proposal | None:
    """A noticeable fall, clear of chance, with the goals moved where they were rated."""
    facts = standing.facts
    held_back = facts.goals_moved is False or facts.feels_no_better
    if not standing.improved or held_back or not standing.attendance.phases:
        return None
    findings = tuple(
        one
        for condition in standing.conditions
        if (dose := standing.knowledge.doses[condition.id].get("consolidate"))
        for one in standing.knowledge.citable(dose.findings)
    )
    told = [pain(standing, "improved"), *asked(standing)]
    told.append(because(standing, "improved", wording.TAPER, findings))
    return Proposal("improved", Decision.STEP_DOWN, tuple(told), Move.TAPER)


def stops_on_worsening(standing: Standing) -> Proposal | None:
    """A pain source for which massage stops on any rise."""
    strict = [one.name for one in standing.conditions if one.stops_on_worsening]
    if not strict or not standing.effect.is_clearly_higher or not standing.attendance.phases:
        return None
    told = (pain(standing, "stops-on-worsening"),)
    return Proposal("stops-on-worsening", Decision.STOP, told, Move.END_MASSAGE)


def course_ended(standing: Standing) -> Proposal | None:
    """Pain sources whose course ends after its weeks."""
    if not standing.course_has_ended or not standing.attendance.phases:
        return None
    says = f"The course has had its {standing.weeks_in_all} weeks."
    rules = " ".join(one.stop_rule for one in standing.conditions)
    told = (pain(standing, "course-ended"), because(standing, "course-ended", f"{says} {rules}"))
    return Proposal("course-ended", Decision.STOP, told, Move.END_MASSAGE)


def block_without_gain(standing: Standing) -> Proposal | None:
    """A block has been done, and nothing speaks for a gain."""
    if not (standing.no_gain and standing.block_is_done and standing.attendance.phases):
        return None
    told = (
        *without_gain(standing, "block-without-gain"),
        because(standing, "block-without-gain", wording.SEE_A_DOCTOR),
    )
    return Proposal("block-without-gain", Decision.STOP, told, Move.END_MASSAGE)


def low_adherence(standing: Standing) -> Proposal | None:
    """Less than half was done: that is looked into before dose or technique are judged."""
    too_little = standing.attendance.too_little
    if not too_little:
        return None
    says = f"{' and '.join(too_little)} were done. {wording.ASK_WHAT_HINDERS}"
    told = (because(standing, "low-adherence", says), pain(standing, "low-adherence"))
    return Proposal("low-adherence", Decision.KEEP, told, Move.GO_ON)


def short_of_dose(standing: Standing) -> Proposal | None:
    """It helps, the dose is below the tested one, and that one is in reach."""
    tested = standing.short_of
    if tested is None or not standing.helps or not standing.attendance.phases:
        return None
    if not standing.can_reach(tested):
        return None
    told = (
        pain(standing, "short-of-dose"),
        *asked(standing),
        because(standing, "short-of-dose", wording.tested(tested), tested.findings),
    )
    return Proposal("short-of-dose", Decision.STEP_UP, told, Move.RAISE)


def no_gain_by_six(standing: Standing) -> Proposal | None:
    """No gain by session 6: one change, unless one was made already; nothing left: stop."""
    enough = standing.attendance.in_all >= standing.weights.change_from
    if not (standing.no_gain and enough and standing.attendance.phases) or standing.was_changed:
        return None
    told = without_gain(standing, "no-gain-by-six")
    if not standing.has_another_way:
        nothing = because(standing, "no-gain-by-six", wording.NOTHING_LEFT)
        return Proposal("no-gain-by-six", Decision.STOP, (*told, nothing), Move.END_MASSAGE)
    return Proposal("no-gain-by-six", Decision.CHANGE, (*told, hold(standing)), Move.OTHER)


def on_course(standing: Standing) -> Proposal:
    """Nothing asks for another plan yet."""
    told = [pain(standing, "on-course"), *asked(standing)]
    told.append(because(standing, "on-course", _why_go_on(standing)))
    return Proposal("on-course", Decision.KEEP, tuple(told), Move.GO_ON)


def _why_go_on(standing: Standing) -> str:
    """Why the plan goes on as it is."""
    effect, facts, tested = standing.effect, standing.facts, standing.short_of
    if not standing.attendance.phases:
        return wording.NO_MASSAGE
    if effect.seems_improved and facts.feels_no_better:
        return wording.FEELS_NO_BETTER
    if effect.seems_improved:
        return wording.GOALS_FIRST if facts.goals_moved is False else wording.FEW_DAYS
    if standing.helps and tested:
        return f"{wording.tested(tested)} {wording.within(standing.reach)}"
    if standing.helps:
        return wording.HELPS_SO_FAR
    if effect.fell_far:
        return wording.MAY_BE_CHANCE
    if standing.was_changed:
        return wording.CHANGE_HELD.format(standing.block)
    return wording.EARLY
