"""Step 1, where and what: the client, the pain sources, their places and how long."""

from functools import partial

import streamlit as st

from planner.knowledge import Knowledge
from planner.marks import Marks, likely_sources
from ui import session
from ui.body_chart import body_chart, list_beside, wpi_count
from ui.fields import at, choice_at, number_at, shown
from ui.wording import counted, places

CHART = "chart"
MOST_SUGGESTED = 3
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
    _chart(knowledge)
    for condition in session.marks().of:
        _one_source(condition, knowledge)


def _pain_sources(knowledge: Knowledge) -> None:
    chosen = list(session.marks().of)
    st.multiselect(
        "What hurts? One or more pain sources",
        [*_suggested(knowledge), *(one for one in _grouped(knowledge) if one in chosen)],
        format_func=lambda one: _named(one, knowledge),
        placeholder="Choose, type to search, or tap the body below",
        help="As the client or their clinician calls it. This program does not name a diagnosis.",
        **shown("pain", chosen, session.choose_pains),
    )


def _suggested(knowledge: Knowledge) -> list[str]:
    """Every pain source not yet chosen: those felt at the marks first, then by group."""
    marks = session.marks()
    order = [*likely_sources(marks, knowledge), *_grouped(knowledge)]
    return [one for one in dict.fromkeys(order) if one not in marks.of]


def _grouped(knowledge: Knowledge) -> list[str]:
    """Every pain source, those of one group together, in the order of the knowledge base."""
    groups = list(dict.fromkeys(one.group for one in knowledge.conditions.values()))
    ordered = sorted(knowledge.conditions.values(), key=lambda one: groups.index(one.group))
    return [one.id for one in ordered]


def _named(condition: str, knowledge: Knowledge) -> str:
    one = knowledge.conditions[condition]
    return f"{one.name} · {one.group}"


def _chart(knowledge: Knowledge) -> None:
    """The body chart, and a searchable list of the same regions in step with it."""
    _suggestions(knowledge)
    marks = body_chart(session.marks().together, CHART, on_taps=session.mark)
    st.multiselect(
        "Where it hurts",
        list(knowledge.regions),
        format_func=lambda one: region_label(one, knowledge),
        placeholder="Nothing marked: the usual place is meant",
        help="Left and right are the client's own.",
        **list_beside(CHART, list(marks), session.mark),
    )
    if marks:
        areas = wpi_count(marks, knowledge)
        st.caption(f"{counted(len(marks), 'place', 'places')} marked: pain in {areas} of 19 areas")


def _suggestions(knowledge: Knowledge) -> None:
    """What the list of pain sources has to offer for marks that none has taken yet."""
    marks = session.marks()
    found = likely_sources(marks, knowledge)[:MOST_SUGGESTED]
    with st.container(horizontal=True, key="suggested", vertical_alignment="center", gap="xsmall"):
        st.caption(_what_to_tap(marks), width="content" if found else "stretch")
        for one in found:
            st.button(
                knowledge.conditions[one].name,
                key=f"take-{one}",
                icon=":material/add:",
                on_click=session.choose_pains,
                args=([*marks.of, one],),
            )


def _what_to_tap(marks: Marks) -> str:
    if not marks.loose:
        return "Tap where it hurts; tap again for more, then to clear."
    number = counted(len(marks.loose), "place has", "places have")
    return f"{number} no pain source yet. Often felt there:"


def _one_source(condition: str, knowledge: Knowledge) -> None:
    place = f"pain/{condition}"
    with st.container(border=True, key=f"source-{condition}"):
        _heading(condition, knowledge)
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


def _heading(condition: str, knowledge: Knowledge) -> None:
    """The pain source, its places, and a way to change them by hand."""
    mine = list(session.marks().of[condition])
    where = places(mine, knowledge) if mine else _usual(condition, knowledge)
    with st.container(horizontal=True, wrap=False):
        st.markdown(f"**{knowledge.conditions[condition].name}**  \n:small[{where}]")
        with st.popover("Places", type="tertiary", key=f"places-{condition}"):
            st.multiselect(
                "Places of this pain",
                list(knowledge.regions),
                format_func=lambda one: region_label(one, knowledge),
                placeholder=_usual(condition, knowledge),
                **shown(f"places/{condition}", mine, partial(session.give_places, condition)),
            )


def _usual(condition: str, knowledge: Knowledge) -> str:
    regions = knowledge.regions_of(knowledge.conditions[condition].usual_places)
    zones = dict.fromkeys(knowledge.zones[knowledge.regions[one].zone].name for one in regions)
    return f"The usual place: {', '.join(zones).lower()}"


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
