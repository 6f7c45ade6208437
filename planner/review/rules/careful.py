"""The rules that are asked before anything is judged: signs, worsening, flares, days enough."""

from planner.knowledge.named import CLIENT_SAYS_WORSE, RATING_WORSE
from planner.model.review import Because
from planner.model.vocabulary import Clearance, Decision
from planner.review import verdicts
from planner.review.enough_days import missing
from planner.review.rules import wording
from planner.review.rules.proposal import Move, Proposal, Reasons, because, hold, rule
from planner.review.standing import Standing


@rule("flag")
def flag(standing: Standing, it: Reasons) -> Proposal | None:
    """A warning sign, old or new: a clinician looks first."""
    today, red_flags = standing.today, standing.knowledge.red_flags
    signs = [one for one in today.reasons if one.clearance.rank <= Clearance.HOLD.rank]
    seen = [one for one in today.new if one.id in red_flags and red_flags[one.id].routine_doctor]
    if not signs and not seen:
        return None
    told = [it.says(one.says, one.sources) for one in (*signs, *seen)]
    stops = today.stops_everything
    return it.propose(Decision.REFER, Move.NOTHING if stops else Move.PAUSE_MASSAGE, *told)


@rule("not-today")
def not_today(standing: Standing, it: Reasons) -> Proposal | None:
    """An answer that puts the visit off."""
    if standing.today.clearance is not Clearance.REBOOK:
        return None
    off = [one for one in standing.today.reasons if one.clearance is Clearance.REBOOK]
    told = [it.says(one.says, one.sources) for one in off]
    return it.propose(Decision.NOT_ENOUGH, Move.NOTHING, *told)


@rule("clear-worsening")
def clear_worsening(standing: Standing, it: Reasons) -> Proposal | None:
    """The diary, one rating or the client says clearly worse; the first of them names it."""
    told = _worse(standing, it)
    if not told:
        return None
    named = it._replace(rule=told[0].rule)
    told.append(named.says(wording.CLINICIAN_FIRST))
    return named.propose(Decision.REFER, Move.PAUSE_MASSAGE, *told)


def _worse(standing: Standing, it: Reasons) -> list[Because]:
    facts, first, told = standing.facts, standing.rated_before, []
    if standing.effect.worsened:
        told.append(it.pain())
    if verdicts.rating_rose_far(standing) and facts.severity and first is not None:
        says = wording.rated(first, facts.severity.average)
        told.append(because(standing, RATING_WORSE, says))
    if facts.feels_much_worse and facts.overall:
        says = wording.overall(facts.overall.label)
        told.append(because(standing, CLIENT_SAYS_WORSE, says))
    return told


@rule("long-flares")
def long_flares(standing: Standing, it: Reasons) -> Proposal | None:
    """Two flares of more than 48 hours: half as long; two more after that: stop."""
    number, before = standing.facts.flares, standing.last.supersedes
    if number < standing.weights.long_flares or not standing.attendance.phases:
        return None
    again = before is not None and before.rule == it.rule
    told = it.says(wording.flares(number, again=again))
    if again:
        return it.propose(Decision.STOP, Move.END_MASSAGE, told)
    return it.propose(Decision.CHANGE, Move.HALVE, told, hold(standing))


@rule("open-questions")
def open_questions(standing: Standing, it: Reasons) -> Proposal | None:
    """What the diary leaves open must be answered first."""
    diary = standing.diary
    if diary.days or not diary.questions:
        return None
    told = [it.says(wording.question(one)) for one in diary.questions]
    return it.propose(Decision.NOT_ENOUGH, Move.GO_ON, *told)


@rule("too-few-days")
def too_few_days(standing: Standing, it: Reasons) -> Proposal | None:
    """Without the days to compare nothing is proposed but to write them down."""
    if standing.effect.is_known:
        return None
    wait = missing(standing.diary, standing.started, standing.on)
    until = wording.log_until(wait.until, fresh_start=wait.fresh_start)
    told = [it.says(one) for one in (*standing.diary.cautions, until)]
    return it.propose(Decision.NOT_ENOUGH, Move.GO_ON, *told, log_until=wait.until)
