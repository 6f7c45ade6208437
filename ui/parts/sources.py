"""Why a line is in the plan: what was found, how sure, and sources with how far each was read."""

from collections.abc import Callable, Iterable
from typing import Any

import streamlit as st

from planner.model.ids import SourceId
from planner.model.plan import CitedSource, DoseReason, Plan, Why
from planner.words.terms import CERTAINTY, STANCE, VERIFICATION
from ui.parts.wording import linked, plain
from ui.state.language import tell

# Opened popovers only: what stands folded is no message to the browser on every answer.


def why(
    line: str,
    reasons: Iterable[Why],
    plan: Plan,
    change: Callable[[], None],
    how: str = "",
) -> None:
    """A button that opens the reasons of one line, how it is done, and how to change it."""
    label = tell("How, why, change") if how else tell("Why, change")
    with _opens(label, f"why-{line.replace(':', '-')}") as opened:
        if opened.open:
            first = [tell("**How to do it:** {steps}", steps=plain(how))] if how else []
            told = (_reason(one, plan, STANCE[one.stance]) for one in reasons)
            st.markdown("\n\n".join([*first, *told]))
            change()


def dose_why(reasons: Iterable[DoseReason], plan: Plan) -> None:
    """A button that opens what decided the dose."""
    with _opens(tell("Why this often"), "why-dose") as opened:
        if opened.open:
            st.markdown("\n\n".join(_reason(one, plan) for one in reasons))


def _opens(label: str, key: str) -> Any:
    return st.popover(label, type="tertiary", key=key, on_change="rerun")


def _reason(one: Why | DoseReason, plan: Plan, stance: str = "") -> str:
    sure = tell("**How sure:** {certainty}", certainty=linked(CERTAINTY[one.certainty], stance))
    return f"{plain(one.says)}  \n{sure}\n\n{cited(one.sources, plan.sources)}"


def cited(ids: Iterable[SourceId], sources: Iterable[CitedSource]) -> str:
    """The citations behind these ids, as a list."""
    known = {source.id: source for source in sources}
    lines = (f"- {source_line(known[one])}" for one in ids if one in known)
    return "\n".join(dict.fromkeys(lines))


def source_line(one: CitedSource) -> str:
    """A citation, and how far it was checked."""
    checked = VERIFICATION[one.verification]
    return tell("{citation} ({checked})", citation=plain(one.citation), checked=checked)


def numbers(ids: Iterable[SourceId], plan: Plan) -> str:
    """Where these ids stand in the plan's list of sources."""
    order = {source.id: number for number, source in enumerate(plan.sources, 1)}
    found = sorted(order[one] for one in ids if one in order)
    if not found:
        return ""
    if len(found) == 1:
        return tell("(source {number})", number=found[0])
    return tell("(sources {numbers:commas})", numbers=tuple(str(one) for one in found))
