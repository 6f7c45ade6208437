"""What was named as hurting, each as a card: where, for how long, and three questions about it.

Each question is about this pain: a back that a doctor knows says nothing of a neck that is new.
"""

from functools import partial

import streamlit as st

from planner.knowledge import Knowledge
from planner.model.ids import ConditionId, RegionId
from planner.model.phrase import Phrase
from planner.model.vocabulary import AboutPain, Answer
from planner.visit.said import pain_sources, places
from planner.visit.said.duration import IN_A_YEAR, Duration, Unit, said_in, usual_unit
from planner.visit.said.numbers import Range, fault
from planner.visit.said.places import Place
from planner.words import formed, joined, say
from ui.parts import wording
from ui.parts.fields import SEVERAL_BY_NAME, shown
from ui.parts.interview.region_picker import region_label
from ui.parts.markdown import bold, small
from ui.parts.number_field import number_field, whole
from ui.state import session
from ui.state.language import tell

ASKED = {
    AboutPain.ASSESSED: say("Seen by a doctor or physio?"),
    AboutPain.FIRST_EVER: say("First time ever?"),
    AboutPain.CHANGED: say("Changed lately?"),
}
ANSWERS = {Answer.YES: say("Yes"), Answer.NO: say("No"), Answer.UNSURE: say("Not sure")}
UNITS = {Unit.MONTHS: say("months"), Unit.YEARS: say("years")}


def draw(condition: ConditionId, knowledge: Knowledge) -> None:
    """One card."""
    with st.container(border=True, key=f"source-{condition}", gap="xsmall"):
        _heading(condition, knowledge)
        with st.container(key=f"about-{condition}"):
            _how_long(condition)
            for asked, question in ASKED.items():
                _choice(condition, asked, question)


def _choice(condition: ConditionId, asked: AboutPain, question: Phrase) -> None:
    """A question about this pain; with none chosen nothing is said, which is never a no."""
    now = pain_sources.answer_about(session.draft(), condition, asked)
    st.segmented_control(
        tell(question),
        [one.value for one in ANSWERS],
        format_func=lambda one: tell(ANSWERS[Answer(one)]),
        width="stretch",
        **shown(
            places.of_source(condition, asked).name,
            now.value if now else None,
            partial(_answer, condition, asked),
        ),
    )


def _answer(condition: ConditionId, asked: AboutPain, said: str | None) -> None:
    answer = Answer(said) if said else None
    session.change(pain_sources.answering_about, condition, asked, answer)


def _heading(condition: ConditionId, knowledge: Knowledge) -> None:
    """The name, its places, and what can be done with the whole card."""
    mine = list(_levels(condition))
    where = wording.places(mine, knowledge) if mine else _usual(condition, knowledge)
    with st.container(horizontal=True, key=f"named-{condition}", vertical_alignment="center"):
        name = knowledge.conditions[condition].name
        st.markdown(joined(bold(name), small(where)), width="stretch")
        _same_as(condition, knowledge)
        with st.popover(
            tell("Places"), type="tertiary", key=f"places-{condition}", on_change="rerun"
        ) as opened:
            if opened.open:
                _places(condition, mine, knowledge)
        st.button(
            tell("Take out {name}", name=name),
            key=f"out-{condition}",
            type="tertiary",
            icon=":material/close:",
            on_click=_take_out,
            args=(condition,),
        )


def _levels(condition: ConditionId) -> list[RegionId]:
    return list(pain_sources.marks_of(session.draft()).of[condition])


def _take_out(condition: ConditionId) -> None:
    left = [one for one in pain_sources.marks_of(session.draft()).of if one != condition]
    session.change(pain_sources.choosing, left, session.knowledge())


def _same_as(condition: ConditionId, knowledge: Knowledge) -> None:
    other = pain_sources.may_be_the_same(session.draft(), condition)
    if other:
        st.button(
            tell("All as for {name}", name=knowledge.conditions[other].name),
            key=f"same-{condition}",
            on_click=session.change,
            args=(pain_sources.same_as, condition, other),
        )


def _places(condition: ConditionId, mine: list[RegionId], knowledge: Knowledge) -> None:
    st.multiselect(
        tell("Places of this pain"),
        list(knowledge.regions),
        format_func=lambda one: region_label(one, knowledge),
        placeholder=_usual(condition, knowledge),
        **shown(f"places/{condition}", mine, partial(_give_places, condition)),
        **SEVERAL_BY_NAME,
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


def _how_long(condition: ConditionId) -> None:
    """A number and its unit; kept in months."""
    place = places.of_source(condition, "months")
    kept = _months(place)
    unit = _unit(condition, kept)
    with st.container(horizontal=True, key=f"how-long-{condition}", vertical_alignment="bottom"):
        number_field(
            tell("For how long?"),
            place.name,
            said_in(kept, unit).number,
            _takes(place, unit),
            partial(_keep, place, unit),
        )
        st.segmented_control(
            tell("Months or years"),
            list(UNITS),
            format_func=lambda one: tell(UNITS[one]),
            required=True,
            label_visibility="collapsed",
            **shown(_unit_key(condition), unit, partial(_turn, place, unit)),
        )


def _months(place: Place) -> float | None:
    kept = place.get(session.draft())
    return float(kept) if isinstance(kept, (int, float)) else None


def _unit_key(condition: ConditionId) -> str:
    return f"unit/{condition}"


def _unit(condition: ConditionId, months: float | None) -> Unit:
    return Unit(st.session_state.get(_unit_key(condition)) or usual_unit(months))


def _takes(place: Place, unit: Unit) -> Range:
    assert place.takes is not None
    in_one = IN_A_YEAR if unit is Unit.YEARS else 1
    return place.takes._replace(most=place.takes.most / in_one)


def _keep(place: Place, unit: Unit, number: float | None) -> None:
    session.change(place.put, whole(Duration(number, unit).months))


def _turn(place: Place, before: Unit, unit: Unit) -> None:
    """The number that was typed stays, and means the other unit."""
    number = said_in(_months(place), before).number
    _keep(place, unit, None if fault(number, _takes(place, unit)) else number)
