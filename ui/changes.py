"""What the last answer changed in the plan, said and marked for a moment."""

import re
from collections.abc import Mapping

import streamlit as st

from planner.knowledge import Knowledge
from planner.plan import Plan
from ui import session
from ui.wording import counted, name_of

SEEN = "plan-seen"  # the visit the lines belong to, the lines, what was said, how often
MOST_NAMED = 4

Lines = Mapping[str, str]


def lines_of(plan: Plan) -> dict[str, str]:
    """Every line of the plan by its id, as text that changes when anything in it does."""
    techniques = plan.massage.techniques if plan.massage else ()
    found = {
        one.id: one.model_dump_json()
        for part in (techniques, plan.complementary, plan.self_care)
        for one in part
    }
    if plan.massage:
        found["dose"] = " ".join(one.model_dump_json() for one in plan.massage.phases)
    return found


def compared(before: Lines, now: Lines) -> tuple[list[str], list[str], list[str]]:
    """The lines that came, that went, and that read otherwise."""
    came = [one for one in now if one not in before]
    went = [one for one in before if one not in now]
    other = [one for one in now if one in before and now[one] != before[one]]
    return came, went, other


def draw(plan: Plan, knowledge: Knowledge) -> None:
    """One line that says what the last answer changed, and a glow on those lines."""
    text, now = session.text(), lines_of(plan)
    seen_text, seen, said, turn = st.session_state.get(SEEN, (text, now, "", 0))
    glow: list[str] = []
    if text != seen_text:
        came, went, other = compared(seen, now)
        said, glow, turn = _said(came, went, other, knowledge), [*came, *other], turn + 1
    st.session_state[SEEN] = (text, now, said, turn)
    st.html(_style(glow, turn) + f'<p class="changed" role="status">{said or "&nbsp;"}</p>')


def _said(came: list[str], went: list[str], other: list[str], knowledge: Knowledge) -> str:
    parts = (("New", came), ("Gone", went), ("Changed", other))
    told = [f"{word}: {_names(lines, knowledge)}" for word, lines in parts if lines]
    return ". ".join(told) + "." if told else ""


def _names(lines: list[str], knowledge: Knowledge) -> str:
    names = [
        "how often" if one == "dose" else name_of(one, knowledge) for one in lines[:MOST_NAMED]
    ]
    more = len(lines) - MOST_NAMED
    return "; ".join([*names, *([counted(more, "more line", "more lines")] if more > 0 else [])])


def _style(lines: list[str], turn: int) -> str:
    """The glow; two names in turn, so that a line that changes twice glows twice."""
    marked = [f".st-key-line-{re.sub('[^a-z0-9-]', '-', one)}" for one in lines]
    if not marked:
        return ""
    return f"<style>{', '.join(marked)} {{ animation: changed-{turn % 2} 2.5s ease-out; }}</style>"
