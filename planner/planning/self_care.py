"""At most five things to do at home, those worth most first, within the client's minutes."""

from collections.abc import Iterable
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries import Condition
from planner.knowledge.interventions import EVERYWHERE, Kind, Task
from planner.model.order import each_once
from planner.model.plan import NotChosen, SelfCareTask, Why
from planner.model.vocabulary import Intensity, Stance
from planner.planning.case import Case, Stand, in_a_sentence
from planner.planning.growth import Growth, growth, is_cut, starting_dose
from planner.planning.stances import whys_of
from planner.safety.allow import Left
from planner.words import joined, say, say_many

USUAL_DOSE = say("The dose is usual practice.")


class TaskCandidate(NamedTuple):
    """A task that may be given, with its stances and what it is worth."""

    task: Task
    stands: tuple[Stand, ...]
    left: Left
    worth: float


class TaskChoice(NamedTuple):
    """The tasks given, and those kept away with their reason."""

    chosen: tuple[SelfCareTask, ...]
    not_chosen: tuple[NotChosen, ...]
    exercises_in_reserve: tuple[SelfCareTask, ...]
    notes: tuple[str, ...]


def minutes_per_day(case: Case) -> int:
    """What the client said they can give, or a usual amount."""
    said = case.intake.preferences.self_care_minutes_per_day
    weights = case.weights.home_tasks
    able = weights.usual_minutes_per_day if said is None else said
    return (
        int(able * weights.light_share) if case.intake.preferences.way is Intensity.LIGHT else able
    )


def choose_tasks(case: Case) -> TaskChoice:
    """Tasks in order of worth while they fit the day."""
    found = [_consider(case, task) for task in case.knowledge.self_care.values()]
    ranked = sorted(
        (one for one in found if isinstance(one, TaskCandidate)), key=lambda one: -one.worth
    )
    taken = _fitting(case, ranked)
    refused = tuple(one for one in found if isinstance(one, NotChosen))
    spare = [one for one in ranked if one not in taken and _kind(case, one.task).exercise]
    grows = _growth(case, taken)
    return TaskChoice(
        tuple(_line(case, one, grows) for one in taken),
        refused,
        tuple(_line(case, one, grows) for one in spare[: case.weights.home_tasks.most_in_reserve]),
        (*_notes(case, taken), *_cut(case, taken, grows)),
    )


def carries_on(condition: Condition, chosen: Iterable[SelfCareTask], knowledge: Knowledge) -> str:
    """What of a plan goes on at home after the massage; nothing where the plan has none of it."""
    kinds = {knowledge.self_care[one.id].kind for one in chosen}
    named = condition.carries_on_with
    there = not kinds.isdisjoint(named) if named else bool(kinds)
    return condition.carries_on if there else ""


def _growth(case: Case, taken: list[TaskCandidate]) -> Growth:
    """How far each task grows: within the minutes that the client set, where one is set."""
    said = case.intake.preferences.self_care_minutes_per_day
    steady = [one.task.id for one in taken if one.left.dose]
    return growth((one.task for one in taken), steady, said)


def _cut(case: Case, taken: list[TaskCandidate], grows: Growth) -> tuple[str, ...]:
    """What grows less than usual, so that it stays within the client's minutes."""
    less = [
        one.task.name for one in taken if not one.left.dose and is_cut(one.task, grows.of(one.task))
    ]
    if not less:
        return ()
    told = say(
        "To stay within the {able} minutes a day at home, this grows less than usual: "
        "{tasks:semicolons}.",
        able=case.intake.preferences.self_care_minutes_per_day,
        tasks=less,
    )
    return (told,)


def _fitting(case: Case, ranked: list[TaskCandidate]) -> list[TaskCandidate]:
    """The best task that still fits, again and again; another place comes before the same one."""
    taken: list[TaskCandidate] = []
    waiting = list(ranked)
    while len(taken) < case.weights.home_tasks.most[case.intake.preferences.way]:
        left = minutes_per_day(case) - sum(one.task.minutes for one in taken)
        able = [one for one in waiting if _may_follow(case, one.task, left, taken)]
        if not able:
            break
        best = max(able, key=lambda one: _worth_now(case, one, taken))
        taken.append(best)
        waiting = [one for one in waiting if one is not best]
    return taken


def _kind(case: Case, task: Task) -> Kind:
    return case.knowledge.kinds[task.kind]


