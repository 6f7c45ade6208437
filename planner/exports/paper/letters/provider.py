"""The letter to whoever gives a therapy of the plan: their part of it, and what binds it."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.exports.agreed import in_full
from planner.exports.paper.letters.asked_and_no import asked_and_no
from planner.exports.paper.letters.frame import Letter, typeset
from planner.exports.paper.letters.pain_table import PainTable, pain_table
from planner.exports.paper.letters.planned import in_short
from planner.knowledge import Knowledge
from planner.knowledge.entries.interventions import Therapy
from planner.knowledge.own import knowing_own
from planner.model.errors import NotForHandout, Problem
from planner.model.ids import TherapyId
from planner.model.intake import Conversation
from planner.model.phrase import Phrase
from planner.model.plan import Complementary, Plan
from planner.model.practice import NOT_SET, Practice
from planner.safety.refusals import as_its_giver_reads_it
from planner.words import SOURCE, Language, formed, joined, say
from planner.words.limits import NOT_AT_HOME
from planner.words.plan import aim_of
from planner.words.typed import printable

TITLE = say("Letter")
MOVEMENT = "movement"
NOTHING_BINDS = say("Nothing that was asked about asks for care here.")
NO_MASSAGE = say("No massage.")
NOTHING_AT_HOME = say("No home tasks.")
CHOOSE = say("Choose the exercises. Tell us what to drop from ours, so that there is one list.")
TELL_US = say("Tell us what you find, and what we should change.")


@dataclass(frozen=True)
class ProviderLetter:
    """The letter, part by part; an empty part is not printed. `asked` were all answered no."""

    subject: str
    please: str
    often: str
    wants: tuple[str, ...]
    mind: tuple[str, ...]
    pain: PainTable
    asked: tuple[str, ...]
    we_do: str
    at_home: tuple[str, ...]
    we_ask: str


def print_provider(
    therapy: TherapyId,
    plan: Plan,
    intake: Conversation,
    knowledge: Knowledge,
    language: Language = SOURCE,
    practice: Practice = NOT_SET,
) -> bytes:
    """The letter as PDF; raises NotForHandout where the plan has no such therapy."""
    line = next((one for one in plan.complementary if one.id == therapy), None)
    if line is None or not plan.clearance.may_be_handed_out:
        what = say("no letter: '{therapy}' is not in a plan that may leave", therapy=therapy)
        raise NotForHandout([Problem("letter", what)])
    parts = provider_letter(line, plan, intake, knowing_own(knowledge, plan))
    return typeset(Letter("provider", TITLE, parts), plan, language, practice)


def provider_letter(
    line: Complementary, plan: Plan, intake: Conversation, knowledge: Knowledge
) -> ProviderLetter:
    """The letter about one therapy of the plan."""
    therapy = knowledge.therapies[line.id]
    return ProviderLetter(
        subject=_subject(therapy, plan, knowledge),
        please=_please(therapy),
        often=joined(_often(line), printable(line.own)),
        wants=_wants(plan),
        mind=tuple(_mind(line, therapy, plan, knowledge)) or (NOTHING_BINDS,),
        pain=pain_table(plan, intake, knowledge),
        asked=asked_and_no(intake, knowledge),
        we_do=_we_do(plan, knowledge),
        at_home=_at_home(plan, knowledge),
        we_ask=CHOOSE if therapy.family == MOVEMENT else TELL_US,
    )


def _subject(therapy: Therapy, plan: Plan, knowledge: Knowledge) -> Phrase:
    names = [formed(knowledge.conditions[one].name, "lower") for one in plan.conditions]
    return say("{therapy} for {conditions}", therapy=therapy.name, conditions=names)


def _please(therapy: Therapy) -> Phrase:
    if therapy.family == MOVEMENT:
        return say("assess this client, and teach what can be done at home.")
    return say("assess this client, and see whether this is for them.")


def _often(line: Complementary) -> Phrase:
    return say("We thought of {often:stopped}", often=formed(line.how_often, "lower"))


def _wants(plan: Plan) -> tuple[str, ...]:
    measures = plan.measures
    return tuple(aim_of(one, measures) for one in measures.goals) if measures else ()


def _mind(line: Complementary, therapy: Therapy, plan: Plan, knowledge: Knowledge) -> Iterator[str]:
    """What binds this therapy: answers, cautions, kinds of exercise, what is not for them."""
    yield from dict.fromkeys(map(as_its_giver_reads_it, line.cautions))
    yield from line.by_hand
    if therapy.family == MOVEMENT and plan.limits.exercise_not:
        kinds = tuple(NOT_AT_HOME[one] for one in plan.limits.exercise_not)
        yield say("No {kinds:or}.", kinds=kinds)
    banned = [one.id for one in plan.not_chosen if one.must_not]
    names = [
        knowledge.therapies[TherapyId(one)].name for one in banned if one in knowledge.therapies
    ]
    if names:
        yield say("Not for this client: {therapies:commas}.", therapies=names)
    yield from in_full(plan, knowledge)


def _we_do(plan: Plan, knowledge: Knowledge) -> Phrase:
    if plan.massage is None:
        return NO_MASSAGE
    told = joined(*in_short(plan.massage, knowledge), by="; ")
    return say("{sentence:sentence}", sentence=told)


def _at_home(plan: Plan, knowledge: Knowledge) -> tuple[Phrase, ...]:
    told = tuple(
        say("{task}: {dose}", task=knowledge.self_care[one.id].name, dose=formed(one.dose, "lower"))
        for one in plan.self_care
    )
    return told or (NOTHING_AT_HOME,)
