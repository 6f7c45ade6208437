"""What the last answer changed in the plan: said from what to what, and marked at each line."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.edits import MASSAGE
from planner.model.ids import LineId
from planner.model.phrase import Phrase
from planner.model.plan import Complementary, Phase, Plan, SelfCareTask, TechniqueChoice
from planner.model.visit import Draft
from planner.model.vocabulary import Change
from planner.visit.said import edits
from planner.words import joined, say, say_in, say_many
from planner.words.plan import days_a_week, minutes, phase, places
from planner.words.terms import PRESSURE

MOST_NAMED = 4
DOSE = "dose"  # stands among the ids of lines for how often
NEW, GONE, CHANGED = say("New"), say("Gone"), say("Changed")
HOW_OFTEN = say("how often")
MARKS = {"new": say_in("mark of a line", "new"), "changed": say_in("mark of a line", "changed")}

Line = TechniqueChoice | Complementary | SelfCareTask | tuple[Phase, ...]
Lines = Mapping[str, Line]


class Seen(NamedTuple):
    """The visit the lines belong to, its lines, what was said of them, and each one's mark."""

    visit: str
    lines: Lines
    said: str = ""
    marks: Mapping[str, str] = {}


def lines_of(plan: Plan) -> dict[str, Line]:
    """Every line of the plan by its id, and how often under an id of its own."""
    techniques = plan.massage.techniques if plan.massage else ()
    found: dict[str, Line] = {
        str(one.id): one
        for part in (techniques, plan.complementary, plan.self_care)
        for one in part
    }
    if plan.massage:
        found[DOSE] = plan.massage.phases
    return found


def by_hand(draft: Draft) -> dict[str, str]:
    """The mark of each line that the hand changed since the plan was handed out."""
    came = {one.line for one in draft.edits if one.change is Change.ADD}
    came |= {one.other for one in draft.edits if one.change is Change.REPLACE and one.other}
    named = {line: "new" if line in came else "changed" for line in edits.changed_lines(draft)}
    return {DOSE if line == MASSAGE else str(line): mark for line, mark in named.items()}


def compared(
    before: Mapping[str, Any], now: Mapping[str, Any]
) -> tuple[list[str], list[str], list[str]]:
    """The lines that came, that went, and that read otherwise."""
    came = [one for one in now if one not in before]
    went = [one for one in before if one not in now]
    other = [one for one in now if one in before and now[one] != before[one]]
    return came, went, other


def seen_next(seen: Seen | None, visit: str, plan: Plan, knowledge: Knowledge) -> Seen:
    """What has been seen once this visit is: nothing is new where it is the same as before."""
    now = lines_of(plan)
    if seen is None:
        return Seen(visit, now)
    if visit == seen.visit:
        return seen
    came, went, other = compared(seen.lines, now)
    marks = dict.fromkeys(came, "new") | dict.fromkeys(other, "changed")
    said = _said((came, went), [(seen.lines[one], now[one], one) for one in other], knowledge)
    return Seen(visit, now, said, marks)


Changed = tuple[Line, Line, str]


def _said(moved: tuple[list[str], list[str]], other: list[Changed], knowledge: Knowledge) -> Phrase:
    came, went = moved
    parts = (
        (NEW, came, lambda one: _name(one, knowledge)),
        (GONE, went, lambda one: _name(one, knowledge)),
        (CHANGED, other, lambda one: _from_to(one, knowledge)),
    )
    return joined(*(_told(word, lines, named) for word, lines, named in parts if lines))


def _told(word: Phrase, lines: list[Any], named: Callable[[Any], Phrase]) -> Phrase:
    names = [named(one) for one in lines[:MOST_NAMED]]
    more = len(lines) - MOST_NAMED
    if more > 0:
        names.append(say_many("{number} more line", "{number} more lines", more))
    return say("{word}: {names:semicolons}.", word=word, names=tuple(names))


def _name(line: str, knowledge: Knowledge) -> Phrase:
    return HOW_OFTEN if line == DOSE else joined(name_of(LineId(line), knowledge))


def _from_to(changed: Changed, knowledge: Knowledge) -> Phrase:
    """A line from what to what; only its name where the same few words say both."""
    before, now, line = changed
    was, is_now = in_short(before, knowledge), in_short(now, knowledge)
    name = _name(line, knowledge)
    if was == is_now:
        return name
    return say("{name}, {before} → {now}", name=name, before=was, now=is_now)


def in_short(line: Line, knowledge: Knowledge) -> Phrase:
    """What a line comes to in a few words: how firm and where, how often, how long."""
    if isinstance(line, TechniqueChoice):
        where = places(knowledge.regions[one] for one in line.regions)
        return say(
            "{pressure}, {places:semicolons}", pressure=PRESSURE[line.pressure], places=where
        )
    if isinstance(line, Complementary):
        return joined(line.how_often)
    if isinstance(line, SelfCareTask):
        return joined(minutes(line.minutes), days_a_week(line.days_per_week), by=", ")
    return joined(*(phase(one) for one in line), by="; ")
