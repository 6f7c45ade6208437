"""The therapist's note of a first visit, from what was entered; never a diagnosis."""

from collections.abc import Iterable, Iterator

from planner.exports.handout import hand_out_or_refuse
from planner.exports.kept_back import to_be_seen
from planner.exports.notes.found import behaviour, findings, goal_in_words
from planner.exports.notes.reported import came_with, reported
from planner.exports.notes.scores import given, table
from planner.exports.notes.soap import HANDS_ON, VisitNote, agreed, called
from planner.exports.notes.tables import Table
from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.knowledge.own import knowing_own
from planner.model.ids import LineId
from planner.model.intake import Conversation
from planner.model.plan import Plan
from planner.model.vocabulary import Technique
from planner.visit.measured import in_full
from planner.words import dated, say
from planner.words.typed import printable

NOTHING_ASKED = say("Nothing in the answers asks for a change.")


def first_note(plan: Plan, intake: Conversation, knowledge: Knowledge) -> VisitNote:
    """The note of a first visit; raises NotForHandout when the plan may not leave the screen."""
    hand_out_or_refuse(plan, "note")
    plan = to_be_seen(plan)
    knowledge = knowing_own(knowledge, plan)
    scores = tuple(table([given(plan.on, intake.severity)]))
    return VisitNote(
        client=printable(plan.client),
        on=dated(plan.on),
        subjective=tuple(_subjective(plan, intake, scores, knowledge)),
        objective=tuple(findings(intake.assessment, knowledge)) or (HANDS_ON,),
        assessment=tuple(_assessment(plan, knowledge)),
        plan=tuple(_plan(plan, knowledge)),
        tables=scores,
    )


def _subjective(
    plan: Plan, intake: Conversation, scores: tuple[Table, ...], knowledge: Knowledge
) -> Iterator[str]:
    """What the client says."""
    yield came_with(intake, knowledge)
    for one in scores:
        yield from one.lines
    yield from behaviour(intake.assessment, knowledge)
    yield from map(goal_in_words, intake.preferences.goals)
    yield from in_full(intake.measured, knowledge)
    yield from reported(plan.reasons, intake, knowledge)


def _assessment(plan: Plan, knowledge: Knowledge) -> Iterator[str]:
    """What the answers ask for; no name for what the pain may be."""
    yield called(plan, knowledge)
    yield from dict.fromkeys(one.says for one in plan.reasons)
    if not plan.reasons:
        yield NOTHING_ASKED


def _plan(plan: Plan, knowledge: Knowledge) -> Iterator[str]:
    """What was agreed."""
    yield from agreed(plan)
    if plan.massage:
        techniques = _names((one.id for one in plan.massage.techniques), knowledge)
        yield say("Techniques: {names:semicolons}.", names=techniques)
    if plan.complementary:
        therapies = _names((one.id for one in plan.complementary), knowledge)
        yield say("Beside massage: {names:semicolons}.", names=therapies)
    if plan.self_care:
        tasks = _names((one.id for one in plan.self_care), knowledge)
        yield say("At home: {names:semicolons}.", names=tasks)


def _names(lines: Iterable[LineId | Technique], knowledge: Knowledge) -> list[str]:
    return [name_of(one, knowledge) for one in lines]
