"""The plan to take home as PDF."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from planner.exports.handout import hand_out_or_refuse
from planner.exports.paper.handout.making import TITLE, Said, about, handout
from planner.exports.paper.sheet.papers import therapist_pages
from planner.exports.paper.typesetting import compiled
from planner.knowledge import Knowledge
from planner.model.between.consent import Consent
from planner.model.intake import Conversation
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.words import SOURCE, Language

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
    said = Said(plan, visit, knowledge, language, practice, brought.own)
    data = {
        **about(TITLE, plan.on, plan.locale),
        "handout": handout(said),
        "therapist": therapist_pages(plan, visit, knowledge, practice, brought.consent),
    }
    return compiled("plan.typ", data, language, practice)
