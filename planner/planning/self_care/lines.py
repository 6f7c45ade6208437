"""The home tasks as they stand in a plan: how much, how to do it, the rules to go by, and why."""

from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries.interventions import Task
from planner.knowledge.named import LOW_PAIN, NOTHING_BY_PLAN
from planner.model.edits import is_own
from planner.model.ids import FindingId
from planner.model.phrase import Phrase
from planner.model.plan import SelfCareTask, Why
from planner.model.vocabulary import Certainty, ExerciseTag, Stance
from planner.planning.case import Case, Stand
from planner.planning.growth import Begun, Growth, growing, growth, is_cut
from planner.planning.self_care.by_hand import Dosed, dosed
from planner.planning.self_care.count import Count
from planner.planning.self_care.offers import Offer, Offers
from planner.planning.self_care.shown import form_of, how_to
from planner.words import formed, joined, say
from planner.words.home import dose

NOT_TESTED = say("This very exercise is usual practice; no test of it was read.")


class Written(NamedTuple):
    """The lines given, those in reserve, and what must be said of them."""

    given: tuple[SelfCareTask, ...]
    in_reserve: tuple[SelfCareTask, ...]
    notes: tuple[str, ...]


def lines(offers: Offers, taken: list[Offer], spare: list[Offer]) -> Written:
    """The tasks as lines; what grows does so within the minutes that the client set."""
    given = [_Line(offers, one, dosed(offers, one)) for one in taken]
    more = [_Line(offers, one, dosed(offers, one)) for one in spare]
    grows = _growth(offers.case, given)
    return Written(
        tuple(_line(one, grows) for one in given),
        tuple(_line(one, grows) for one in more),
        _cut(offers.case, given, grows),
    )


class _Line(NamedTuple):
    """A task that is given, and how much of it."""

    offers: Offers
    offer: Offer
    dosed: Dosed

    @property
    def begun(self) -> Begun:
        """What it begins with."""
        return Begun(self.offer.task, self.dosed.amount.minutes, self.dosed.days)


def _growth(case: Case, taken: list[_Line]) -> Growth:
    said = case.intake.preferences.self_care_minutes_per_day
    steady = [one.offer.task.id for one in taken if one.offer.left.dose]
    return growth((one.begun for one in taken), steady, said)


def _cut(case: Case, taken: list[_Line], grows: Growth) -> tuple[str, ...]:
    """What grows less than usual, so that it stays within the client's minutes."""
    may = [one for one in taken if not one.offer.left.dose]
    cut = [one.offer.task for one in may if is_cut(one.offer.task, grows.of(one.begun))]
    if not cut:
        return ()
    told = say(
        "To stay within the {able} minutes a day at home, this grows less than usual: "
        "{tasks:semicolons}.",
        able=case.intake.preferences.self_care_minutes_per_day,
        tasks=[one.name for one in cut],
    )
    return (told,)


def _line(line: _Line, grows: Growth) -> SelfCareTask:
    offers, one, count = line.offers, line.offer, line.dosed.amount
    case, task = offers.case, one.task
    most = count.minutes if one.left.dose else grows.of(line.begun)
    usual = _dose(one, count, most)
    said = case.in_own_words(task.id, usual)
    is_own_words = said is not usual
    as_known = not (is_own_words or one.left.dose) and count == Count.known(task)
    return SelfCareTask(
        id=task.id,
        name=task.name if is_own(task.id) else "",
        dose=said,
        own=case.own_words(task.id),
        set=case.set_of(task.id),
        by_hand=(*case.stays(task.id), *line.dosed.by_hand),
        minutes=count.minutes,
        grows_to=most,
        days_per_week=line.dosed.days,
        until=case.until(task.id, task.weeks),
        stop_if=case.knowledge.home_rules[task.stop].says,
        cautions=one.left.cautions,
        why=() if is_own(task.id) else _whys(offers, one),
        serves=_serves(case, task),
        steps=how_to(task) if as_known else joined(task.steps, formed(said, "sentence")),
        step=line.dosed.form,
        pain_rule=_pain_rule(offers, one),
        progress_rule="" if is_own(task.id) else _progress(case.knowledge, one, most),
        **({} if is_own_words else count.numbers()),
        **(form_of(task, case.knowledge) | ({"harder": ""} if one.left.steady else {})),
    )


def _dose(one: Offer, count: Count, most: int) -> Phrase:
    if one.left.dose or one.task.grows_to > count.minutes:
        is_ladder = ExerciseTag.AEROBIC_LADDER in one.task.tags
        return growing(count.minutes, most, is_ladder=is_ladder)
    return dose(count)


def _serves(case: Case, task: Task) -> tuple[str, ...]:
    """The client's goals that it trains for, in the client's words."""
    goals = case.intake.preferences.goals
    return tuple(one.goal for one in goals if one.activity in task.goals)


def _pain_rule(offers: Offers, one: Offer) -> str:
    low = one.kind.moves and offers.grade.low_pain
    return offers.case.knowledge.home_rules[LOW_PAIN if low else one.task.pain].says


def _progress(knowledge: Knowledge, one: Offer, most: int) -> str:
    """When to do more; of a task that may not grow as it is known, its rule says too much."""
    if one.left.steady:
        return knowledge.home_rules[NOTHING_BY_PLAN].says
    return "" if is_cut(one.task, most) else knowledge.home_rules[one.task.progress].says


def _whys(offers: Offers, one: Offer) -> tuple[Why, ...]:
    """The stance for each pain source, and what the task itself leans on."""
    stands = offers.stands_on(one.task)
    return (*offers.whys(one.task), _own_why(offers.case, one.task, stands))


def _own_why(case: Case, task: Task, stands: tuple[Stand, ...]) -> Why:
    findings = case.knowledge.citable(_speaking(case, task))
    cited = (*findings, *case.knowledge.readable(task.sources))
    notes = case.pains[0].condition.note_findings
    goals = _serves(case, task)
    return Why(
        says=joined(
            _leading(case, task, findings),
            NOT_TESTED if task.is_usual_practice else "",
            say("It trains for: {goals:semicolons}.", goals=goals) if goals else "",
        ),
        certainty=_certainty(case, task, findings),
        stance=Stance.first_of((stand.entry.stance for stand in stands), Stance.INSUFFICIENT),
        sources=cited or case.knowledge.citable(notes) or notes,
    )


def _speaking(case: Case, task: Task) -> tuple[FindingId, ...]:
    """The findings of a task, without those of a pain source that this client does not have."""
    pains = {one.condition.id for one in case.pains}
    return tuple(
        one
        for one in task.findings
        if one not in task.only_for or not pains.isdisjoint(task.only_for[one])
    )


def _leading(case: Case, task: Task, findings: tuple[FindingId, ...]) -> Phrase:
    if not findings:
        return say("{task}: no graded finding speaks of it.", task=task.name)
    finding = case.knowledge.findings[findings[0]]
    return say("{task}: {finding:first-sentence}.", task=task.name, finding=finding.says)


def _certainty(case: Case, task: Task, findings: tuple[FindingId, ...]) -> Certainty:
    """That of the finding; a move that no source was read for is a convention."""
    if task.is_usual_practice:
        return Certainty.CONVENTION
    return case.knowledge.certainty_of(findings)
