"""Step 1, where and what: the whole figure, what hurts there, and who it is."""

import streamlit as st

from planner.knowledge import Knowledge
from planner.model.ids import ConditionId
from planner.visit.said import pain_sources, places
from planner.visit.said.pain_marks import Levels, Marks
from planner.visit.said.suggesting import Suggestion, by_how_often_seen, suggestions
from planner.words import formed
from ui.assessment.words import FACES
from ui.body_chart import body_chart, list_beside, wpi_count
from ui.consultation import pain_cards
from ui.parts import visit_menu, wording
from ui.parts.fields import ONE_BY_NAME, SEVERAL_BY_NAME, shown, text_field
from ui.parts.interview.region_picker import region_label
from ui.parts.number_field import Look, number_at
from ui.state import session
from ui.state.language import tell, tell_many

CHART = "chart"
SEARCH = "pain"
MOST_SHORTCUTS = 6


def draw(knowledge: Knowledge) -> None:
    """The whole step."""
    with st.container(key="where"):
        with st.container(key="figure"):
            body_chart(_marks().together, CHART, on_taps=_mark)
        with st.container(key="what"):
            with st.container(horizontal=True, key="where-title", vertical_alignment="center"):
                title = tell("Where does it hurt?")
                st.html(f"<h2>{title}</h2>", width="stretch")
                _faces()
            with st.container(key="what-and-who"):
                _search(knowledge)
                _who()
        with st.container(key="pain-sources"):
            _named(knowledge)
    _as_a_list(knowledge)


def may_be_looked_at() -> bool:
    """Whether a place or a pain source says what there is to look at."""
    draft = session.draft()
    return bool(draft.pain or draft.marks)


def _faces() -> None:
    """The other side of this step: what the therapist found."""
    if may_be_looked_at():
        st.segmented_control(
            tell("What you found"),
            list(FACES),
            format_func=lambda one: tell(FACES[one]),
            required=True,
            label_visibility="collapsed",
            **shown("face", session.face(), session.show_face),
        )


def _marks() -> Marks:
    return pain_sources.marks_of(session.draft())


def _mark(changes: Levels) -> None:
    session.change(pain_sources.marked, changes, session.knowledge())


def _search(knowledge: Knowledge) -> None:
    """One pain source at a time: what is chosen becomes a card, and the field is empty again."""
    chosen = _marks().of
    st.selectbox(
        tell("What hurts? Tap the body, or type it here"),
        [one for one in by_how_often_seen(knowledge) if one not in chosen],
        index=None,
        format_func=lambda one: knowledge.conditions[one].name,
        placeholder=tell("Add what hurts") if chosen else tell("Neck, knee, headache …"),
        label_visibility="collapsed",
        key=SEARCH,
        on_change=_add_chosen,
        **ONE_BY_NAME,
    )


def _add_chosen() -> None:
    """What was chosen; a choice sent twice comes as its name, for it stands in the list no more."""
    condition = st.session_state[SEARCH]
    st.session_state[SEARCH] = None
    if condition in session.knowledge().conditions:
        _add(condition)


def _add(condition: ConditionId) -> None:
    session.change(pain_sources.choosing, [*_marks().of, condition], session.knowledge())


def _who() -> None:
    text_field(tell("Initials or code"), places.LABEL)
    age = tell("Age")
    number_at(age, places.AGE, Look(empty=age, label="collapsed"))


def _named(knowledge: Knowledge) -> None:
    """What was named so far; before that, what is named most often, or fits the marks."""
    marks = _marks()
    for condition in marks.of:
        pain_cards.draw(condition, knowledge)
    for number, one in enumerate(suggestions(marks, knowledge)):
        _offer(number, one, knowledge)
    if not marks.of and not marks.loose:
        _seen_most_often(knowledge)
    if not marks.of:
        with st.container(border=True, key="other-ways-in"):
            visit_menu.open_or_try("first")


def _offer(number: int, one: Suggestion, knowledge: Knowledge) -> None:
    """A marked place that has no name yet, and what is often named there."""
    with st.container(horizontal=True, key=f"suggested-{number}", gap="xsmall"):
        marked = wording.places(one.regions, knowledge)
        st.markdown(tell("**{places}**, marked:", places=marked), width="content")
        _buttons(one.names, f"take-{number}", knowledge)


def _seen_most_often(knowledge: Knowledge) -> None:
    st.caption(tell("Seen most often"))
    with st.container(horizontal=True, key="often", gap="xsmall"):
        _buttons(by_how_often_seen(knowledge)[:MOST_SHORTCUTS], "often", knowledge)


def _buttons(names: tuple[ConditionId, ...], key: str, knowledge: Knowledge) -> None:
    for one in names:
        st.button(
            _short(one, knowledge),
            key=f"{key}-{one}",
            icon=":material/add:",
            on_click=_add,
            args=(one,),
        )


def _short(condition: ConditionId, knowledge: Knowledge) -> str:
    """A name without what explains it; what has no place of its own is something else here."""
    one = knowledge.conditions[condition]
    return tell("Other pain here") if one.leans_on else tell(formed(one.name, "no-remark"))


def _as_a_list(knowledge: Knowledge) -> None:
    """The regions of the chart once more, to search in: in step with it."""
    marks = _marks().together
    with st.expander(tell("The marked places as a list"), key="places-as-a-list"):
        st.multiselect(
            tell("Where it hurts"),
            list(knowledge.regions),
            format_func=lambda one: region_label(one, knowledge),
            placeholder=tell("Nothing marked: the usual place is meant"),
            help=tell("Left and right are the client's own."),
            **list_beside(CHART, list(marks), _mark),
            **SEVERAL_BY_NAME,
        )
        st.caption(
            tell_many(
                "{number} place marked: pain in {areas} of 19 areas",
                "{number} places marked: pain in {areas} of 19 areas",
                len(marks),
                areas=wpi_count(marks, knowledge),
            )
        )
