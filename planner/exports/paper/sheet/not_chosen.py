"""What was considered and not chosen, the other way round: each reason once, with its lines."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from planner.exports.paper.sheet.in_force import answer_of
from planner.exports.paper.sheet.numbered import Numbered
from planner.exports.paper.sheet.sentences import answers_in, sentences
from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.ids import SourceId
from planner.model.order import each_once, grouped
from planner.model.plan import NotChosen, Plan
from planner.words import joined, say

ABOVE = say("The reason stands under “Changed for this client”.")


@dataclass(frozen=True)
class LeftOut:
    """The lines that one reason keeps out of a plan; a reason of an answer has no mark here."""

    names: str
    why: str
    mark: str


class _Told(NamedTuple):
    why: str
    name: str
    sources: tuple[SourceId, ...]


def not_chosen(
    plan: Plan, knowledge: Knowledge, marks: Numbered, above: frozenset[str] = frozenset()
) -> tuple[LeftOut, ...]:
    """Every reason with what it left out; the sources of an answer stand beside its limit.

    `above`: what the paper has said already, so that it is not said again.
    """
    of_answers = frozenset(source for one in plan.reasons for source in one.sources)
    said: dict[str, str] = dict.fromkeys(above, ABOVE)
    said |= {one.says: answer_of(one, knowledge) for one in plan.reasons}
    every = [one for left in plan.not_chosen for one in _told(left, knowledge)]
    told = grouped((said.get(one.why, one.why), one) for one in every)
    return tuple(
        LeftOut(
            names=joined(*each_once(one.name for one in alike), by=", "),
            why=why,
            mark=marks.mark(_others(alike, of_answers)),
        )
        for why, alike in told.items()
    )


def _others(alike: Iterable[_Told], known: frozenset[SourceId]) -> Iterator[SourceId]:
    for one in alike:
        yield from (source for source in one.sources if source not in known)


def _told(left: NotChosen, knowledge: Knowledge) -> Iterator[_Told]:
    """Its sentences; of one that names answers only those, as the rest stands beside a limit."""
    name = name_of(left.id, knowledge)
    for sentence in sentences(left.why):
        for why in answers_in(sentence) or (sentence,):
            yield _Told(why, name, left.sources)
