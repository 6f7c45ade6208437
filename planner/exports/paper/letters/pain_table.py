"""The pain as a colleague needs it: scores and aims, how long, what makes it worse or better."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.knowledge import Knowledge
from planner.model.assessment import Assessment
from planner.model.intake import Conversation
from planner.model.phrase import Phrase
from planner.model.plan import Measures, Plan
from planner.planning.course.measures import mean_of_three
from planner.words import formed, say, say_many
from planner.words.terms import EASING


@dataclass(frozen=True)
class PainRow:
    """A score now, the one aimed at, and how it is read; what nobody said is empty."""

    name: str
    now: str
    aim: str
    note: str


@dataclass(frozen=True)
class PainTable:
    """The rows of scores under their days, then what was said about the pain."""

    aim_by: str
    rows: tuple[PainRow, ...]
    said: tuple[tuple[str, str], ...]


WORST = say("0 to 10, 10 is worst")


def pain_table(plan: Plan, intake: Conversation, knowledge: Knowledge) -> PainTable:
    """The pain as it was told at this visit."""
    measures = plan.measures
    return PainTable(
        aim_by=say("Aim by {day:short}", day=measures.review_on) if measures else "",
        rows=tuple(_rows(intake, measures)),
        said=(*_since(intake, knowledge), *_behaviour(intake.assessment, knowledge)),
    )


def _rows(intake: Conversation, measures: Measures | None) -> Iterator[PainRow]:
    said = intake.severity
    if said.average is not None:
        aim = _number(measures.target.average) if measures else ""
        yield PainRow(say("Average of the week"), _number(said.average), aim, WORST)
    if said.now is not None:
        yield PainRow(say("At the visit"), _number(said.now), "", WORST)
    in_the_way = mean_of_three(said)
    if in_the_way is not None:
        note = say("mean of pain, enjoyment and activity")
        yield PainRow(say("Gets in the way"), _number(in_the_way), "", note)


def _number(score: float) -> Phrase:
    return say("{score:g}", score=score)


def _since(intake: Conversation, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    lasting = [(one.condition, one.months) for one in intake.pain if one.months]
    told = [
        say_many("{pain:lower} {number:g} month", "{pain:lower} {number:g} months", months,
                 pain=knowledge.conditions[condition].name)
        for condition, months in lasting
    ]  # fmt: skip
    if told:
        yield say("For how long"), say("{pains:semicolons}", pains=told)


def _behaviour(said: Assessment, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    if said.provokes:
        names = [formed(knowledge.activities[one].name, "lower") for one in said.provokes]
        yield say("Worse with"), say("{names:commas}", names=names)
    if said.eases:
        names = [formed(EASING[one], "lower") for one in said.eases]
        yield say("Better with"), say("{names:commas}", names=names)
