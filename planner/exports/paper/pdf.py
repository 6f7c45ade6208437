"""The plan to take home as PDF."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

from planner.exports.handout import hand_out_or_refuse
from planner.exports.letterhead.logo import drawing_of
from planner.exports.paper.client_page import client_page
from planner.exports.paper.sheet.papers import therapist_pages
from planner.exports.paper.typesetting import compiled, date_parts, paper_of
from planner.figures.stored import still
from planner.knowledge import Knowledge
from planner.model.between.consent import Consent
from planner.model.intake import Conversation
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.words import SOURCE, Language, in_language, say

NONE: Mapping[str, bytes] = MappingProxyType({})


class Brought(NamedTuple):
    """What else there is of a client: pictures (PNG) by the line, and consent as recorded."""

    own: Mapping[str, bytes] = NONE
    consent: Consent | None = None


NOTHING = Brought()


def plan_pdf(
    plan: Plan,
    knowledge: Knowledge,
    language: Language = SOURCE,
    intake: Conversation | None = None,
    practice: Practice = NOT_SET,
    brought: Brought = NOTHING,
) -> bytes:
    """The client's part, then the therapist's; raises NotForHandout where it may not leave.

    `intake`: the visit that the plan was made from; without it only what the plan itself knows.
    """
    hand_out_or_refuse(plan, "pdf")
    visit = intake or Conversation(format=1, on=plan.on)
    therapist = therapist_pages(plan, visit, knowledge, practice, brought.consent)
    data = {**_client(plan, visit, knowledge, language, brought.own), "therapist": therapist}
    return compiled("plan.typ", data, language, practice)


def _client(
    plan: Plan,
    intake: Conversation,
    knowledge: Knowledge,
    language: Language,
    own: Mapping[str, bytes],
) -> dict[str, Any]:
    said = in_language(plan, language)
    return {
        "title": say("Your plan"),
        "date": date_parts(plan.on),
        "paper": paper_of(plan.locale),
        "small_print": [],
        "client": client_page(said, knowledge, intake.measured),
        "pictures": _pictures(plan, own),
    }


def _pictures(plan: Plan, own: Mapping[str, bytes]) -> dict[str, str]:
    """The drawing of each home task that has one."""
    lines = [str(one.id) for one in plan.self_care]
    drawn = {line: drawing for line in lines if (drawing := still(line))}
    return drawn | {line: drawing_of(own[line]) for line in lines if line in own}
