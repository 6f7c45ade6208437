"""What follows page one: each task in full, and whatever else the client should know."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.exports.paper.client_lines import HomeTask
from planner.exports.paper.client_page import ClientPage
from planner.exports.paper.handout.boxed import Minded
from planner.exports.paper.handout.next_visit import what_next
from planner.exports.paper.handout.page import PageOne, Part
from planner.knowledge import Knowledge
from planner.model.plan import Plan
from planner.words import joined, say


@dataclass(frozen=True)
class After:
    """The pages after page one."""

    tasks: tuple[HomeTask, ...]
    parts: tuple[Part, ...]


def after(plan: Plan, client: ClientPage, page: PageOne, knowledge: Knowledge) -> After:
    """Everything that page one has no room for in any plan."""
    parts = (Part(name, lines) for name, lines in _parts(plan, client, page, knowledge))
    return After(client.home, (*page.overleaf, *(one for one in parts if one.lines)))


def _parts(
    plan: Plan, client: ClientPage, page: PageOne, knowledge: Knowledge
) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield say("How much pain is all right"), client.pain_rules
    yield say("What we mind for you"), (*_minded(page.boxed.left), *_of_places(plan, knowledge))
    yield say("Good to try"), _therapies(client)
    yield say("All your aims"), client.more_aims
    yield say("What next"), _next(plan, client)
    yield say("Massage"), _massage(plan, client)


def _massage(plan: Plan, client: ClientPage) -> tuple[str, ...]:
    """All of it; without massage only why."""
    if plan.massage is None:
        return client.massage[:1]
    return (*client.massage, *client.more_wishes, *client.likely)


def _next(plan: Plan, client: ClientPage) -> tuple[str, ...]:
    return tuple(filter(None, (what_next(plan), *client.change, *client.more_change)))


def _minded(left: tuple[Minded, ...]) -> tuple[str, ...]:
    return tuple(joined(one.lead, one.rest) for one in left)


def _of_places(plan: Plan, knowledge: Knowledge) -> tuple[str, ...]:
    """What holds at a place in everybody, where there is massage."""
    reasons = plan.reasons if plan.massage else ()
    return tuple(one.plain for one in reasons if one.id in knowledge.region_rules)


def _therapies(client: ClientPage) -> tuple[str, ...]:
    told = [
        say("{name}: {what}", name=one.name, what=joined(one.plain, one.often, one.care))
        for one in client.beside
    ]
    return tuple(filter(None, (*told, client.tell)))
