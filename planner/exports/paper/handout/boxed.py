"""What must be minded for this client alone: boxed on page one, the worst first."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.exports.agreed import answers, briefly
from planner.knowledge import Knowledge
from planner.knowledge.entries.safety import Precaution
from planner.model.plan import Plan, Reason
from planner.model.vocabulary import Use
from planner.planning.advice import care_of
from planner.words import formed, say

MOST = 3
WORST_FIRST = ("stop", "hold", "avoid-tech", "avoid-region", "adjust")


@dataclass(frozen=True)
class Minded:
    """One thing to mind: what it is, and what follows from it."""

    lead: str
    rest: str


@dataclass(frozen=True)
class Boxed:
    """The box of page one; `more` says how many stand on page two."""

    shown: tuple[Minded, ...]
    left: tuple[Minded, ...]
    more: str


def boxed(plan: Plan, knowledge: Knowledge, talk: str = "") -> Boxed:
    """The limits of a clinician, then the client's own precautions, the worst first.

    `talk` is what the score of a form asks for: not for the fridge, so it stands overleaf.
    """
    every = [*_agreed(plan, knowledge), *_own(plan, knowledge)]
    shown, left = every[:MOST], every[MOST:]
    more = say("{number} more on the next pages.", number=len(left)) if left else ""
    asked = (minded(talk),) if talk else ()
    return Boxed(tuple(shown), (*asked, *left), more)


def leads(box: Boxed) -> Boxed:
    """The box of large print: of several each in a few words, and whole on page two."""
    if len(box.shown) < 2:  # noqa: PLR2004
        return box
    short = tuple(Minded(one.lead, "") for one in box.shown)
    return Boxed(short, (*box.shown, *box.left), box.more)


def minded(words: str) -> Minded:
    """A text as its first sentence and the rest."""
    return Minded(formed(words, "first"), formed(words, "after-first"))


def _agreed(plan: Plan, knowledge: Knowledge) -> Iterator[Minded]:
    for _, one in answers(plan):
        yield Minded(*briefly(one, knowledge))


def _own(plan: Plan, knowledge: Knowledge) -> Iterator[Minded]:
    """What the answers ask for; what holds at a place in everybody is not this client's own."""
    own = [one for one in plan.reasons if one.id not in knowledge.region_rules]
    for one in sorted(own, key=lambda one: _weight(one, knowledge)):
        if words := care_of(one, plan, knowledge):
            yield minded(words)


def _weight(one: Reason, knowledge: Knowledge) -> tuple[int, int]:
    """How bad: by what it does to a plan, then by how much it forbids."""
    row = knowledge.rows.get(one.id)
    if not isinstance(row, Precaution):
        return (0, 0) if row else (len(WORST_FIRST), 0)
    uses = (*row.techniques.values(), *row.therapies.values())
    return WORST_FIRST.index(row.effect), -sum(use is Use.AVOID for use in uses)
