"""The client's handout and the month sheet as PDF."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

from planner.exports.handout import hand_out_or_refuse
from planner.exports.letterhead.logo import drawing_of
from planner.exports.paper.client_page import client_page
from planner.exports.paper.handout.after import After, after
from planner.exports.paper.handout.month import DAYS, FORTNIGHT, Month, blank_month, month_of
from planner.exports.paper.handout.page import PageOne, in_large_print, page_one
from planner.exports.paper.handout.short import code_of, short_text
from planner.exports.paper.typesetting import compiled, date_parts, paper_of
from planner.figures.stored import still
from planner.knowledge import Knowledge
from planner.knowledge.own import knowing_own
from planner.model.intake import Conversation
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.words import SOURCE, Language, in_language, say

TITLE = say("Your plan")


class Given(Protocol):
    """What a handout is made from."""

    @property
    def plan(self) -> Plan:
        """The plan that is handed out."""

    @property
    def intake(self) -> Conversation:
        """What was said at the visit."""

    @property
    def knowledge(self) -> Knowledge:
        """The knowledge base."""

    @property
    def language(self) -> Language:
        """The client's language."""

    @property
    def practice(self) -> Practice:
        """The practice, where it is set."""

    @property
    def own(self) -> Mapping[str, bytes]:
        """Pictures (PNG) that the therapist brought, by the line."""


class Said(NamedTuple):
    """The same as a value."""

    plan: Plan
    intake: Conversation
    knowledge: Knowledge
    language: Language = SOURCE
    practice: Practice = NOT_SET
    own: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True)
class Handout:
    """Everything that the template lays out; `code` is a drawing of the plan's short text."""

    large: bool
    page: PageOne
    month: Month | None
    after: After
    pictures: Mapping[str, str]
    code: str


def handout(of: Given, *, large: bool = False, diary: bool = True) -> Handout:
    """The handout as a value, in large print or not, with the diary as page two or without."""
    plan = in_language(of.plan, of.language)
    knowledge = knowing_own(of.knowledge, plan)
    client = client_page(plan, knowledge, of.intake.measured)
    whole = page_one(plan, client, knowledge, of.practice)
    page = in_large_print(whole, plan, knowledge) if large else whole
    days = FORTNIGHT if large else DAYS
    return Handout(
        large=large,
        page=page,
        month=month_of(plan, knowledge, days) if diary and plan.measures else None,
        after=after(plan, client, page, knowledge),
        pictures=pictures(plan, of.own),
        code=code_of(short_text(whole, of.language)),
    )


def handout_pdf(of: Given, *, large: bool = False, diary: bool = True) -> bytes:
    """The client's file; raises NotForHandout when the plan may not leave the screen."""
    hand_out_or_refuse(of.plan, "pdf")
    data = {
        **about(TITLE, of.plan.on, of.plan.locale),
        "handout": handout(of, large=large, diary=diary),
    }
    return compiled("handout.typ", data, of.language, of.practice)


def month_pdf(of: Given) -> bytes:
    """The month sheet of one client; raises NotForHandout as the handout does."""
    hand_out_or_refuse(of.plan, "pdf")
    plan = in_language(of.plan, of.language)
    month = month_of(plan, knowing_own(of.knowledge, plan))
    drawn = {"month": month, "pictures": pictures(plan, of.own)}
    data = {**about(month.title, plan.on, plan.locale), "sheet": drawn}
    return compiled("handout.typ", data, of.language, of.practice)


def month_sheet_pdf(
    first: date, locale: str, language: Language = SOURCE, practice: Practice = NOT_SET
) -> bytes:
    """The blank sheet from a day on, on the paper of the place."""
    month = blank_month(first)
    data = {**about(month.title, first, locale), "sheet": {"month": month, "pictures": {}}}
    return compiled("handout.typ", data, language, practice)


def pictures(plan: Plan, own: Mapping[str, bytes]) -> dict[str, str]:
    """The drawing of each home task that has one."""
    lines = [str(one.id) for one in plan.self_care]
    drawn = {line: drawing for line in lines if (drawing := still(line))}
    return drawn | {line: drawing_of(own[line]) for line in lines if line in own}


def about(title: str, on: date, locale: str) -> dict[str, Any]:
    """What every paper is told of itself."""
    return {"title": title, "date": date_parts(on), "paper": paper_of(locale)}
