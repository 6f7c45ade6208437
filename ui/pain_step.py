"""Step 1, where and what: the client, the pain sources, their places and how long."""

from collections.abc import Mapping
from functools import partial

import streamlit as st

from planner.knowledge import Knowledge
from ui import session
from ui.body_chart import body_chart, levels_from_list, list_beside, with_levels, wpi_count
from ui.fields import at, choice_at, number_at, shown
from ui.wording import counted

NOT_ASKED = "Not asked"
THREE_WAYS = ["Yes", "No", NOT_ASKED]
ABOUT_THE_PAIN = {
    "assessed": (
        "Has a doctor or physiotherapist looked at this pain?",
        "Pain that was looked at, is old and has not changed needs fewer referrals.",
    ),
    "first_ever": (
        "Is it the first time ever?",
        "A first ever pain after 50 counts as one weak warning sign.",
    ),
    "changed": (
        "Has it changed in kind lately?",
        "A known pain that feels different now is looked at with more care.",
    ),
}


def draw(knowledge: Knowledge) -> None:
    """The whole step."""
    name, age = st.columns([2, 1])
    with name:
        st.text_input(
            "Client label",
            max_chars=80,
            placeholder="Initials or a code",
            help="Use initials or a code, not a full name.",
            **at("client/label", ""),
        )
    with age:
        st.number_input(
            "Age",
            min_value=0.0,
            max_value=120.0,
            step=1.0,
            format="%.0f",
            **number_at("client/age"),
        )
    _pain_sources(knowledge)
    for source in session.visit()["pain"]:
        _one_source(source["condition"], knowledge)


def _pain_sources(knowledge: Knowledge) -> None:
    chosen = [one["condition"] for one in session.visit()["pain"]]
    st.multiselect(
        "What hurts? One or more pain sources",
        _grouped(knowledge),
        format_func=lambda one: _named(one, knowledge),
        placeholder="Choose, or type to search",
        help="As the client or their clinician calls it. This program does not name a diagnosis.",
        **shown("pain", chosen, session.choose_pains),
    )


def _grouped(knowledge: Knowledge) -> list[str]:
    """Every pain source, those of one group together, in the order of the knowledge base."""
    groups = list(dict.fromkeys(one.group for one in knowledge.conditions.values()))
    ordered = sorted(knowledge.conditions.values(), key=lambda one: groups.index(one.group))
    return [one.id for one in ordered]


def _named(condition: str, knowledge: Knowledge) -> str:
    one = knowledge.conditions[condition]
    return f"{one.name} · {one.group}"


def _one_source(condition: str, knowledge: Knowledge) -> None:
    place = f"pain/{condition}"
    with st.container(border=True, key=f"source-{condition}"):
        st.markdown(f"**{knowledge.conditions[condition].name}**")
        _where(condition, place, knowledge)
        st.number_input(
            "For how many months",
            min_value=0.0,
            max_value=1200.0,
            step=1.0,
            format="%g",
            placeholder="Not asked",
            help="Three months or more is called long-lasting.",
            **number_at(f"{place}/months"),
        )
        for field, (question, why) in ABOUT_THE_PAIN.items():
            st.segmented_control(
                question,
                THREE_WAYS,
                required=True,
                help=why,
                **choice_at(f"{place}/{field}", NOT_ASKED),
            )


def _where(condition: str, place: str, knowledge: Knowledge) -> None:
    """The body chart, and a searchable list of the same regions in step with it."""
    marks = _marks(place)
    key = f"chart-{condition}"
    with st.expander("Tap where it hurts on a body chart", icon=":material/accessibility_new:"):
        marks = body_chart(marks, key, on_taps=partial(_mark, place))
    st.multiselect(
        "Where exactly",
        list(knowledge.regions),
        format_func=lambda one: region_label(one, knowledge),
        placeholder=_usual(condition, knowledge),
        help="Left and right are the client's own.",
        **list_beside(key, marks, partial(_mark, place)),
    )
    if marks:
        areas = wpi_count(marks, knowledge)
        st.caption(f"{counted(len(marks), 'place', 'places')} marked: pain in {areas} of 19 areas")


def _marks(place: str) -> dict[str, int]:
    """The marked regions with their levels; a region without one is mild."""
    return levels_from_list(
        session.read(f"{place}/levels") or {}, session.read(f"{place}/regions") or []
    )


def _mark(place: str, changes: Mapping[str, int]) -> None:
    """Keep what a tap or a choice changed."""
    marks = with_levels(_marks(place), changes)
    session.write(f"{place}/regions", list(marks))
    session.write(f"{place}/levels", marks or None)


def _usual(condition: str, knowledge: Knowledge) -> str:
    regions = knowledge.regions_of(knowledge.conditions[condition].usual_places)
    zones = dict.fromkeys(knowledge.zones[knowledge.regions[one].zone].name for one in regions)
    return f"Left empty: the usual place ({', '.join(zones).lower()})"


def region_picker(label: str, place: str, knowledge: Knowledge, empty: str) -> None:
    """A searchable list of the body regions; left and right are the client's own."""
    marked = session.read(place) or []
    st.multiselect(
        label,
        list(knowledge.regions),
        format_func=lambda one: region_label(one, knowledge),
        placeholder=empty,
        help="Left and right are the client's own.",
        **at(place, []),
    )
    if marked:
        st.caption(counted(len(marked), "place marked", "places marked"))


def region_label(region: str, knowledge: Knowledge) -> str:
    """A region with its part of the body, so that typing either finds it."""
    one = knowledge.regions[region]
    return f"{one.label} · {knowledge.zones[one.zone].name}"
