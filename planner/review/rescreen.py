"""The last plan, without what today's answers and wishes take away; nothing is ever added."""

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from planner.knowledge import Knowledge
from planner.model.ids import ColumnId, LineId, RegionId
from planner.model.plan import (
    Complementary,
    Massage,
    NotChosen,
    Plan,
    Reserve,
    SelfCareTask,
    TechniqueChoice,
)
from planner.model.vocabulary import Pressure, Role, Technique, Use
from planner.planning import complementary, self_care
from planner.planning.case import cited, each_once, reasons
from planner.review.today import Today
from planner.safety.limits import Limit, Restrictions, Verdict

LIGHTER = "The answers ask for a lighter pressure than this technique uses."


L = TypeVar("L")


class Kept(NamedTuple, Generic[L]):
    """What is left of a part of the plan, and what went with its reason."""

    lines: tuple[L, ...]
    gone: tuple[NotChosen, ...]


def narrowed(last: Plan, today: Today, knowledge: Knowledge) -> Plan:
    """What may still be done of the last plan, its reserve included."""
    sieve = _Sieve(last, today, knowledge)
    techniques, gone = sieve.techniques(last.massage.techniques if last.massage else ())
    therapies, lost = sieve.therapies(last.complementary)
    tasks, left_out = sieve.tasks(last.self_care)
    return last.model_copy(
        update={
            "massage": _massage(last.massage, techniques, sieve.avoided),
            "complementary": therapies,
            "self_care": tasks,
            "not_chosen": without_twins((*last.not_chosen, *gone, *lost, *left_out)),
            "reserve": Reserve(
                techniques=sieve.techniques(last.reserve.techniques)[0],
                exercises=sieve.tasks(last.reserve.exercises)[0],
            ),
        }
    )


def _massage(
    massage: Massage | None, techniques: tuple[TechniqueChoice, ...], avoided: tuple[RegionId, ...]
) -> Massage | None:
    if massage is None or not techniques:
        return None
    avoid = each_once((*massage.avoid_regions, *avoided))
    return massage.model_copy(update={"techniques": led(techniques), "avoid_regions": avoid})


def led(techniques: tuple[TechniqueChoice, ...]) -> tuple[TechniqueChoice, ...]:
    """The techniques with the first one as the main one."""
    return tuple(
        one.model_copy(update={"role": Role.ADJUNCT if place else Role.MAIN})
        for place, one in enumerate(techniques)
    )


def without_twins(left_out: Iterable[NotChosen]) -> tuple[NotChosen, ...]:
    """Each line that was left out once, with the last reason given."""
    return tuple({one.id: one for one in left_out}.values())


def _parted(found: Iterable[L | NotChosen]) -> Kept[L]:
    """What is kept, and what is not."""
    every = list(found)
    gone = tuple(one for one in every if isinstance(one, NotChosen))
    return Kept(tuple(one for one in every if not isinstance(one, NotChosen)), gone)


class _Sieve:
    """Lets through what today's limits and wishes allow of each part."""

    def __init__(self, last: Plan, today: Today, knowledge: Knowledge) -> None:
        self._limits: Restrictions = today.limits
        self._refused = today.refused
        self._in_force = today.in_force
        self._knowledge = knowledge
        treated = last.massage.techniques if last.massage else ()
        self._regions = each_once(region for one in treated for region in one.regions)

    @property
    def avoided(self) -> tuple[RegionId, ...]:
        """The regions where even the gentlest technique is kept away today."""
        return tuple(
            region
            for region in self._knowledge.regions
            if self._limits.of_technique(Technique.SWEDISH, region).use is Use.AVOID
        )

    def techniques(self, lines: tuple[TechniqueChoice, ...]) -> Kept[TechniqueChoice]:
        """The techniques at the regions left to them, no firmer than allowed."""
        return _parted([self._technique(one) for one in lines])

    def _technique(self, one: TechniqueChoice) -> TechniqueChoice | NotChosen:
        if one.id in self._refused:
            return NotChosen(id=LineId(one.id), why=self._refused[one.id])
        verdicts = {region: self._limits.of_technique(one.id, region) for region in one.regions}
        left = tuple(region for region, found in verdicts.items() if found.use is not Use.AVOID)
        if not left:
            return _refused_by(LineId(one.id), verdicts.values())
        pressure = self._pressure(one)
        if pressure is None:
            return NotChosen(id=LineId(one.id), why=LIGHTER)
        limits = [limit for region in left for limit in verdicts[region].limits]
        asked = (limit.says for limit in limits if limit.use is Use.ADJUST)
        adjustments = each_once((*one.adjustments, *asked))
        return one.model_copy(
            update={"regions": left, "pressure": pressure, "adjustments": adjustments}
        )

    def _pressure(self, one: TechniqueChoice) -> Pressure | None:
        """The firmest that both the plan and today's limits allow; None when too firm for it."""
        most = Pressure.lightest((one.pressure, self._limits.heaviest_pressure))
        offered = self._knowledge.techniques[one.id].pressures
        fitting = [pressure for pressure in offered if pressure.rank <= most.rank]
        return max(fitting, key=lambda pressure: pressure.rank, default=None)

    def therapies(self, lines: tuple[Complementary, ...]) -> Kept[Complementary]:
        """The therapies left, with the cautions of today."""
        return _parted([self._therapy(one) for one in lines])

    def _therapy(self, one: Complementary) -> Complementary | NotChosen:
        therapy = self._knowledge.therapies[one.id]
        found = self._limits.of_therapy(therapy.column, self._regions)
        told = [complementary.caution_of(therapy, limit) for limit in found.limits]
        cautions = each_once((*one.cautions, *told))
        return self._out(one.id, found) or one.model_copy(update={"cautions": cautions})

    def tasks(self, lines: tuple[SelfCareTask, ...]) -> Kept[SelfCareTask]:
        """The home tasks left, with the cautions of today."""
        return _parted([self._task(one) for one in lines])

    def _task(self, one: SelfCareTask) -> SelfCareTask | NotChosen:
        kind = self._knowledge.self_care[one.id].kind
        found = self._limits.of_therapy(ColumnId(self_care.COLUMN.get(kind, "none")), self._regions)
        hands = self._limits.home_rules if kind == "self-massage" else ()
        told = (*(rule.plain for rule in hands), *map(self_care.caution_of, found.limits))
        cautions = each_once((*one.cautions, *told))
        return self._out(one.id, found) or one.model_copy(update={"cautions": cautions})

    def _out(self, line: LineId, found: Verdict) -> NotChosen | None:
        if line in self._refused:
            return NotChosen(id=line, why=self._refused[line])
        if found.use is Use.AVOID:
            return _refused_by(line, [found])
        task = self._knowledge.self_care.get(line)
        unfit = self._in_force.intersection(task.not_with) if task else ()
        told = [self._knowledge.rows[row] for row in sorted(unfit)]
        says = " ".join(row.says for row in told)
        sources = each_once(source for row in told for source in row.sources)
        return NotChosen(id=line, why=says, sources=sources) if told else None


def _refused_by(line: LineId, verdicts: Iterable[Verdict]) -> NotChosen:
    limits: list[Limit] = [limit for found in verdicts for limit in found.deciding]
    return NotChosen(id=line, why=reasons(limits), sources=cited(limits))
