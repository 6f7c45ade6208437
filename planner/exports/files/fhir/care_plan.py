"""The care plan itself: whose, why, for how long, towards what, by which activities."""

from collections.abc import Iterator

from planner.exports.agreed import in_full
from planner.exports.binding import what_binds
from planner.exports.files.fhir.activities import (
    MASSAGE,
    activities,
    home_lines,
    judged_of,
    massage_lines,
    prohibited_of,
)
from planner.exports.files.fhir.conditions import to_conditions
from planner.exports.files.fhir.dossier import (
    PLAN,
    PROGRAM,
    Dossier,
    Part,
    coded,
    identifier_of_plan,
    period,
    texts,
)
from planner.exports.files.fhir.goals import goal_keys
from planner.exports.files.fhir.narrative import Block
from planner.exports.files.fhir.observations import observation_keys
from planner.exports.files.fhir.people import author_of, named
from planner.exports.files.fhir.requests import line
from planner.exports.handout import small_print
from planner.knowledge.names import name_of
from planner.model.phrase import Phrase
from planner.model.plan import Load, Reason
from planner.planning.course.occasions import ends
from planner.words import joined, say
from planner.words.plan import visits

TITLE = say("Pain plan")
ASSESS_PLAN = coded("http://hl7.org/fhir/us/core/CodeSystem/careplan-category", "assess-plan")


def care_plan(of: Dossier) -> Part:
    """The plan as one resource; it replaces the plan before it."""
    plan, author = of.plan, author_of(of.practice)
    others = [one for one in (*named(of.practice), PROGRAM) if one != author]
    before = [{"identifier": identifier_of_plan(one)} for one in (of.beside.before,) if one]
    content = {
        "identifier": [identifier_of_plan(plan)],
        "replaces": before,
        "status": "active",
        "intent": "plan",
        "category": [ASSESS_PLAN],
        "title": TITLE,
        "description": description(of),
        "subject": of.client,
        "period": period(plan.on, ends(plan)),
        "created": plan.on.isoformat(),
        "author": of.to(author),
        "contributor": [of.to(one) for one in others],
        "addresses": to_conditions(of),
        "supportingInfo": [of.to(one) for one in observation_keys(of)],
        "goal": [of.to(one) for one in goal_keys(of)],
        "activity": [{"detail": one} for one in activities(of)],
        "note": [*texts(notes(of))],
    }
    told = [Block(TITLE, (description(of),)), *the_plan(of), *at_home(of), *safety(of)]
    return of.resource("CarePlan", PLAN, told, content)


def description(of: Dossier) -> Phrase:
    """What the plan is for."""
    return joined(*(of.knowledge.conditions[one].name for one in of.plan.conditions), by="; ")


def the_plan(of: Dossier) -> Iterator[Block]:
    """What others do: massage, therapies, the review; and what it costs."""
    yield Block(MASSAGE, tuple(massage_lines(of)))
    yield Block(say("Beside massage"), tuple(line(of, one) for one in of.plan.complementary))
    yield Block(say("How it is judged"), tuple(map(_told, judged_of(of))))
    yield Block(say("Cost"), tuple(_cost(of.plan.load)))


def at_home(of: Dossier) -> Iterator[Block]:
    """What the client does."""
    yield Block(say("At home"), tuple(home_lines(of)))


def safety(of: Dossier) -> Iterator[Block]:
    """What binds, what is left out, what the answers ask for."""
    yield Block(say("What to mind"), tuple(_minded(of)))
    yield Block(say("Left out"), tuple(map(_told, prohibited_of(of))))
    yield Block(say("Considered, not chosen"), tuple(_not_chosen(of)))
    yield Block(say("To talk through"), tuple(of.plan.talk))
    yield Block("", tuple(small_print(of.knowledge)))


def notes(of: Dossier) -> Iterator[str]:
    """What binds and what is not as wished, then what the answers ask for and what it costs."""
    yield from _minded(of)
    yield from of.plan.talk
    yield from _cost(of.plan.load)
    yield from small_print(of.knowledge)


def _minded(of: Dossier) -> Iterator[str]:
    yield from in_full(of.plan, of.knowledge)
    yield from what_binds(of.plan, of.knowledge)
    yield from of.plan.load.beyond
    yield from (_asked_for(reason, of) for reason in of.plan.reasons)


def _asked_for(reason: Reason, of: Dossier) -> str:
    """What an answer asks for; of one the client was not sure of, that too."""
    row = of.knowledge.rows.get(reason.id)
    if row is None or not reason.unsure:
        return reason.says
    return say("Not sure about this: {answer}. {says}", answer=row.label, says=reason.says)


def _not_chosen(of: Dossier) -> Iterator[str]:
    """What the answers leave, and another stood higher."""
    for one in of.plan.not_chosen:
        if not one.must_not:
            yield say("{name}: {told}", name=name_of(one.id, of.knowledge), told=one.why)


def _told(detail: Part) -> str:
    """An activity as a line."""
    return say("{name}: {told}", name=detail["code"]["text"], told=detail["description"])


def _cost(load: Load) -> Iterator[str]:
    """What the visits cost, each and in all, where somebody named a price."""
    if load.price and load.total_cost is not None and load.visits:
        yield say(
            "{visits} at {price:,.2f} {currency}: {total:,.2f} {currency} in all.",
            visits=visits(load.visits),
            price=load.price,
            total=load.total_cost,
            currency=load.currency,
        )
