"""The rules that are asked before anything is judged: signs, worsening, flares, days enough."""

from planner.model.vocabulary import Clearance, Decision
from planner.review import wording
from planner.review.enough_days import missing
from planner.review.proposal import Move, Proposal, because, hold, pain
from planner.review.standing import Standing


def flag(standing: Standing) -> Proposal | None:
    """A warning sign, old or new: a clinician looks first."""
    today, red_flags = standing.today, standing.knowledge.red_flags
    signs = [one for one in today.reasons if one.clearance.rank <= Clearance.HOLD.rank]
    seen = [one for one in today.new if one.id in red_flags and red_flags[one.id].routine_doctor]
    if not signs and not seen:
        return None
    told = tuple(because(standing, "flag", one.says, one.sources) for one in (*signs, *seen))
    stops = today.clearance.stops_everything
    return Proposal("flag", Decision.REFER, told, Move.NOTHING if stops else Move.PAUSE_MASSAGE)


def not_today(standing: Standing) -> Proposal | None:
    """An answer that puts the visit off."""
    if standing.today.clearance is not Clearance.REBOOK:
        return None
    off = [one for one in standing.today.reasons if one.clearance is Clearance.REBOOK]
    told = tuple(because(standing, "not-today", one.says, one.sources) for one in off)
    return Proposal("not-today", Decision.NOT_ENOUGH, told, Move.NOTHING)


def clear_worsening(standing: Standing) -> Proposal | None:
    """The diary, one rating or the client says clearly worse."""
    effect, facts = standing.effect, standing.facts
    told = []
    if effect.worsened:
        told.append(pain(standing, "clear-worsening"))
    if standing.rating_rose_far and facts.severity:
        says = wording.RATED.format(standing.rated_before, facts.severity.average)
        told.append(because(standing, "rating-worse", says))
    if facts.feels_much_worse and facts.overall:
        says = wording.OVERALL.format(facts.overall.label)
        told.append(because(standing, "client-says-worse", says))
    if not told:
        return None
    told.append(because(standing, told[0].rule, wording.CLINICIAN_FIRST))
    return Proposal(told[0].rule, Decision.REFER, tuple(told), Move.PAUSE_MASSAGE)


def long_flares(standing: Standing) -> Proposal | None:
    """Two flares of more than 48 hours: half as long; two more after that: stop."""
    if standing.facts.flares < standing.weights.long_flares or not standing.attendance.phases:
        return None
    before = standing.last.supersedes
    halved_already = before is not None and before.rule == "long-flares"
    words = wording.FLARES_AGAIN if halved_already else wording.FLARES
    told = (because(standing, "long-flares", words.format(standing.facts.flares)),)
    if halved_already:
        return Proposal("long-flares", Decision.STOP, told, Move.END_MASSAGE)
    return Proposal("long-flares", Decision.CHANGE, (*told, hold(standing)), Move.HALVE)


def open_questions(standing: Standing) -> Proposal | None:
    """What the diary leaves open must be answered first."""
    diary = standing.diary
    if diary.days or not diary.questions:
        return None
    told = tuple(
        because(standing, "open-questions", wording.question(one.ask, one.why, one.choices))
        for one in diary.questions
    )
    return Proposal("open-questions", Decision.NOT_ENOUGH, told, Move.GO_ON)


def too_few_days(standing: Standing) -> Proposal | None:
    """Without the days to compare nothing is proposed but to write them down."""
    if standing.diary.analysis is not None:
        return None
    wait = missing(standing.diary, standing.started, standing.on)
    says = (*standing.diary.cautions, wording.log_until(*wait))
    told = tuple(because(standing, "too-few-days", one) for one in says)
    return Proposal("too-few-days", Decision.NOT_ENOUGH, told, Move.GO_ON, wait.until)
