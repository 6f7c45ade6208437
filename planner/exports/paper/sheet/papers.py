"""The therapist's papers as PDF: the sheet with its evidence, or the evidence by itself."""

from collections.abc import Mapping
from typing import Any

from planner.exports.handout import hand_out_or_refuse
from planner.exports.paper.sheet.evidence import evidence
from planner.exports.paper.sheet.in_force import Asked
from planner.exports.paper.sheet.numbered import Numbered
from planner.exports.paper.sheet.whole import TITLE, sheet
from planner.exports.paper.typesetting import compiled, date_parts, paper_of
from planner.knowledge import Knowledge
from planner.knowledge.own import knowing_own
from planner.model.between.consent import Consent
from planner.model.intake import Conversation
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.words import SOURCE, Language, say

SHEET, EVIDENCE = "sheet", "evidence"


def therapist_pdf(
    plan: Plan,
    intake: Conversation,
    knowledge: Knowledge,
    language: Language = SOURCE,
    practice: Practice = NOT_SET,
    consent: Consent | None = None,
) -> bytes:
    """The sheet and the evidence; raises NotForHandout where the plan may not leave the screen."""
    hand_out_or_refuse(plan, "therapist-pdf")
    pages = therapist_pages(plan, intake, knowledge, practice, consent)
    return compiled("therapist.typ", _whole(plan, TITLE, pages), language, practice)


def evidence_pdf(
    plan: Plan,
    intake: Conversation,
    knowledge: Knowledge,
    language: Language = SOURCE,
    practice: Practice = NOT_SET,
) -> bytes:
    """The evidence by itself; raises NotForHandout where the plan may not leave the screen.

    The sheet is measured for what it has no room for.
    """
    hand_out_or_refuse(plan, "evidence-pdf")
    both = therapist_pages(plan, intake, knowledge, practice)
    pages = {"evidence": both["evidence"], "only_measured": both["sheet"], "papers": [EVIDENCE]}
    title = say("Why this plan, and how sure we are")
    return compiled("therapist.typ", _whole(plan, title, pages), language, practice)


def therapist_pages(
    plan: Plan,
    intake: Conversation,
    knowledge: Knowledge,
    practice: Practice,
    consent: Consent | None = None,
) -> dict[str, Any]:
    """Both papers as data; they share one list of sources, and the sheet's numbers come first."""
    known = knowing_own(knowledge, plan)
    asked, marks = Asked(plan, intake, known), Numbered(plan, known)
    return {
        "sheet": sheet(asked, marks, practice, consent),
        "evidence": evidence(asked, marks),
        "papers": [SHEET, EVIDENCE],
    }


def _whole(plan: Plan, title: str, pages: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "title": title,
        "date": date_parts(plan.on),
        "paper": paper_of(plan.locale),
        "small_print": [],
        "therapist": pages,
    }
