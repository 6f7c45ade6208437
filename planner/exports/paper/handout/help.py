"""Whom to call and at which signs: a row for each number, the most urgent first."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.exports.calls import signs_of
from planner.knowledge import Knowledge
from planner.model.plan import Plan
from planner.model.practice import Practice
from planner.words import joined, say
from planner.words.typed import printable

TODAY = say("Doctor today")
SOON = say("Doctor soon")
LOW = say("life feels too hard to bear")
DAY_AND_NIGHT = say("Day or night.")
QUESTION = say("a task hurts or you have a question")
ASK_US = say("Ask us")


@dataclass(frozen=True)
class HelpRow:
    """A number, or who is meant, and the signs at which it is called; each is read after "If"."""

    whom: str
    signs: tuple[str, ...]
    then: str = ""


@dataclass(frozen=True)
class Help:
    """The emergency number with its signs, then the others."""

    emergency: HelpRow
    others: tuple[HelpRow, ...]


def help_for(plan: Plan, knowledge: Knowledge, practice: Practice) -> Help:
    """The rows for one client, with the numbers of their part of the world."""
    signs, local = signs_of(plan, knowledge), knowledge.locales[plan.locale]
    now = HelpRow(say("{number} now", number=local.emergency), signs.now)
    today = HelpRow(TODAY, signs.today, say("Call {whom}.", whom=local.urgent))
    soon = (HelpRow(SOON, signs.soon),) if signs.soon else ()
    crisis = HelpRow(local.crisis, (LOW,), DAY_AND_NIGHT)
    return Help(now, (today, *soon, crisis, *_practice(practice)))


def _practice(practice: Practice) -> Iterator[HelpRow]:
    names = tuple(printable(one) for one in (practice.therapist, practice.name) if one)
    whom = joined(*names, by=", ")
    then = say("{name:stopped}", name=whom) if names else ""
    yield HelpRow(printable(practice.phone) or ASK_US, (QUESTION,), then)
