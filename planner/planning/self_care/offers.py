"""What may be given of each pain source, the first choices first, and what is kept away and why."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from planner.knowledge.entries.interventions import EVERYWHERE, Kind, Part, Task
from planner.knowledge.named import PAIN_ANYWHERE, UNSTEADY
from planner.model.edits import is_own
from planner.model.ids import ConditionId, KindId, LineId, TaskId, ZoneId
from planner.model.order import each_once
from planner.model.plan import NotChosen, Why
from planner.model.vocabulary import Activity, Stance
from planner.planning.case import Case, Stand, TreatedPain, in_a_sentence
from planner.planning.self_care.count import Count, Grade, count_of, grade
from planner.planning.stances import whys_of
from planner.safety.allow import Left
from planner.safety.wishes import replaced
from planner.words import say

FIRST, UNRANKED = 1, 9  # ranks: the first choice, and what comes after every rank


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
        self._of: dict[tuple[ConditionId, Part], list[Offer]] = {}
        self._stands: dict[KindId, tuple[Stand, ...]] = {}
        self._whys: dict[KindId, tuple[Why, ...]] = {}

    @cached_property
    def provoking(self) -> frozenset[Activity]:
        """What brings the pain on."""
        return frozenset(self.case.provoked_by)

    @cached_property
    def _aims(self) -> frozenset[Activity]:
        return frozenset(self.case.trains_for)

    def of(self, pain: TreatedPain, part: Part) -> list[Offer]:
        """The tasks of a part for a pain source, the first choices first."""
        key = (pain.condition.id, part)
        if key not in self._of:
            self._of[key] = [*self._offered(pain, self._in_order(pain, part))]
        return self._of[key]

    @cached_property
    def _is_unsteady(self) -> bool:
        return any(one.row.id in UNSTEADY for one in self.case.allow.active)

    @cached_property
    def grade(self) -> Grade:
        """How gently the client begins."""
        return grade(self.case)

    def habits(self, pain: TreatedPain, provoking: frozenset[Activity]) -> list[Offer]:
        """The habits to change where something provokes a pain, the closest to it first.

        A first choice of the pain source comes before all; then what is foremost for what provokes
        it, and what serves little else.
        """
        able = (one for one in self._every if not provoking.isdisjoint(one.goals))
        there = {EVERYWHERE, *self._zones(pain)}
        found = self._offered(pain, (one for one in able if self._suits(one, there)))
        return sorted(
            found,
            key=lambda one: (
                one.rank != FIRST,
                min(map(one.task.goals.index, provoking.intersection(one.task.goals))),
                len(one.task.goals),
                one.rank or UNRANKED,
            ),
        )

    def _suits(self, task: Task, there: set[ZoneId]) -> bool:
        """Whether it is a habit for any pain at its place."""
        kinds = self.case.knowledge.kinds
        return not there.isdisjoint(task.zones) and kinds[task.kind].for_anyone

    def for_sleep(self, pain: TreatedPain) -> list[Offer]:
        """What eases sleep, whatever the pain source."""
        kinds = self.case.knowledge.kinds
        return [*self._offered(pain, (x for x in self._every if kinds[x.kind].eases == "sleep"))]

    def balance(self, pain: TreatedPain) -> list[Offer]:
        """What trains balance, whatever the pain source."""
        kinds = self.case.knowledge.kinds
        able = (one for one in self._every if kinds[one.kind].part is Part.BALANCE)
        return [*self._offered(pain, able)]

    @property
    def _every(self) -> Iterable[Task]:
        return self.case.knowledge.self_care.values()

    @cached_property
    def put_in(self) -> tuple[Offer, ...]:
        """What the therapist put in, as far as the answers leave it."""
        known = self.case.knowledge.self_care
        added = [known[LineId(one)] for one in known if one in self.case.added]
        found = self._offered(self.case.pains[0], added)
        return tuple(one for one in found if one.task.id in self.case.added)

    @cached_property
    def refused(self) -> tuple[NotChosen, ...]:
        """What is kept away of the tasks for this client's pain, and of those asked after."""
        knowledge = self.case.knowledge
        pains = [one.condition.id for one in self.case.pains]
        named = (one for pain in pains for one in knowledge.tasks_for.get(pain, ()))
        asked = filter(self._is_asked_after, self._every)
        every = each_once(one.id for one in (*named, *asked))
        found = (self._refusal(knowledge.self_care[one]) for one in every)
        return tuple(one for one in found if one)

    def _is_asked_after(self, task: Task) -> bool:
        """Whether somebody may miss it: an edit or a wish names it, or its kind is warned of."""
        of_the_kind = str(task.kind) == task.id
        return (of_the_kind and bool(self._against(task))) or task.id in self._by_hand

    @cached_property
    def _by_hand(self) -> frozenset[str]:
        return frozenset(map(str, (*self.case.allow.unwanted, *self.case.added)))

    def _refusal(self, task: Task) -> NotChosen | None:
        """Why a task is kept away: the therapist took it out, or what else there is."""
        if task.id in self.case.hand.instead:
            return replaced(task.id)
        found = self.left(task).refusal
        if task.id in self.case.hand.removed:
            found = self.case.allow.task(task).refusal
        return found.replaced(name=task.name) if found and is_own(task.id) else found

    def left(self, task: Task) -> Left:
        """What the answers, the wishes and the guidelines leave of a task.

        That the therapist took it out counts after the choice, so that nothing comes in for it.
        """
        if task.id not in self._left:
            found = self.case.allow_but_for_the_hand.task(task)
            against = (
                [] if _is_decided(found) or task.id in self.case.added else self._against(task)
            )
            self._left[task.id] = Left(self._advised_against(task, against)) if against else found
        return self._left[task.id]

    def stands_on(self, task: Task) -> tuple[Stand, ...]:
        """The stances on a task of its kind, without those against it in a narrower case."""
        if task.kind not in self._stands:
            kind = self.case.knowledge.kinds[task.kind]
            every = self.case.stands_on(kind.stands_like or kind.id)
            self._stands[task.kind] = tuple(filter(_speaks, every))
        return self._stands[task.kind]

    def whys(self, task: Task) -> tuple[Why, ...]:
        """The stances on a task of its kind, as reasons."""
        if task.kind not in self._whys:
            self._whys[task.kind] = whys_of(self.case, self.stands_on(task))
        return self._whys[task.kind]

    def _against(self, task: Task) -> list[Stand]:
        return [one for one in self.stands_on(task) if one.entry.is_against]

    def _advised_against(self, task: Task, against: list[Stand]) -> NotChosen:
        names = in_a_sentence(stand.condition for stand in against)
        sources = each_once(
            one for stand in against for one in self.case.knowledge.citable(stand.entry.findings)
        )
        why = say("Advised against for {conditions:commas}.", conditions=names)
        return NotChosen(id=task.id, why=why, sources=sources, must_not=True)

    def _offered(self, pain: TreatedPain, tasks: Iterable[Task]) -> Iterator[Offer]:
        """These tasks as far as they are left; after each its easier forms of the same part."""
        knowledge, begins, seen = self.case.knowledge, self.grade, set[TaskId]()
        for first in tasks:
            for task in knowledge.rungs[first.id]:
                if task.id in seen:
                    continue
                seen.add(task.id)
                left, kind = self.left(task), knowledge.kinds[task.kind]
                if not left.refusal:
                    rank = task.ranks.get(pain.condition.id)
                    count = count_of(task, kind, begins)
                    yield Offer(task, kind, pain, left, count, rank)

    def _in_order(self, pain: TreatedPain, part: Part) -> Iterator[Task]:
        """Those for its place first; of a pain that may be anywhere, then whatever is for it."""
        condition = pain.condition
        own, zones = self._by_rank(condition.id, part), self._zones(pain)
        yield from self._for_the_place(own, pain, zones)
        if condition.anywhere:
            here = self._by_rank(PAIN_ANYWHERE, part)
            yield from (one for one in here if not zones.isdisjoint(one.zones))
        if condition.id != PAIN_ANYWHERE:
            yield from own
        if condition.leans_on:
            yield from self._by_rank(condition.leans_on, part)

    def _by_rank(self, condition: ConditionId, part: Part) -> list[Task]:
        """By rank; among equals what serves a goal, then what trains for what provokes it.

        For somebody frail or who falls, what begins seated or lying comes before all that does not.
        """
        return sorted(
            self.case.knowledge.tasks_playing.get((condition, part), ()),
            key=lambda one: (
                self._is_unsteady and one.is_on_the_feet,
                one.ranks[condition],
                self._aims.isdisjoint(one.goals),
                self.provoking.isdisjoint(one.goals),
            ),
        )

    def _for_the_place(
        self, tasks: Iterable[Task], pain: TreatedPain, zones: frozenset[ZoneId]
    ) -> Iterator[Task]:
        """Those at its place; and those meant for this pain although they lie elsewhere."""
        anywhere, usual, here = pain.condition.anywhere, self._usual(pain), {EVERYWHERE, *zones}
        for one in tasks:
            meant = not anywhere and usual.isdisjoint(one.zones)
            if meant or not here.isdisjoint(one.zones):
                yield one

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


def _speaks(stand: Stand) -> bool:
    return stand.entry.is_against or stand.entry.stance is not Stance.AGAINST
