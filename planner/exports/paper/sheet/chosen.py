"""Why each line of a plan is there, and how sure that is: each reason once, with its lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from planner.exports.paper.sheet.numbered import Numbered
from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.ids import SourceId
from planner.model.order import each_once, grouped
from planner.model.phrase import Phrase
from planner.model.plan import Complementary, Massage, Plan, SelfCareTask, TechniqueChoice, Why
from planner.model.vocabulary import Certainty
from planner.words import joined, say
from planner.words.terms import CERTAINTY, STANCE

DOTS = {Certainty.HIGH: 4, Certainty.MODERATE: 3, Certainty.LOW: 2, Certainty.VERY_LOW: 1}
NO_DOTS = 0


@dataclass(frozen=True)
class Claim:
    """What supports a line: how sure in words and in dots of four, and its sources."""

    says: str
    grade: str
    dots: int
    mark: str


@dataclass(frozen=True)
class Claims:
    """What supports the same lines."""

    of: str
    claims: tuple[Claim, ...]


class _Told(NamedTuple):
    """A reason as it stands, before the lines that share it are put together."""

    says: str
    grade: str
    certainty: Certainty
    of: str
    sources: tuple[SourceId, ...]


def chosen(plan: Plan, knowledge: Knowledge, marks: Numbered) -> tuple[Claims, ...]:
    """Every reason of the plan: what massage is likely to do, its dose, then line by line."""
    told = (
        *_likely(plan.massage, knowledge),
        *_dose(plan.massage),
        *_lines(plan, knowledge),
    )
    alike = grouped((one[:3], one) for one in told).values()
    named = grouped((_names(one), _claim(one, marks)) for one in alike)
    return tuple(Claims(of, claims) for of, claims in named.items())


def _names(alike: tuple[_Told, ...]) -> Phrase:
    return joined(*each_once(one.of for one in alike), by="; ")


def _claim(alike: tuple[_Told, ...], marks: Numbered) -> Claim:
    first = alike[0]
    return Claim(
        says=first.says,
        grade=first.grade,
        dots=DOTS.get(first.certainty, NO_DOTS),
        mark=marks.mark(source for one in alike for source in one.sources),
    )


def _likely(massage: Massage | None, knowledge: Knowledge) -> Iterator[_Told]:
    for one in massage.likely if massage else ():
        name = knowledge.conditions[one.condition].name
        of = say("What massage is likely to do: {name:lower}", name=name)
        says = joined(one.says, say("How sure: {sure:stopped}", sure=one.sure))
        yield _Told(says, CERTAINTY[one.certainty], one.certainty, of, one.sources)


def _lines(plan: Plan, knowledge: Knowledge) -> Iterator[_Told]:
    lines: list[TechniqueChoice | Complementary | SelfCareTask]
    lines = [*(plan.massage.techniques if plan.massage else ())]
    for one in (*lines, *plan.complementary, *plan.self_care):
        yield from _whys(name_of(one.id, knowledge), one.why)


def _whys(name: str, whys: Iterable[Why]) -> Iterator[_Told]:
    for one in whys:
        grade = joined(STANCE[one.stance], CERTAINTY[one.certainty], by=", ")
        yield _Told(one.says, grade, one.certainty, name, one.sources)


def _dose(massage: Massage | None) -> Iterator[_Told]:
    for one in massage.dose_why if massage else ():
        yield _Told(
            one.says, CERTAINTY[one.certainty], one.certainty, say("Dose of massage"), one.sources
        )
