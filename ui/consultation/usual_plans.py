"""Under the plan: begin from a usual plan or a client's last visit, and keep this one."""

from functools import partial

import streamlit as st

from planner.model import sizes
from planner.model.errors import PlannerError
from planner.model.practice.usual_plan import UsualPlan
from planner.visit.by_hand.giving_way import gave_way
from planner.visit.interview import Interview
from planner.visit.said.usual import kept_as
from planner.words import listed
from records import ClientLine, Records
from ui.parts.fields import ONE_BY_NAME
from ui.parts.wording import capital
from ui.state import autosave, records_of_session, session, usual_plans
from ui.state.kept_visits import draft_of
from ui.state.language import knowledge, refusal, shown, tell

MOST_CLIENTS = 50
TOLD = "told-of-usual-plans"
USUAL, CLIENT = "usual", "client"
Choice = tuple[str, str]  # of which kind, and its name or its client


def draw(found: Interview) -> None:
    """The fold, and before it what had to give way; nothing before there is a plan."""
    if found.visit is None or found.plan.stops_everything:
        return
    _gave_way(found)
    with st.expander(tell("**Usual plans**"), key="usual-plans", on_change="rerun") as fold:
        if fold.open:
            _begin()
            _keep()
    if told := st.session_state.pop(TOLD, ""):
        st.info(told)


def _gave_way(found: Interview) -> None:
    """Each change that this client's limits do not leave as it was made, with its reason."""
    told = (*gave_way(found, knowledge()), *usual_plans.left_behind())
    if told:
        with st.container(border=True, key="gave-way"):
            st.markdown(tell("**What had to give way**"))
            for one in shown(told):
                st.markdown(tell("{name}: {why}", name=capital(one.name), why=one.why))


def _begin() -> None:
    """Everything that can be begun from, in one list."""
    try:
        clients = _others(records_of_session.records())
    except PlannerError:
        clients = {}
    choices: list[Choice] = [(USUAL, one.name) for one in usual_plans.kept().plans]
    choices += [(CLIENT, one) for one in clients]
    st.selectbox(
        tell("Begin from"),
        choices,
        index=None,
        format_func=partial(_called, clients),
        placeholder=tell("A usual plan, or a client's last visit"),
        help=tell("The changes made there by hand are made here, as far as this client may."),
        key="begin-from",
        on_change=_begin_now,
        **ONE_BY_NAME,
    )


def _others(records: Records) -> dict[str, ClientLine]:
    """The clients seen last, but for the one whose visit stands open."""
    here = autosave.place()
    lines = records.clients("", 1, MOST_CLIENTS).lines
    return {one.id: one for one in lines if here is None or one.id != here.client}


def _called(clients: dict[str, ClientLine], choice: Choice) -> str:
    kind, name = choice
    if kind == USUAL:
        return name
    line = clients[name]
    return tell("{label}, last visit {day}", label=line.label, day=line.last_visit)


def _begin_now() -> None:
    choice: Choice | None = st.session_state["begin-from"]
    st.session_state["begin-from"] = None
    if choice:
        try:
            usual_plans.begin_from(_chosen(*choice))
            st.session_state[TOLD] = tell("Begun from it. One undo takes it all back.")
        except (PlannerError, LookupError) as error:
            st.session_state[TOLD] = _why(error)


def _chosen(kind: str, name: str) -> UsualPlan:
    """The usual plan of a name, or what the hand did at a client's last visit."""
    if kind == USUAL:
        found = usual_plans.kept().named(name)
        if found is None:
            raise LookupError(name)
        return found
    records = records_of_session.records()
    last = records.timeline(name)[0]
    return kept_as(draft_of(records.revision(last.token, last.revisions).body), "-")


def _why(error: Exception) -> str:
    return refusal(error) if isinstance(error, PlannerError) else tell("It is no longer there.")


def _keep() -> None:
    """This plan under a name; one of the same name is written over, and the button says so."""
    with st.container(horizontal=True, vertical_alignment="bottom", key="keep-usual"):
        name = st.text_input(
            tell("Keep this plan as my usual plan for"),
            value=_suggested(),
            max_chars=sizes.SHORT,
            key="usual-name",
        ).strip()
        again = usual_plans.kept().named(name) is not None
        st.button(
            tell("Keep in its place") if again else tell("Keep"),
            key="keep-usual-plan",
            icon=":material/bookmark:",
            disabled=not name,
            on_click=_keep_now,
            args=(name,),
        )
    st.caption(
        tell("It keeps what you changed, without the client: no label, no places, no notes.")
    )


def _suggested() -> str:
    names = [knowledge().conditions[one.condition].name for one in session.draft().pain]
    return shown(listed(names))[: sizes.SHORT]


def _keep_now(name: str) -> None:
    try:
        usual_plans.keep(name)
        st.session_state[TOLD] = tell("Kept as “{name}”.", name=name)
    except PlannerError as error:
        st.session_state[TOLD] = refusal(error)
