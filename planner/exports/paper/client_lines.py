"""Home care and therapies as the client reads of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from planner.knowledge import Knowledge
from planner.knowledge.entries.safety import Interaction, RegionRule
from planner.knowledge.known_again import known_by
from planner.model.ids import TaskId
from planner.model.order import grouped
from planner.model.phrase import Phrase
from planner.model.plan import Complementary, Plan, Reason, SelfCareTask
from planner.planning.complementary import as_it_began, is_over
from planner.planning.self_care import how_to
from planner.words import formed, joined, say
from planner.words.home import pictured
from planner.words.typed import printable

THERAPY_GOES_ON = say("Count from when you began.")
THERAPY_OVER = say("That time is over now. Ask the person who gives it if you go on.")
GENTLY = say("Go gently: do half as much of this one at first.")


@dataclass(frozen=True)
class HomeTask:
    """A home task as the client does it; what an earlier edition did not tell is empty.

    `pictured` says what its picture shows.
    """

    id: TaskId
    name: str
    pictured: str
    steps: str
    dose: str
    stop: str
    care: str
    serves: str = ""
    easier: str = ""
    harder: str = ""
    progress: str = ""


@dataclass(frozen=True)
class TherapyLine:
    """A therapy beside massage; `care` is what to mind with it, empty when nothing."""

    name: str
    plain: str
    often: str
    care: str


def home_task(task: SelfCareTask, knowledge: Knowledge) -> HomeTask:
    """A home task as the client does it, with its steps in full."""
    known = knowledge.self_care[task.id]
    steps = joined(task.steps or how_to(known), task.step)
    goals = [printable(one) for one in task.serves]
    return HomeTask(
        id=task.id,
        name=known.name,
        pictured=pictured(known.name, steps),
        steps=steps,
        dose=formed(task.dose, "sentence"),
        stop=formed(task.stop_if, "sentence"),
        care=GENTLY if task.cautions else "",
        serves=say("For your aim: {goals:semicolons}.", goals=goals) if goals else "",
        easier=formed(task.easier, "sentence") if task.easier else "",
        harder=formed(task.harder, "sentence") if task.harder else "",
        progress=task.progress_rule,
    )


def pain_rules(tasks: tuple[SelfCareTask, ...], knowledge: Knowledge) -> tuple[str, ...]:
    """How much pain is fine: once for all tasks where it is the same, else for which of them."""
    of_each = grouped((one.pain_rule, one.id) for one in tasks if one.pain_rule)
    if len(of_each) == 1:
        return tuple(of_each)
    names = {one.id: knowledge.self_care[one.id].name for one in tasks}
    return tuple(
        say("{names:commas}: {rule}", names=[names[one] for one in ids], rule=rule)
        for rule, ids in of_each.items()
    )


def therapy_line(one: Complementary, plan: Plan, knowledge: Knowledge) -> TherapyLine:
    """A therapy with the cautions that the client has to mind."""
    known = knowledge.therapies[one.id]
    return TherapyLine(
        name=known.name,
        plain=known.plain,
        often=_often(one, plan, formed(_plainly(one, known.plain_how_often), "sentence")),
        care=joined(*_plain_cautions(one.cautions, knowledge)),
    )


def _plainly(one: Complementary, usual: str) -> str:
    """How often as the therapist set or said it, else in plain words."""
    return as_it_began(one) if one.set else usual


def _often(one: Complementary, plan: Plan, often: Phrase) -> Phrase:
    """How often; at a later visit the course goes on from where it is, or is over."""
    if plan.supersedes is None or one.until is None:
        return often
    return joined(often, THERAPY_OVER if is_over(one, plan.on) else THERAPY_GOES_ON)


def _plain_cautions(cautions: Iterable[str], knowledge: Knowledge) -> tuple[str, ...]:
    """The client's wording of the cautions that have one."""
    rules: tuple[Interaction | RegionRule, ...]
    rules = (*knowledge.interactions.values(), *knowledge.region_rules.values())
    plain = {key: one.plain for one in rules for key in known_by(one.says)}
    said = (plain.get(known_by(one)[0]) for one in cautions)
    return tuple(one for one in said if one)


def answer_of(reason: Reason, knowledge: Knowledge) -> str:
    """The short name of an answer, and that the client was not sure of it."""
    label = knowledge.rows[reason.id].label
    return say("{answer} (not sure)", answer=label) if reason.unsure else label


def what_to_tell(plan: Plan, knowledge: Knowledge) -> str:
    """What to tell whoever gives a therapy: the answers that ask for care."""
    if not any(one.cautions for one in plan.complementary):
        return ""
    labels = [answer_of(one, knowledge) for one in plan.reasons if one.id in knowledge.rows]
    if not labels:
        return ""
    names = [knowledge.therapies[one.id].name for one in plan.complementary if one.cautions]
    return say(
        "Before you start with {names:or}, tell the person who gives it: {labels:semicolons}.",
        names=names,
        labels=labels,
    )
