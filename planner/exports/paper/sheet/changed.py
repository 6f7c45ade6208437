"""What the answers changed: why that matters, how far it stands, and what others are told."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.exports.paper.sheet.in_force import Asked, Entry, entries
from planner.exports.paper.sheet.numbered import Numbered
from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.order import grouped
from planner.model.phrase import Phrase
from planner.model.plan import Complementary, Plan, SelfCareTask
from planner.words import joined, say
from planner.words.typed import printable

AWAITS = say("Awaits review by a clinician.")


@dataclass(frozen=True)
class Changed:
    """An answer or a rule of place: why it counts; `key` is that of its line on the sheet."""

    key: str
    name: str
    why: str
    state: str
    mark: str


@dataclass(frozen=True)
class WithCare:
    """What is to be minded with some lines beside massage."""

    names: str
    says: str


def changed(asked: Asked, marks: Numbered) -> tuple[Changed, ...]:
    """Everything in force, each once."""
    return tuple(
        Changed(one.id, one.name, one.why, _state(one), marks.mark(one.sources))
        for one in entries(asked)
    )


def _state(one: Entry) -> Phrase | str:
    """Whether a clinician is still to look at the rule."""
    return AWAITS if one.of and one.of.awaits_review else ""


def with_care(plan: Plan, knowledge: Knowledge) -> tuple[WithCare, ...]:
    """The cautions of therapies and home tasks, each once with the lines that it is of."""
    lines: list[Complementary | SelfCareTask] = [*plan.complementary, *plan.self_care]
    told = ((says, name_of(line.id, knowledge)) for line in lines for says in _cautions(line))
    return tuple(WithCare(joined(*names, by=", "), says) for says, names in grouped(told).items())


def _cautions(line: Complementary | SelfCareTask) -> Iterator[str]:
    """What a line asks for; answers are told together: they stand in the limits with more."""
    answers = [answer for one in line.cautions if (answer := _answer_in(one))]
    if answers:
        yield say("With care for: {answers:semicolons}.", answers=answers)
    yield from (one for one in line.cautions if not _answer_in(one))
    if isinstance(line, SelfCareTask) and line.step:
        yield line.step
    yield from line.by_hand
    if line.own:
        yield printable(line.own)


def _answer_in(caution: str) -> str:
    """The answer that a caution is about; empty for any other."""
    return caution.fill.get("answer", "") if isinstance(caution, Phrase) else ""
