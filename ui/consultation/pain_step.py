"""Step 1, where and what: the client, the pain sources, their places and how long."""

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from planner.knowledge import Knowledge
from planner.model.ids import ConditionId, RegionId
from planner.visit.said import pain_sources, places
from planner.visit.said.pain_marks import Levels, Marks, likely_sources
from planner.words import formed, say
from ui.body_chart import body_chart, list_beside, wpi_count
from ui.parts import visit_menu, wording
from ui.parts.fields import CHOICES, choice_at, choice_in_words, number_at, shown, text_at
from ui.parts.interview.region_picker import region_label
from ui.state import session
from ui.state.language import tell, tell_many

CHART = "chart"
MOST_SUGGESTED = 3
ABOUT_THE_PAIN = {
    "assessed": (
        say("Has a doctor or physiotherapist looked at it?"),
        say("Pain that was looked at, is old and has not changed needs fewer referrals."),
    ),
    "first_ever": (
        say("Is it the first time ever?"),
        say("A first ever pain after 50 counts as one weak warning sign."),
    ),
    "changed": (
        say("Does it feel different lately?"),
        say("A known pain that feels different now is looked at with more care."),
    ),
}


def draw(knowledge: Knowledge) -> None:
    """The whole step."""
    pain, label, age = st.columns([5, 2, 2], gap="xsmall")
    with pain:
        _pain_sources(knowledge)
    with label:
        st.text_input(
            tell("Client: initials or a code"),
            max_chars=80,
            placeholder=tell("Initials"),
            label_visibility="collapsed",
            **text_at(places.LABEL),
        )
    with age:
        st.number_input(
            tell("Age"),
            min_value=0.0,
            max_value=120.0,
            step=1.0,
            format="%.0f",
            placeholder=tell("Age"),
            label_visibility="collapsed",
            **number_at(places.AGE),
        )
    _chart(knowledge)
    with st.container(key="pain-sources"):
        for condition in _marks().of:
            _one_source(condition, knowledge)
    if not _marks().of:
        with st.container(border=True, key="other-ways-in"):
            visit_menu.open_or_try("first")


def _pain_sources(knowledge: Knowledge) -> None:
    chosen = list(_marks().of)
    st.multiselect(
        tell("What hurts? One or more pain sources"),
        [*_suggested(knowledge), *(one for one in _grouped(knowledge) if one in chosen)],
        format_func=lambda one: knowledge.conditions[one].name,
        placeholder=tell("What hurts?"),
        label_visibility="collapsed",
        **shown("pain", chosen, _choose),
    )


def _marks() -> Marks:
    return pain_sources.marks_of(session.draft())


def _choose(conditions: list[ConditionId]) -> None:
    session.change(pain_sources.choosing, conditions, session.knowledge())


def _mark(changes: Levels) -> None:
    session.change(pain_sources.marked, changes, session.knowledge())


def _suggested(knowledge: Knowledge) -> list[ConditionId]:
    """Every pain source not yet chosen: those felt at the marks first, then by group."""
    marks = _marks()
    order = [*likely_sources(marks, knowledge), *_grouped(knowledge)]
    return [one for one in dict.fromkeys(order) if one not in marks.of]


def _grouped(knowledge: Knowledge) -> list[ConditionId]:
    """Every pain source, those of one group together, in the order of the knowledge base."""
    groups = list(dict.fromkeys(one.group for one in knowledge.conditions.values()))
    ordered = sorted(knowledge.conditions.values(), key=lambda one: groups.index(one.group))
    return [one.id for one in ordered]


