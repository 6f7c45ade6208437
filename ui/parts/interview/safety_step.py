"""Step 3, safety: the questions that apply, in groups, each answered by ticks and one tap."""

import streamlit as st

from planner.knowledge import Knowledge
from planner.safety.questions import Group, Question, none_of_these
from planner.words import say, say_many
from ui.parts.interview.question_rows import answer, details, in_full, tick
from ui.parts.wording import linked
from ui.state import session
from ui.state.language import tell, tell_many

OPEN = session.OPEN_GROUP
NONE_KEY = "0"


def draw(asked: tuple[Group, ...], knowledge: Knowledge) -> None:
    """Every group that applies: the answered ones folded, the first open one opened."""
    st.caption(_progress(asked))
    open_one = _open_one(asked)
    with st.container(gap="xsmall"):
        for group in asked:
            _group(group, group.id == open_one, asked, knowledge)


def _progress(asked: tuple[Group, ...]) -> str:
    unanswered = sum(len(group.unanswered) for group in asked)
    groups_open = sum(bool(group.unanswered) for group in asked)
    if not unanswered:
        return tell("Every question that applies has an answer.")
    return tell(
        "Tick what is true, then tap “None of these”. {questions} open in {groups}.",
        questions=say_many("{number} question", "{number} questions", unanswered),
        groups=say_many("{number} group", "{number} groups", groups_open),
    )


def _open_one(asked: tuple[Group, ...]) -> str:
    """The group that stands open: the one being worked on, at first the first that waits."""
    if OPEN not in st.session_state:
        st.session_state[OPEN] = next((group.id for group in asked if group.unanswered), "")
    return str(st.session_state[OPEN])


def _group(group: Group, is_open: bool, asked: tuple[Group, ...], knowledge: Knowledge) -> None:
    key = f"group-{group.id}"
    st.session_state[key] = is_open  # a new heading makes a new expander, which would begin folded
    fold = st.expander(
        tell("**{group}** · {summary}", group=group.name, summary=summary(group)),
        key=key,
        icon=":material/radio_button_unchecked:" if group.unanswered else ":material/check_circle:",
        on_change=_fold,
        args=(group.id, key),
    )
    if fold.open:
        with fold:
            full = st.toggle(tell("Read the questions in full"), key=f"in-full-{group.id}")
            _sections(group, full, knowledge)
            if none_of_these(group):
                _none_button(group, asked)


def summary(group: Group) -> str:
    """What a group says, in one line: what is open, what is or was a yes, or none of these."""
    yes = [one.label for one in group.questions if one.answer and one.answer.counts_as_yes]
    waiting = say("{number} open", number=len(group.unanswered)) if group.unanswered else ""
    before = [one.label for one in group.questions if one.last]
    said = say("yes: {labels:semicolons}", labels=tuple(yes)) if yes else ""
    last = say("last time: {labels:semicolons}", labels=tuple(before)) if before else ""
    return linked(waiting, said, last) or tell("none of these")


def _sections(group: Group, full: bool, knowledge: Knowledge) -> None:
    headings = knowledge.groups[group.id].sections
    for section, heading in headings.items():
        rows = [one for one in group.questions if one.section == section and not one.asked_after]
        if not rows:
            continue
        if len({one.section for one in group.questions}) > 1:
            st.markdown(f"**{heading}**")
        with st.container(key=f"ticks-{group.id}-{section}", gap="xxsmall"):
            for row in rows:
                _row(row, group, full, knowledge)


def _row(row: Question, group: Group, full: bool, knowledge: Knowledge) -> None:
    is_yes = row.answer is not None and row.answer.counts_as_yes
    if row.last or (full and not is_yes):
        in_full(row)
    elif not full:
        tick(row)
    if is_yes:
        follow_ups = tuple(one for one in group.questions if one.asked_after == row.id)
        details(row, follow_ups, knowledge)


def _none_button(group: Group, asked: tuple[Group, ...]) -> None:
    any_answered = len(group.unanswered) < len(group.questions)
    st.button(
        tell("None of the others") if any_answered else tell("None of these"),
        key=f"none-{group.id}",
        type="primary",
        shortcut=NONE_KEY,
        help=tell_many(
            "Writes no to the {number} open line of this group, and to nothing else.",
            "Writes no to the {number} open lines of this group, and to nothing else.",
            len(none_of_these(group)),
        ),
        on_click=_none,
        args=(group, asked),
    )


def _fold(group: str, key: str) -> None:
    st.session_state[OPEN] = group if st.session_state[key] else ""


def _none(group: Group, asked: tuple[Group, ...]) -> None:
    """Answer the rest of the group, fold it, and open the next one that waits.

    A group with more still open stays: a degree that a yes brought up, or a yes of last time.
    """
    none = none_of_these(group)
    answer(none)
    if not none.keys() >= set(group.unanswered):
        return
    place = [one.id for one in asked].index(group.id)
    later = (*asked[place + 1 :], *asked[:place])
    st.session_state[OPEN] = next((one.id for one in later if one.unanswered), "")
