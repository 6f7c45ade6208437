"""Two versions of a visit beside each other: what was said differently, and the plans' lines."""

from collections.abc import Iterator, Mapping

import pandas as pd
import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.ids import ConditionId, QuestionId, ReasonId
from planner.model.plan import Plan
from planner.model.visit import Draft
from planner.words import say
from planner.words.plan import phase
from planner.words.terms import CLEARANCE
from ui.parts.wording import plain
from ui.state.language import shown, tell

NOT_SAID = say("not said")
NAMED_BY = ("condition", "for", "line")  # what tells the entries of a list apart
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
        (_named(place, knowledge), _shown(old.get(place)), _shown(new.get(place)))
        for place in places
    ]


def _said(visit: Draft) -> dict[str, object]:
    """What was said, as it is kept, without the copies of whole plans that a follow-up holds."""
    plans = {"follow_up": {"last", "plan"}}
    return visit.model_dump(mode="json", exclude_unset=True, exclude=plans)


def _leaves(of: object, place: tuple[str, ...] = ()) -> Iterator[Leaf]:
    if isinstance(of, Mapping):
        for key, value in of.items():
            yield from _leaves(value, (*place, str(key)))
    elif isinstance(of, list) and of and all(isinstance(one, Mapping) for one in of):
        for number, one in enumerate(of, 1):
            name = next((str(one[key]) for key in NAMED_BY if key in one), str(number))
            yield from _leaves(one, (*place, name))
    elif of not in (None, "", [], {}):
        yield place, of


def _named(place: tuple[str, ...], knowledge: Knowledge) -> str:
    return ", ".join(_step(step, knowledge) for step in place).capitalize()


def _step(step: str, knowledge: Knowledge) -> str:
    row = knowledge.rows.get(QuestionId(ReasonId(step)))
    condition = knowledge.conditions.get(ConditionId(step))
    if row:
        return row.label
    if condition:
        return condition.name
    return step.replace("-", " ").replace("_", " ").replace(":", ", ")


def _shown(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return tell("yes") if value else tell("no")
    return tell(NOT_SAID) if value is None else str(value)


def plan_lines(plan: Plan, knowledge: Knowledge) -> None:
    """The lines of a plan, short."""
    plan = shown(plan)
    st.markdown(tell("**{word}** · {day}", word=CLEARANCE[plan.clearance], day=plan.on))
    lines = []
    if plan.massage:
        lines += [name_of(one.id, knowledge) for one in plan.massage.techniques]
        lines += [shown(phase(one)) for one in plan.massage.phases]
    lines += [name_of(one.id, knowledge) for one in plan.complementary]
    lines += [name_of(one.id, knowledge) for one in plan.self_care]
    st.markdown("\n".join(f"- {plain(line)}" for line in lines) or tell("No plan."))