def _chart(knowledge: Knowledge) -> None:
    """The body chart, and a searchable list of the same regions in step with it."""
    _suggestions(knowledge)
    marks = body_chart(_marks().together, CHART, on_taps=_mark)
    st.multiselect(
        tell("Where it hurts"),
        list(knowledge.regions),
        format_func=lambda one: region_label(one, knowledge),
        placeholder=tell("Nothing marked: the usual place is meant"),
        help=tell("Left and right are the client's own."),
        **list_beside(CHART, list(marks), _mark),
    )
    if marks:
        areas = wpi_count(marks, knowledge)
        st.caption(
            tell_many(
                "{number} place marked: pain in {areas} of 19 areas",
                "{number} places marked: pain in {areas} of 19 areas",
                len(marks),
                areas=areas,
            )
        )


def _suggestions(knowledge: Knowledge) -> None:
    """What the list of pain sources has to offer for marks that none has taken yet."""
    marks = _marks()
    found = likely_sources(marks, knowledge)[:MOST_SUGGESTED]
    with st.container(
        horizontal=True, wrap=False, key="suggested", vertical_alignment="center", gap="xsmall"
    ):
        st.caption(_what_to_tap(marks, bool(found)), width="content" if found else "stretch")
        for one in found:
            st.button(
                knowledge.conditions[one].name.partition(" (")[0],
                key=f"take-{one}",
                icon=":material/add:",
                on_click=_choose,
                args=([*marks.of, one],),
            )


def _what_to_tap(marks: Marks, found: bool) -> str:
    if not marks.loose and marks.of:
        return tell("Tap each place that hurts. Untouched, the usual place is meant.")
    if not marks.loose:
        return tell("Choose what hurts, or tap the body: likely pain sources appear here.")
    return tell("Often felt there:") if found else tell("No pain source fits these places.")


def _one_source(condition: ConditionId, knowledge: Knowledge) -> None:
    with st.container(border=True, key=f"source-{condition}", gap="xsmall"):
        _heading(condition, knowledge)
        asked, given = _side_by_side(
            tell("For how many months?"), tell("Three or more is long-lasting.")
        )
        given.number_input(
            asked,
            min_value=0.0,
            max_value=1200.0,
            step=1.0,
            format="%g",
            placeholder=tell("Not asked"),
            label_visibility="collapsed",
            **number_at(places.of_source(condition, "months")),
        )
        for field, (question, why) in ABOUT_THE_PAIN.items():
            asked, given = _side_by_side(tell(question), tell(why))
            given.segmented_control(
                asked,
                list(CHOICES),
                format_func=choice_in_words,
                required=True,
                width="stretch",
                label_visibility="collapsed",
                **choice_at(places.of_source(condition, field)),
            )


def _side_by_side(question: str, why: str) -> tuple[str, DeltaGenerator]:
    """A question on the left with its why, and the room for its answer on the right."""
    words, answer = st.columns(2, vertical_alignment="center", gap="xsmall")
    words.markdown(f":small[{question}]", help=why)
    return question, answer


def _heading(condition: ConditionId, knowledge: Knowledge) -> None:
    """The pain source, its places, and a way to change them by hand."""
    mine = list(_marks().of[condition])
    where = wording.places(mine, knowledge) if mine else _usual(condition, knowledge)
    with st.container(horizontal=True, wrap=False):
        st.markdown(
            f"**{knowledge.conditions[condition].name}**  \n:small[{where}]", width="stretch"
        )
        with st.popover(tell("Places"), type="tertiary", key=f"places-{condition}"):
            st.multiselect(
                tell("Places of this pain"),
                list(knowledge.regions),
                format_func=lambda one: region_label(one, knowledge),
                placeholder=_usual(condition, knowledge),
                **shown(f"places/{condition}", mine, partial(_give_places, condition)),
            )


def _give_places(condition: ConditionId, regions: list[RegionId]) -> None:
    session.change(pain_sources.with_places, condition, regions)


def _usual(condition: ConditionId, knowledge: Knowledge) -> str:
    regions = knowledge.regions_of(knowledge.conditions[condition].usual_places)
    zones = dict.fromkeys(knowledge.zones[knowledge.regions[one].zone].name for one in regions)
    return tell(
        "The usual place: {zones:commas}",
        zones=tuple(formed(one, "lower") for one in zones),
    )
