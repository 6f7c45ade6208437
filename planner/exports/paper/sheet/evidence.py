"""The evidence paper as one value: why this plan, and how sure that is."""

from dataclasses import dataclass

from planner.exports.handout import small_print
from planner.exports.paper.sheet.changed import Changed, WithCare, changed, with_care
from planner.exports.paper.sheet.chosen import Claims, chosen
from planner.exports.paper.sheet.in_force import Asked
from planner.exports.paper.sheet.not_chosen import LeftOut, not_chosen
from planner.exports.paper.sheet.numbered import Numbered, Source
from planner.model.vocabulary import Certainty
from planner.words import say
from planner.words.terms import CERTAINTY
from planner.words.typed import printable

WHERE_THE_FACTS_STOP = say(
    "No trial that was read tested this whole combination for one person. A trial tells of the "
    "average of many; one person may do better or worse. That is why the plan is reviewed against "
    "the diary on a set day."
)
HOW_TO_READ = {
    Certainty.HIGH: say("more research is unlikely to change it"),
    Certainty.MODERATE: say("more research may change it"),
    Certainty.LOW: say("more research is likely to change it"),
    Certainty.VERY_LOW: say("we do not know"),
}


@dataclass(frozen=True)
class Dots:
    """What a number of dots means."""

    dots: int
    word: str
    means: str


@dataclass(frozen=True)
class Evidence:
    """The paper: what was chosen, changed and left out, with its sources."""

    signed_off: str
    chosen: tuple[Claims, ...]
    changed: tuple[Changed, ...]
    with_care: tuple[WithCare, ...]
    wishes: tuple[str, ...]
    not_chosen: tuple[LeftOut, ...]
    dots: tuple[Dots, ...]
    sources: tuple[Source, ...]
    stop: str
    foot: str


def evidence(asked: Asked, marks: Numbered) -> Evidence:
    """The evidence paper; its numbers go on from those that the sheet has given."""
    plan, knowledge = asked.plan, asked.knowledge
    told = chosen(plan, knowledge, marks)
    asked_for, care = changed(asked, marks), with_care(plan, knowledge)
    left_out = not_chosen(plan, knowledge, marks, frozenset(one.says for one in care))
    return Evidence(
        signed_off=next(iter(small_print(knowledge)), ""),
        chosen=told,
        changed=asked_for,
        with_care=care,
        wishes=tuple(one.says for one in plan.unmet),
        not_chosen=left_out,
        dots=tuple(
            Dots(4 - number, CERTAINTY[one], means)
            for number, (one, means) in enumerate(HOW_TO_READ.items())
        ),
        sources=marks.listed,
        stop=WHERE_THE_FACTS_STOP,
        foot=say(
            "{client} · plan of {day} · facts {knowledge}",
            client=printable(plan.client),
            day=plan.on,
            knowledge=plan.knowledge,
        ),
    )
