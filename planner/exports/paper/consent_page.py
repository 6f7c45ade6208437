"""The consent on one page, for client and therapist together: a no stands beside each yes."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.exports.handout import hand_out_or_refuse
from planner.exports.kept_back import to_be_seen
from planner.exports.letterhead import beside_the_line
from planner.exports.paper.client_page import likely_in_words, visits_in_words
from planner.exports.paper.handout.boxed import boxed
from planner.exports.paper.handout.next_visit import money
from planner.exports.paper.typesetting import compiled, date_parts, paper_of
from planner.knowledge import Knowledge
from planner.knowledge.named import CONSENT_TO_SHARE
from planner.model.between.consent import Consent
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.plan import Load, Plan
from planner.model.practice import NOT_SET, Practice
from planner.visit.between.consenting import sensitive_in
from planner.words import SOURCE, Language, dated, in_language, joined, say
from planner.words.plan import places
from planner.words.terms import AGREED_BY, FEELS
from planner.words.typed import printable

TITLE = say("Do you agree to this massage?")
ASK = say("Please read this with us. Ask anything.")
FREE = say("You can say no, change your mind, or stop at any time, and you need not say why.")
SORE = say("You may be sore for a day or two.")
OTHERS = say(
    "You can move more, see a physical therapist, learn about pain, or wait. You can do these "
    "with or without massage."
)
WITHOUT = say("Some pain eases by itself. Some pain lasts.")
NEVER = say("Breasts and private parts.")
YOUR_SAY = say(
    "You undress as far as you like, alone. You are covered; only the part we work on is bare. "
    "Tell us if it is too much."
)
I_KNOW = say("I know what is planned, the risks and the other ways.")
WRITE = say("You may write to my doctor.")


@dataclass(frozen=True)
class Row:
    """A point that is told: its name, what it says, and what is this client's own in it."""

    name: str
    says: str
    own: str = ""


@dataclass(frozen=True)
class Choice:
    """What is agreed to by itself; None is not answered yet."""

    says: str
    answer: bool | None = None


def consent_pdf(
    plan: Plan,
    knowledge: Knowledge,
    given: Consent | None = None,
    practice: Practice = NOT_SET,
    language: Language = SOURCE,
) -> bytes:
    """The page as PDF, with what was agreed where it was; raises NotForHandout.

    The practice's own wording takes the place of what holds for everybody.
    """
    hand_out_or_refuse(plan, "consent")
    plan = to_be_seen(plan)
    facts, said = in_language(knowledge, language), in_language(plan, language)
    on = given.on if given else plan.on
    data = {
        "title": TITLE,
        "date": date_parts(on),
        "paper": paper_of(plan.locale),
        "client": printable(plan.client),
        "day": dated(on, "weekday"),
        "ask": ASK,
        "free": FREE,
        "rows": (*_of_this_plan(said, facts), *(() if practice.consent else _of_everybody(facts))),
        "own": tuple(printable(one) for one in practice.consent),
        "choices": tuple(_choices(said, given, facts)),
        "recorded": _recorded(given) if given else "",
        "signs": beside_the_line(practice),
        "small_print": [],
    }
    return compiled("consent.typ", data, language, practice)


def _of_this_plan(plan: Plan, knowledge: Knowledge) -> Iterator[Row]:
    if plan.massage:
        yield Row(say("What we plan"), _planned(plan, knowledge))
    if plan.massage and plan.massage.likely:
        yield Row(say("What may get better"), joined(*likely_in_words(plan, knowledge)))
    risks = [one.lead for one in boxed(plan, knowledge).shown]
    yield Row(say("What may go wrong"), SORE, joined(*risks))
    left_out = plan.massage.avoid_regions if plan.massage else ()
    names = places(knowledge.regions[one] for one in left_out)
    told = say("{places:semicolons}.", places=names) if names else ""
    yield Row(say("What we leave out"), joined(told, NEVER))


def _planned(plan: Plan, knowledge: Knowledge) -> Phrase:
    """The techniques, how they feel, where, and how many visits."""
    assert plan.massage is not None
    lines = plan.massage.techniques
    regions = each_once(region for one in lines for region in one.regions)
    what = say(
        "{strokes:spaces} Pressure: {feels}. Where: {places:semicolons}.",
        strokes=[knowledge.techniques[one.id].plain for one in lines],
        feels=each_once(FEELS[one.pressure] for one in lines),
        places=places(knowledge.regions[one] for one in regions),
    )
    return joined(what, visits_in_words(plan), _cost(plan.load))


def _cost(load: Load) -> Phrase | str:
    """What a visit costs, and all of them; empty where nobody said."""
    if not load.price or load.total_cost is None:
        return ""
    price, cost = (money(one, load.currency) for one in (load.price, load.total_cost))
    if load.visits == 1:
        return say("It costs {price}.", price=price)
    return say("Each costs {price}: {cost} in all.", price=price, cost=cost)


def _of_everybody(knowledge: Knowledge) -> Iterator[Row]:
    yield Row(say("Other ways"), OTHERS)
    yield Row(say("If you do nothing"), WITHOUT)
    yield Row(say("Your body, your say"), YOUR_SAY)
    yield Row(say("Your answers"), knowledge.consent[CONSENT_TO_SHARE].plain)


def _choices(plan: Plan, given: Consent | None, knowledge: Knowledge) -> Iterator[Choice]:
    yield Choice(I_KNOW, True if given and given.stands else None)
    said = given.places if given else {}
    for region in sensitive_in(plan, knowledge):
        (name,) = places([knowledge.regions[region]])
        may = say("You may work here, over the drape: {place}.", place=name)
        yield Choice(may, said.get(region))
    yield Choice(WRITE)


def _recorded(given: Consent) -> Phrase | str:
    """What the record has: who agreed and when, and since when it is taken back."""
    if given.by is None:
        return ""
    who = joined(AGREED_BY[given.by], printable(given.name) if given.name else "", by=", ")
    told = say("Recorded: agreed by {who} on {day}.", who=who, day=given.on)
    if given.withdrawn is None:
        return told
    back = given.withdrawn
    return joined(told, say("Taken back on {day} by {who}.", day=back.on, who=AGREED_BY[back.by]))
