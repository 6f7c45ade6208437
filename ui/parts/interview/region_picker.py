"""A searchable list of the body regions."""

import streamlit as st

from planner.knowledge import Knowledge
from planner.model.ids import RegionId
from planner.visit.said.places import Place
from ui.parts.fields import SEVERAL_BY_NAME, list_at, listed
from ui.state.language import tell, tell_many


def region_picker(label: str, place: Place, knowledge: Knowledge, empty: str) -> None:
    """A searchable list of the body regions; left and right are the client's own."""
    marked = listed(place)
    st.multiselect(
        label,
        list(knowledge.regions),
        format_func=lambda one: region_label(one, knowledge),
        placeholder=empty,
        help=tell("Left and right are the client's own."),
        **list_at(place),
        **SEVERAL_BY_NAME,
    )
    if marked:
        st.caption(tell_many("{number} place marked", "{number} places marked", len(marked)))


def region_label(region: RegionId, knowledge: Knowledge) -> str:
    """A region with its part of the body, so that typing either finds it."""
    one = knowledge.regions[region]
    zone = knowledge.zones[one.zone].name
    return one.label if zone.lower() in one.label.lower() else f"{one.label} · {zone}"
