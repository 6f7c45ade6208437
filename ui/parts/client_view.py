"""What the client sees: large type, plain words, one column, none of the therapist's notes."""

import streamlit as st

from planner.charts.week import week_picture
from planner.exports.paper.client_page import ClientPage, client_page
from planner.knowledge import Knowledge
from planner.model.plan import Plan
from planner.visit.handing_out import handed_out
from planner.words import joined, say
from ui.parts.wording import plain
from ui.state import session
from ui.state.language import shown, tell

VIEW = "shown-to-client"
KEY = "V"  # the same key there and back


def is_on() -> bool:
    """Whether the client's view was asked for."""
    return bool(st.session_state.get(VIEW, False))


def _turn(on: bool) -> None:
    st.session_state[VIEW] = on


def _show(plan: Plan) -> None:
    """What the client has seen is kept as it was."""
    session.change(handed_out, plan)
    _turn(True)


def open_button(plan: Plan) -> None:
    """The way there."""
    st.button(
        tell("Show to client"),
        key="show-client",
        icon=":material/visibility:",
        shortcut=KEY,
        on_click=_show,
        args=(plan,),
    )


def draw(plan: Plan, knowledge: Knowledge) -> None:
    """The client's page, and the way back."""
    told = shown(client_page(plan, knowledge))
    with st.container(key="client-view"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.title(tell("Your plan"), anchor=False, width="stretch")
            st.button(
                tell("Back"),
                key="back-to-therapist",
                icon=":material/arrow_back:",
                shortcut=KEY,
                on_click=_turn,
                args=(False,),
            )
        _aims(told)
        _week(plan, knowledge)
        _what_to_do(told)
        _care(told)
        _when_to_stop(told)


def _aims(told: ClientPage) -> None:
    aims = tuple(plain(one) for one in told.aims)
    st.markdown(tell("**What you want:** {aims:spaces}", aims=aims))
    if told.notice:
        st.markdown(plain(told.notice))


def _week(plan: Plan, knowledge: Knowledge) -> None:
    picture = shown(week_picture(plan, knowledge))
    if picture is not None:
        st.header(tell("Your week"), anchor=False)
        st.vega_lite_chart(picture.spec, theme=None, alt=picture.alt, width="stretch")


def _what_to_do(told: ClientPage) -> None:
    st.header(tell("Massage"), anchor=False)
    st.markdown("  \n".join(plain(line) for line in told.massage))
    for line in told.more_wishes:
        st.markdown(plain(line))
    if told.home:
        st.header(tell("At home"), anchor=False)
    for task in told.home:
        lines = (f"**{plain(task.name)}**", task.dose, task.steps, task.care)
        st.markdown("  \n".join(lines[:1] + tuple(plain(one) for one in lines[1:] if one)))
    if told.diary:
        st.markdown(tell("**Pain diary**  \n{diary}", diary=plain(told.diary)))
    if told.beside:
        st.header(tell("Beside massage"), anchor=False)
    for one in told.beside:
        words = joined(*(plain(part) for part in (one.plain, one.often, one.care)))
        st.markdown(tell("**{name}**  \n{words}", name=plain(one.name), words=words))

    if told.tell:
        st.markdown(plain(told.tell))


def _care(told: ClientPage) -> None:
    """What a clinician agreed to, and what the answers ask for."""
    for title, lines in ((say("Your doctor"), told.agreed), (say("With care"), told.care)):
        if lines:
            st.header(tell(title), anchor=False)
            st.markdown("\n".join(f"- {plain(line)}" for line in lines))


def _when_to_stop(told: ClientPage) -> None:
    st.header(tell("When to stop, and whom to call"), anchor=False)
    st.markdown(plain(told.stop))
    calls = [*told.calls, *told.more_calls]
    numbers = [joined(one.when, one.whom) for one in told.numbers]
    st.markdown("\n".join(f"- {plain(one)}" for one in (*calls, *shown(numbers))))
    for line in (*told.change, told.review, *told.small_print):
        if line:
            st.markdown(plain(line))
