"""The plan to take home as PDF."""

from collections.abc import Mapping
from types import MappingProxyType

from planner.exports.handout import hand_out_or_refuse
from planner.exports.letterhead.logo import drawing_of
from planner.exports.paper.client_page import client_page
from planner.exports.paper.therapist_pages import therapist_pages
from planner.exports.paper.typesetting import compiled, date_parts, paper_of
from planner.figures.stored import still
from planner.knowledge import Knowledge
from planner.model.intake import QuestionnaireScore
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.words import SOURCE, Language, in_language, say
from planner.words.typed import breakable

NONE: Mapping[str, bytes] = MappingProxyType({})


def plan_pdf(
    plan: Plan,
    knowledge: Knowledge,
    language: Language = SOURCE,
    measured: tuple[QuestionnaireScore, ...] = (),
    practice: Practice = NOT_SET,
    own: Mapping[str, bytes] = NONE,
) -> bytes:
    """The plan to take home; raises NotForHandout when it may not leave the screen.

    `measured`: the scores of forms that the visit holds. `own`: pictures (PNG) that the therapist
    brought, by the line.
    """
    hand_out_or_refuse(plan, "pdf")
    said = in_language(plan, language)
    therapist = therapist_pages(said, knowledge)
    data = {
        "title": say("Your plan"),
        "date": date_parts(plan.on),
        "paper": paper_of(plan.locale),
        "small_print": [],
        "client": client_page(said, knowledge, measured),
        "pictures": _pictures(plan, own),
        "therapist": therapist,
        "footer": say(
            "For the therapist · {client} · {day} · facts {knowledge}",
            client=breakable(plan.client),
            day=plan.on,
            knowledge=plan.knowledge,
        ),
    }
    return compiled("plan.typ", data, language, practice)


def _pictures(plan: Plan, own: Mapping[str, bytes]) -> dict[str, str]:
    """The drawing of each home task that has one."""
    lines = [str(one.id) for one in plan.self_care]
    drawn = {line: drawing for line in lines if (drawing := still(line))}
    return drawn | {line: drawing_of(own[line]) for line in lines if line in own}
