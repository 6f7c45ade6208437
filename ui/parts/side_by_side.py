"""Two versions of a visit beside each other: what was said differently, and the plans' lines."""

from collections.abc import Iterator, Mapping
from datetime import date

import pandas as pd
import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.knowledge.own import knowing_own
from planner.model.ids import ConditionId, LineId
from planner.model.plan import Plan
from planner.model.visit import Draft
from planner.model.vocabulary import Answer, Locale
from planner.words import joined, say
from planner.words.plan import phase
from planner.words.terms import CLEARANCE
from planner.words.visit import CLOSED, FIELD
from ui.parts.markdown import bullets
from ui.state.language import shown, tell

NOT_SAID = say("not said")
BESIDE = frozenset({"handed_out", "by_hand_then", "past", "undone"})  # beside what was said
NAMED_BY = (
    "condition",
    "of",
    "line",
    "goal",
    "date",
    "region",
    "name",
    "instrument",
)  # what tells the entries of a list apart
Leaf = tuple[tuple[str, ...], object]


def what_differs(
    before: Draft, after: Draft, titles: tuple[str, str], knowledge: Knowledge
) -> None:
    """A table of every place where the two say something else."""
    rows = differences(before, after, knowledge)
    if not rows:
        st.caption(tell("Both say the same."))
        return
    table = pd.DataFrame(rows, columns=pd.Index([tell("What"), *titles]))
    st.dataframe(table, hide_index=True, alt=tell("What the two versions say differently"))


def differences(before: Draft, after: Draft, knowledge: Knowledge) -> list[tuple[str, str, str]]:
    """Each place where two visits differ, with what either says there."""
    old, new = (dict(_leaves(_said(visit))) for visit in (before, after))
    places = [place for place in {**old, **new} if old.get(place) != new.get(place)]
    return [
        (
            _named(place, knowledge),
            _shown(old.get(place), knowledge),
            _shown(new.get(place), knowledge),
        )
        for place in places
    ]


def _said(visit: Draft) -> dict[str, object]:
    """What was said, with its types, without the copies of whole plans that a visit holds."""
    said = visit.model_dump(exclude_unset=True, exclude={"follow_up": {"last", "plan"}})
    return {name: part for name, part in said.items() if name not in BESIDE}


def _leaves(of: object, place: tuple[str, ...] = ()) -> Iterator[Leaf]:
    if isinstance(of, Mapping):
        for key, value in of.items():
            yield from _leaves(value, (*place, str(key)))
    elif isinstance(of, list | tuple) and of and all(isinstance(one, Mapping) for one in of):
        for number, one in enumerate(of, 1):
            name = next((str(one[key]) for key in NAMED_BY if key in one), str(number))
            yield from _leaves(one, (*place, name))
    elif of not in (None, "", (), [], {}):
        yield place, of


def _named(place: tuple[str, ...], knowledge: Knowledge) -> str:
    steps = [FIELD[step] if step in FIELD else _called(step, knowledge) for step in place]
    return tell("{steps:capital}", steps=joined(*steps, by=", "))


def _called(value: str, knowledge: Knowledge) -> str:
    """What an id stands for; what a person typed stays as it is."""
    tables = (knowledge.questions, knowledge.regions)
    for table in tables:
        if value in table:
            return table[value].label  # type: ignore[index]
    if value in knowledge.locales:
        return knowledge.locales[Locale(value)].name
    if value in knowledge.conditions:
        return knowledge.conditions[ConditionId(value)].name
    for named in (knowledge.activities, knowledge.every_movement, knowledge.questionnaires):
        if value in named:
            return named[value].name  # type: ignore[index]
    return name_of(LineId(value), knowledge)


def _shown(value: object, knowledge: Knowledge) -> str:
    if value is None:
        return tell(NOT_SAID)
    if isinstance(value, list | tuple):
        return shown(joined(*(_shown(one, knowledge) for one in value), by="; "))
    if isinstance(value, bool):
        return tell(CLOSED[Answer][Answer.YES if value else Answer.NO])
    if isinstance(value, date):
        return tell("{day}", day=value)
    if type(value) in CLOSED:
        return tell(CLOSED[type(value)][value])  # type: ignore[index]  # it is one of the keys
    return _called(value, knowledge) if isinstance(value, str) else str(value)


def plan_lines(plan: Plan, knowledge: Knowledge) -> None:
    """The lines of a plan, short."""
    plan, knowledge = shown(plan), knowing_own(knowledge, plan)
    st.markdown(tell("**{word}** · {day}", word=CLEARANCE[plan.clearance], day=plan.on))
    lines = []
    if plan.massage:
        lines += [name_of(one.id, knowledge) for one in plan.massage.techniques]
        lines += [shown(phase(one)) for one in plan.massage.phases]
    lines += [name_of(one.id, knowledge) for one in plan.complementary]
    lines += [name_of(one.id, knowledge) for one in plan.self_care]
    st.markdown(bullets(lines) or tell("No plan."))
