"""What may be given of each pain source, the first choices first, and what is kept away and why."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from planner.knowledge.interventions import EVERYWHERE, Kind, Part, Task
from planner.knowledge.named import PAIN_ANYWHERE
from planner.model.ids import ConditionId, LineId, TaskId, ZoneId
from planner.model.order import each_once
from planner.model.plan import NotChosen
from planner.model.vocabulary import Activity, Stance
from planner.planning.case import Case, Stand, TreatedPain, in_a_sentence
from planner.planning.self_care.count import Count, count_of, grade
from planner.safety.allow import Left
from planner.words import say


class Offer(NamedTuple):
    """A task that may be given, for which pain source, and how much of it.

    `rank` is its rank for that source; None where the source does not name it.
    """

    task: Task
    kind: Kind
    pain: TreatedPain
    left: Left
    amount: Count
    rank: int | None

    @property
    def minutes_a_week(self) -> int:
        """What it takes of a week."""
        return self.amount.minutes * self.task.days_per_week


class Offers:
    """Every task that may be given to one client."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self._left: dict[TaskId, Left] = {}
        self._ranked: dict[ConditionId, tuple[Offer, ...]] = {}

    @cached_property
    def aims(self) -> frozenset[Activity]:
        """What the client wants to do again."""
        goals = self.case.intake.preferences.goals
        return frozenset(one.activity for one in goals if one.activity)

    @cached_property
    def provoking(self) -> frozenset[Activity]:
        """What brings the pain on."""
        return frozenset(self.case.intake.assessment.provokes)

    def of(self, pain: TreatedPain, *parts: Part) -> list[Offer]:
        """The tasks of these parts for a pain source, the first choices first."""
        return [one for one in self.ranked(pain) if one.kind.part in parts]

    def ranked(self, pain: TreatedPain) -> tuple[Offer, ...]:
        """Every task for a pain source, the first choices first."""
        if pain.condition.id not in self._ranked:
            self._ranked[pain.condition.id] = tuple(self._offered(pain, self._in_order(pain)))
        return self._ranked[pain.condition.id]

    def habits(self, pain: TreatedPain) -> tuple[Offer, ...]:
        """Every habit, those for the pain source first, then those for its place, then others."""
        zones = self._zones(pain)
        ranked = self.of(pain, Part.HABIT)
        every = [one for one in self.case.knowledge.self_care.values() if self._is_habit(one)]
        nearest = sorted(every, key=lambda one: zones.isdisjoint(one.zones))
        there = {one.task.id for one in ranked}
        others = self._offered(pain, (one for one in nearest if one.id not in there))
        return (*ranked, *others)

    def _is_habit(self, task: Task) -> bool:
        return self.case.knowledge.kinds[task.kind].part is Part.HABIT

    @cached_property
    def put_in(self) -> tuple[Offer, ...]:
        """What the therapist put in, as far as the answers leave it."""
        known = self.case.knowledge.self_care
        added = [known[LineId(one)] for one in known if one in self.case.added]
        return tuple(self._offered(self.case.pains[0], added))

    @cached_property
    def refused(self) -> tuple[NotChosen, ...]:
        """What is kept away of the tasks for this client's pain, and of those asked after."""
        knowledge = self.case.knowledge
        pains = [one.condition.id for one in self.case.pains]
        named = (one for pain in pains for one in knowledge.tasks_for.get(pain, ()))
        asked = (one for one in knowledge.self_care.values() if self._is_asked_after(one))
        every = each_once(one.id for one in (*named, *asked))
        found = (self.left(knowledge.self_care[one]).refusal for one in every)
        return tuple(one for one in found if one)

    def _is_asked_after(self, task: Task) -> bool:
        """Whether somebody may miss it: an edit or a wish names it, or its kind is warned of."""
        of_the_kind = LineId(task.kind) == task.id
        return task.id in self._by_hand or (of_the_kind and bool(self._against(task)))

    @cached_property
    def _by_hand(self) -> frozenset[str]:
        return frozenset(map(str, (*self.case.allow.unwanted, *self.case.added)))

    def left(self, task: Task) -> Left:
        """What the answers, the wishes and the guidelines leave of a task."""
        if task.id not in self._left:
            found = self.case.allow.task(task)
            against = (
                [] if _is_decided(found) or task.id in self.case.added else self._against(task)
            )
            self._left[task.id] = Left(self._advised_against(task, against)) if against else found
        return self._left[task.id]

    def stands_on(self, task: Task) -> tuple[Stand, ...]:
        """The stances on a task of its kind, without those against it in a narrower case."""
        kind = self.case.knowledge.kinds[task.kind]
        every = self.case.stands_on(kind.stands_like or kind.id)
        return tuple(one for one in every if one.entry.is_against or not _warns(one))

    def _against(self, task: Task) -> list[Stand]:
        return [one for one in self.stands_on(task) if one.entry.is_against]

    def _advised_against(self, task: Task, against: list[Stand]) -> NotChosen:
        names = in_a_sentence(stand.condition for stand in against)
        sources = each_once(
            one for stand in against for one in self.case.knowledge.citable(stand.entry.findings)
        )
        why = say("Advised against for {conditions:commas}.", conditions=names)
        return NotChosen(id=task.id, why=why, sources=sources)

    def _offered(self, pain: TreatedPain, tasks: Iterable[Task]) -> Iterator[Offer]:
        """These tasks as far as they are left; after each its easier forms of the same part."""
        knowledge, begins, seen = self.case.knowledge, grade(self.case), set[TaskId]()
        for first in tasks:
            for task in self._with_easier(first):
                if task.id in seen:
                    continue
                seen.add(task.id)
                left, kind = self.left(task), knowledge.kinds[task.kind]
                if not left.refusal:
                    rank = task.ranks.get(pain.condition.id)
                    count = count_of(task, kind, begins)
                    yield Offer(task, kind, pain, left, count, rank)

    def _with_easier(self, task: Task) -> Iterator[Task]:
        """A task and the rungs below it, as long as they play the same part."""
        known, kinds, seen = self.case.knowledge.self_care, self.case.knowledge.kinds, set[TaskId]()
        part, now = kinds[task.kind].part, task
        while now.id not in seen and kinds[now.kind].part is part:
            yield now
            seen.add(now.id)
            now = known[now.easier] if now.easier else now

    def _in_order(self, pain: TreatedPain) -> Iterator[Task]:
        """Those for its place first; of a pain that may be anywhere, then whatever is for it."""
        condition, known = pain.condition, self.case.knowledge.tasks_for
        own = self._by_rank(known.get(condition.id, ()), condition.id)
        yield from (one for one in own if self._is_for_the_place(one, pain))
        if condition.anywhere:
            here = self._by_rank(known.get(PAIN_ANYWHERE, ()), PAIN_ANYWHERE)
            yield from (one for one in here if self._is_at(one, pain))
        if condition.id != PAIN_ANYWHERE:
            yield from own
        if condition.leans_on:
            yield from self._by_rank(known.get(condition.leans_on, ()), condition.leans_on)

    def _by_rank(self, tasks: Iterable[Task], condition: ConditionId) -> list[Task]:
        """By rank; among equals what serves a goal, then what trains for what provokes it."""
        return sorted(
            tasks,
            key=lambda one: (
                one.ranks[condition],
                self.aims.isdisjoint(one.goals),
                self.provoking.isdisjoint(one.goals),
            ),
        )

    def _is_for_the_place(self, task: Task, pain: TreatedPain) -> bool:
        """At its place; or meant for this pain although it lies elsewhere."""
        meant = not pain.condition.anywhere and self._usual(pain).isdisjoint(task.zones)
        return meant or EVERYWHERE in task.zones or self._is_at(task, pain)

    def _is_at(self, task: Task, pain: TreatedPain) -> bool:
        return not self._zones(pain).isdisjoint(task.zones)

    def _zones(self, pain: TreatedPain) -> frozenset[ZoneId]:
        regions = self.case.knowledge.regions
        return frozenset(regions[one].zone for one in pain.regions)

    def _usual(self, pain: TreatedPain) -> frozenset[ZoneId]:
        knowledge = self.case.knowledge
        usual = knowledge.usual_regions(pain.condition.id)
        return frozenset(knowledge.regions[one].zone for one in usual)


def _is_decided(left: Left) -> bool:
    """Whether a wish, or an answer with a source, keeps a task away already."""
    return left.wished_away or bool(left.refusal and left.refusal.sources)


def _warns(stand: Stand) -> bool:
    return stand.entry.stance is Stance.AGAINST