def _may_follow(case: Case, task: Task, left: int, taken: list[TaskCandidate]) -> bool:
    """Whether it fits the minutes left and is not one too many of its kind; one put in always."""
    if task.id in case.added:
        return True
    alike = sum(other.task.kind == task.kind for other in taken)
    return task.minutes <= left and alike < _kind(case, task).most


def _worth_now(case: Case, one: TaskCandidate, taken: list[TaskCandidate]) -> float:
    worked = {zone for other in taken for zone in other.task.zones} - {EVERYWHERE}
    again = not worked.isdisjoint(one.task.zones)
    return one.worth - (case.weights.home_tasks.same_place_again if again else 0.0)


def _notes(case: Case, taken: list[TaskCandidate]) -> tuple[str, ...]:
    if taken:
        return ()
    told = say_many(
        "No home task fits into {number} minute a day; exercise has the best support.",
        "No home task fits into {number} minutes a day; exercise has the best support.",
        minutes_per_day(case),
    )
    return (told,)


def _consider(case: Case, task: Task) -> TaskCandidate | NotChosen | None:
    """A candidate, a refusal with its reason, or None when it is not for this client."""
    here = not case.zones.isdisjoint(task.zones)
    added = task.id in case.added
    if not here and EVERYWHERE not in task.zones and not added:
        return None
    left = case.allow.task(task)
    if left.refusal:
        return left.refusal
    stands = case.stands_on(task.kind)
    against = [stand for stand in stands if stand.entry.is_against]
    if against and not added:
        return _advised_against(case, task, against)
    worth = _worth(case, task, stands, here)
    worth += case.weights.home_tasks.own_choice if added else 0.0
    return (
        TaskCandidate(task, stands, left, worth) if worth >= case.weights.home_tasks.least else None
    )


def _advised_against(case: Case, task: Task, against: list[Stand]) -> NotChosen:
    names = in_a_sentence(stand.condition for stand in against)
    sources = each_once(
        one for stand in against for one in case.knowledge.citable(stand.entry.findings)
    )
    why = say("Advised against for {conditions:commas}.", conditions=names)
    return NotChosen(id=task.id, why=why, sources=sources)


def _worth(case: Case, task: Task, stands: tuple[Stand, ...], here: bool) -> float:
    """Stance first; then whether a trial had it, this place, and what troubles the client."""
    weights = case.weights.home_tasks
    unknown = weights.insufficient
    best = max(
        (unknown if one.entry.narrow else weights.stance(one.entry.stance) for one in stands),
        default=unknown,
    )
    kind = _kind(case, task)
    tried = weights.tried if task.in_a_trial else 0.0
    place = weights.at_the_place if here else 0.0
    comfort = weights.comfort if kind.comfort else 0.0
    exercise = weights.leads if kind.leads and best >= weights.conditional_for else 0.0
    watching = weights.watches if stands and kind.watches else 0.0
    return best + tried + place + comfort + exercise + watching + _eases(case, kind)


def _eases(case: Case, kind: Kind) -> float:
    severity, weights = case.intake.severity, case.weights.home_tasks
    eased = {"sleep": severity.sleep, "stress": severity.stress}.get(kind.eases)
    return weights.eases if eased is not None and eased >= weights.troubled_from else 0.0


def _line(case: Case, one: TaskCandidate, grows: Growth) -> SelfCareTask:
    task = one.task
    most = task.minutes if one.left.dose else grows.of(task)
    return SelfCareTask(
        id=task.id,
        dose=case.in_own_words(task.id, one.left.dose or starting_dose(task, most)),
        own=case.own_words(task.id),
        minutes=0 if task.untimed else task.minutes,
        grows_to=0 if task.untimed else most,
        days_per_week=task.days_per_week,
        until=case.until(task.id, task.weeks),
        stop_if=task.stop_if,
        cautions=one.left.cautions,
        why=_whys(case, one),
    )


def _whys(case: Case, one: TaskCandidate) -> tuple[Why, ...]:
    """The stance for each pain source, and what the task itself leans on."""
    task = one.task
    findings = case.knowledge.citable(task.findings)
    leading = say(
        "{task}: {finding:first-sentence}.",
        task=task.name,
        finding=case.knowledge.findings[findings[0]].says,
    )
    own = Why(
        says=joined(leading, USUAL_DOSE if task.usual_dose else ""),
        certainty=case.knowledge.certainty_of(findings),
        stance=Stance.first_of((stand.entry.stance for stand in one.stands), Stance.INSUFFICIENT),
        sources=findings,
    )
    return (*whys_of(case, one.stands), own)
