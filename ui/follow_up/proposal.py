"""What the review proposes, with its reasons, and the next plan beside the last one."""

import streamlit as st

from planner.model.comparison import Difference, Row
from planner.model.review import Because, Review
from planner.model.vocabulary import Decision
from ui.parts.sources import cited
from ui.parts.wording import CERTAINTY, day, plain

WORDS = {
    Decision.REFER: ("A clinician first", "hold"),
    Decision.STOP: ("Stop the massage", "hold"),
    Decision.NOT_ENOUGH: ("Not enough to go by yet", "ask"),
    Decision.CHANGE: ("Change one thing", "adjust"),
    Decision.STEP_UP: ("Step up", "adjust"),
    Decision.STEP_DOWN: ("Step down", "proceed"),
    Decision.KEEP: ("Keep the plan", "proceed"),
}
HEAD = "| Line | Last plan | Next plan | What and why |\n|---|---|---|---|\n"
NO_SOURCE = "Usual practice; no source is claimed."
MARK = {
    Difference.NEW: "New",
    Difference.GONE: "Gone",
    Difference.OTHER: "Changed",
}


def draw(review: Review) -> None:
    """The decision, why, and both plans line by line."""
    words, tone = WORDS[review.decision]
    with st.container(key=f"banner-{tone}"):
        until = f" Keep the diary until {day(review.log_until)}." if review.log_until else ""
        st.markdown(f"**Proposal: {words.lower()}.** You decide.{until}")
    st.header("Why", anchor=False)
    for number, one in enumerate(review.reasons):
        _reason(one, number, review)
    _side_by_side(review.side_by_side)


def _reason(one: Because, number: int, review: Review) -> None:
    with st.container(horizontal=True, wrap=False, key=f"because-{number}"):
        st.markdown(f"- {plain(one.says)}", width="stretch")
        with st.popover("Source", type="tertiary", key=f"because-why-{number}",
                        on_change="rerun") as opened:  # fmt: skip
            if opened.open:
                st.markdown(f"**How sure:** {CERTAINTY[one.certainty]}")
                st.markdown(
                    cited(one.sources, review.sources) or "Usual practice; no source is claimed."
                )


def _side_by_side(rows: tuple[Row, ...]) -> None:
    """What differs as a table; what stays in one line."""
    if not rows:
        return
    st.header("The last plan and the next", anchor=False)
    differ = [row for row in rows if row.difference is not Difference.SAME]
    same = [row for row in rows if row.difference is Difference.SAME]
    if differ:
        st.markdown(HEAD + "\n".join(map(_line, differ)))
    if same:
        names = "; ".join(plain(row.name) for row in same)
        st.markdown(f"**As before:** {names}." if differ else f"**All as before:** {names}.")


def _line(row: Row) -> str:
    mark = f"**{MARK[row.difference]}.** {plain(row.why)}"
    cells = (f"**{plain(row.name)}**", plain(row.before) or "–", plain(row.now) or "–", mark)
    return "| " + " | ".join(cell.replace("\n", " ") for cell in cells) + " |"
