"""At most five things to do at home, those worth most first, within the client's minutes."""

from typing import NamedTuple

from planner.knowledge.entries import EVERYWHERE, Kind, Task
from planner.model.order import each_once
from planner.model.plan import NotChosen, SelfCareTask, Why
from planner.model.vocabulary import Stance, Way
from planner.planning.case import Case, Stand
from planner.planning.complementary import why_of

MOST = {Way.LIGHT: 3, Way.BALANCED: 5, Way.FULL: 5}
LIGHT_SHARE = 0.5
OWN_CHOICE = 20.0
MOST_IN_RESERVE = 2
SAME_PLACE_AGAIN = 1.0
USUAL_MINUTES_PER_DAY = 20
TROUBLED_FROM = 5
WORTH = {
    Stance.STRONG_FOR: 4.0,
    Stance.CONDITIONAL_FOR: 3.0,
    Stance.CONFLICTING: 2.0,
    Stance.INSUFFICIENT: 1.0,
    Stance.AGAINST: 0.0,
}
TRIED = 1.0
AT_THE_PLACE = 0.75
SLEEP_OR_STRESS = 3.0
EXERCISE_FIRST = 1.5
WATCHING = 3.5
LEAST_WORTH = 1.5
FOR_SOME = Stance.CONDITIONAL_FOR


class Candidate(NamedTuple):
    """A task that may be given, with its stances and what it is worth."""

    task: Task
    stands: tuple[Stand, ...]
    cautions: tuple[str, ...]
    worth: float


class Choice(NamedTuple):
    """The tasks given, and those kept away with their reason."""

    chosen: tuple[SelfCareTask, ...]
    not_chosen: tuple[NotChosen, ...]
    exercises_in_reserve: tuple[SelfCareTask, ...]
    notes: tuple[str, ...]


def minutes_per_day(case: Case) -> int:
    """What the client said they can give, or a usual amount."""
    said = case.intake.preferences.self_care_minutes_per_day
    able = USUAL_MINUTES_PER_DAY if said is None else said
    return int(able * LIGHT_SHARE) if case.intake.preferences.way is Way.LIGHT else able


def choose(case: Case) -> Choice:
    """Tasks in order of worth while they fit the day."""
    found = [_consider(case, task) for task in case.knowledge.self_care.values()]
    ranked = sorted(
        (one for one in found if isinstance(one, Candidate)), key=lambda one: -one.worth
    )
    taken = _fitting(case, ranked)
    refused = tuple(one for one in found if isinstance(one, NotChosen))
    spare = [one for one in ranked if one not in taken and _kind(case, one.task).exercise]
    return Choice(
        tuple(_line(case, one) for one in taken),
        refused,
        tuple(_line(case, one) for one in spare[:MOST_IN_RESERVE]),
        _notes(case, taken),
    )


def _fitting(case: Case, ranked: list[Candidate]) -> list[Candidate]:
    """The best task that still fits, again and again; another place comes before the same one."""
    taken: list[Candidate] = []
    waiting = list(ranked)
    while len(taken) < MOST[case.intake.preferences.way]:
        left = minutes_per_day(case) - sum(one.task.minutes for one in taken)
        able = [one for one in waiting if _may_follow(case, one.task, left, taken)]
        if not able:
            break
        best = max(able, key=lambda one: _worth_now(one, taken))
        taken.append(best)
        waiting = [one for one in waiting if one is not best]
    return taken


def _kind(case: Case, task: Task) -> Kind:
    return case.knowledge.kinds[task.kind]


def _may_follow(case: Case, task: Task, left: int, taken: list[Candidate]) -> bool:
    """Whether it fits the minutes left and is not one too many of its kind; one put in always."""
    if task.id in case.added:
        return True
    alike = sum(other.task.kind == task.kind for other in taken)
    return task.minutes <= left and alike < _kind(case, task).most


def _worth_now(one: Candidate, taken: list[Candidate]) -> float:
    worked = {zone for other in taken for zone in other.task.zones} - {EVERYWHERE}
    return one.worth - (SAME_PLACE_AGAIN if worked.intersection(one.task.zones) else 0.0)


def _notes(case: Case, taken: list[Candidate]) -> tuple[str, ...]:
    if taken:
        return ()
    minutes = minutes_per_day(case)
    return (f"No home task fits into {minutes} minutes a day; exercise has the best support.",)


def _consider(case: Case, task: Task) -> Candidate | NotChosen | None:
    """A candidate, a refusal with its reason, or None when it is not for this client."""
    here = not case.zones.isdisjoint(task.zones)
    added = task.id in case.added
    if not here and EVERYWHERE not in task.zones and not added:
        return None
    left = case.allow.task(task)
    if left.refusal:
        return left.refusal
    stands = case.stands_on(task.kind)
    against = [stand for stand in stands if stand.entry.stance is Stance.AGAINST]
    if against and not added:
        return _advised_against(case, task, against)
    worth = _worth(case, task, stands, here)
    worth += OWN_CHOICE if added else 0.0
    return Candidate(task, stands, left.cautions, worth) if worth >= LEAST_WORTH else None


def _advised_against(case: Case, task: Task, against: list[Stand]) -> NotChosen:
    names = ", ".join(each_once(stand.condition.name.lower() for stand in against))
    sources = each_once(
        one for stand in against for one in case.knowledge.citable(stand.entry.findings)
    )
    return NotChosen(id=task.id, why=f"Advised against for {names}.", sources=sources)


def _worth(case: Case, task: Task, stands: tuple[Stand, ...], here: bool) -> float:
    """Stance first; then whether a trial had it, this place, and what troubles the client."""
    unknown = WORTH[Stance.INSUFFICIENT]
    best = max(
        (unknown if one.entry.narrow else WORTH[one.entry.stance] for one in stands),
        default=unknown,
    )
    kind = _kind(case, task)
    tried = TRIED if task.in_a_trial else 0.0
    place = AT_THE_PLACE if here else 0.0
    comfort = -1.0 if kind.comfort else 0.0
    exercise = EXERCISE_FIRST if kind.leads and best >= WORTH[FOR_SOME] else 0.0
    watching = WATCHING if stands and kind.watches else 0.0
    return best + tried + place + comfort + exercise + watching + _eases(case, kind)


def _eases(case: Case, kind: Kind) -> float:
    severity = case.intake.severity
    sleepless = kind.eases == "sleep" and (severity.sleep or 0) >= TROUBLED_FROM
    tense = kind.eases == "stress" and (severity.stress or 0) >= TROUBLED_FROM
    return SLEEP_OR_STRESS if sleepless or tense else 0.0


def _line(case: Case, one: Candidate) -> SelfCareTask:
    task = one.task
    return SelfCareTask(
        id=task.id,
        dose=case.in_own_words(task.id, task.dose),
        own=case.own_words(task.id),
        minutes=task.minutes,
        days_per_week=task.days_per_week,
        stop_if=task.stop_if,
        cautions=one.cautions,
        why=_whys(case, one),
    )


def _whys(case: Case, one: Candidate) -> tuple[Why, ...]:
    """The stance for each pain source, and what the task itself leans on."""
    task = one.task
    findings = case.knowledge.citable(task.findings)
    leading = case.knowledge.findings[findings[0]].says.split(". ")[0].rstrip(".")
    usual = " The dose is usual practice." if task.usual_dose else ""
    own = Why(
        says=f"{task.name}: {leading}.{usual}",
        certainty=case.knowledge.certainty_of(findings),
        stance=Stance.first_of((stand.entry.stance for stand in one.stands), Stance.INSUFFICIENT),
        sources=findings,
    )
    return (*(why_of(case, stand) for stand in one.stands), own)
