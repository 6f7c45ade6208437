"""A clinician's answer on the page: recorded with what it binds, shown where it holds."""

from datetime import date

import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.entries.safety import ClearedBy
from planner.knowledge.names import name_of, reason_name
from planner.model.ids import ReasonId, RegionId
from planner.model.intake import Bounds, ClinicianClearance
from planner.model.phrase import Phrase
from planner.model.vocabulary import Pressure, Technique
from planner.safety.limits.bounds import InWords, binding, in_words, not_read
from planner.safety.rows_in_force import ActiveRow
from planner.visit.interview import Interview
from planner.visit.said import answers
from planner.visit.said.numbers import fault, number_of
from planner.words import answer, formed, joined, say
from planner.words.limits import bounds_in_words
from planner.words.plan import how_often
from planner.words.terms import PRESSURE
from ui.parts.day_field import day_field
from ui.parts.fields import ONE_BY_NAME, SEVERAL_BY_NAME, free_text
from ui.parts.interview.region_picker import region_label
from ui.parts.markdown import bold, lines
from ui.parts.wording import capital, linked, places
from ui.state import session
from ui.state.language import shown, tell

A_WEEK = [0.25, 0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]
MOST_OF_A_NAME, MOST_LETTERS = 200, 400
MINUTES = number_of(Bounds, "minutes")
SO_IT_IS = say("Yes, record it so")
UNTIL_THEN = say("If not, set the bound beside the words. Until then it counts as written.")


def form(row: ReasonId, found: Interview, knowledge: Knowledge) -> None:
    """A button that opens the form for an answer that a row or a rule waits for, below it."""
    is_open = bool(st.session_state.get(f"clear-{row}"))
    st.button(
        _label(found.screening.in_force(row)),
        key=f"clear-open-{row}",
        icon=":material/expand_less:" if is_open else ":material/edit_note:",
        on_click=_turn,
        args=(row,),
    )
    if is_open:
        with st.container(key=f"clear-whole-{row}", border=True):
            _form(row, found, knowledge)


def whole(row: ReasonId, found: Interview, knowledge: Knowledge) -> None:
    """The form by itself, under its name."""
    st.header(_label(found.screening.in_force(row)), anchor=False)
    st.markdown(tell("**{reason}**", reason=reason_name(row, knowledge)))
    _form(row, found, knowledge)


def _turn(row: ReasonId) -> None:
    st.session_state[f"clear-{row}"] = not st.session_state.get(f"clear-{row}")


def _form(row: ReasonId, found: Interview, knowledge: Knowledge) -> None:
    behind = found.screening.in_force(row)
    with st.form(f"clear-form-{row}", enter_to_submit=False, border=False):
        must = behind.deciding.must_confirm if behind else ""
        _record(row, _fields(row, found.draft.on, must, knowledge), must)


def _label(behind: ActiveRow | None) -> str:
    if behind is None or not behind.may_be_cleared:
        return tell("Record an agreement")
    if behind.deciding.cleared_by is ClearedBy.THERAPIST:
        return tell("Record what you did")
    if behind.deciding.cleared_by is ClearedBy.REPRESENTATIVE:
        return tell("Record an agreement")
    return tell("Record a clinician's clearance")


def _record(row: ReasonId, made: ClinicianClearance | None, must: str) -> None:
    """Keep what was typed; a number that only the words name is asked about first."""
    asks, question = f"clear-asks-{row}", st.container()
    told = fault(st.session_state.get(_minutes_key(row)), MINUTES)
    with st.container(horizontal=True):
        recorded = st.form_submit_button(tell("Record it"), key=f"clear-record-{row}")
        if recorded and told:
            st.error(tell(told))
        elif recorded:
            whole = made and (made.confirmed or not must)
            st.session_state[asks] = bool(made and whole and in_words(made))
            if not st.session_state[asks]:
                _keep(made, must)
        if made and st.session_state.get(asks):
            with question:
                _ask(in_words(made))
            if st.form_submit_button(tell(SO_IT_IS), key=f"clear-so-{row}"):
                _keep(made.replaced(bounds=binding(made)), must)


def _fields(
    row: ReasonId, today: date, must: str, knowledge: Knowledge
) -> ClinicianClearance | None:
    """The whole answer in the order of its paper; None while nobody is named."""
    longest, often = st.columns(2)
    with longest:
        minutes = _longest(row)
    with often:
        a_week = _most_often(row)
    pressure, left_out = _firmest(row), _left_out(row, knowledge)
    until = day_field(
        tell(answer.GOOD_UNTIL),
        value=None,
        min_value=today,
        key=f"clear-until-{row}",
    )
    words = free_text(
        tell(answer.OTHER), MOST_LETTERS, f"clear-limits-{row}", tell("In their words")
    )
    techniques = _only(row, knowledge)
    name, signed = st.columns(2)
    with name:
        by = free_text(tell(answer.NAME_AND_ROLE), MOST_OF_A_NAME, f"clear-by-{row}")
    with signed:
        on = day_field(tell(answer.SIGNED_ON), value=today, max_value=today, key=f"clear-on-{row}")
    confirmed = bool(must) and st.checkbox(shown(must), key=f"clear-says-{row}")
    if not by.strip():
        return None
    bounds = Bounds(
        minutes=minutes,
        pressure=pressure,
        sessions_per_week=a_week,
        regions_avoid=left_out,
        techniques=techniques,
    )
    return ClinicianClearance(
        of=row, by=by, on=on, limits=words, until=until, confirmed=confirmed, bounds=bounds
    )


def _longest(row: ReasonId) -> int | None:
    """The longest session; a number that is not taken is told when the answer is recorded."""
    typed = st.number_input(
        tell(answer.MINUTES),
        step=5.0,
        value=None,
        format="%g",
        key=_minutes_key(row),
    )
    return None if typed is None or fault(typed, MINUTES) else int(typed)


def _minutes_key(row: ReasonId) -> str:
    return f"clear-minutes-{row}"


def _most_often(row: ReasonId) -> float | None:
    return st.selectbox(
        shown(formed(answer.TIMES_A_WEEK, "capital")),
        A_WEEK,
        index=None,
        format_func=lambda one: shown(how_often(one)),
        placeholder=tell("Not said"),
        key=f"clear-often-{row}",
        **ONE_BY_NAME,
    )


def _firmest(row: ReasonId) -> Pressure | None:
    return st.segmented_control(
        tell(answer.PRESSURE),
        list(Pressure),
        format_func=lambda one: capital(PRESSURE[one]),
        key=f"clear-pressure-{row}",
    )


def _left_out(row: ReasonId, knowledge: Knowledge) -> tuple[RegionId, ...]:
    places = st.multiselect(
        tell(answer.LEAVE_OUT),
        list(knowledge.regions),
        format_func=lambda one: region_label(one, knowledge),
        placeholder=tell("None named"),
        key=f"clear-places-{row}",
        **SEVERAL_BY_NAME,
    )
    return tuple(places)


def _only(row: ReasonId, knowledge: Knowledge) -> tuple[Technique, ...]:
    techniques = st.multiselect(
        tell("Only these techniques"),
        list(Technique),
        format_func=lambda one: name_of(one, knowledge),
        placeholder=tell("None named"),
        key=f"clear-techniques-{row}",
        **SEVERAL_BY_NAME,
    )
    return tuple(techniques)


def _keep(made: ClinicianClearance | None, must: str) -> None:
    if made is None:
        st.error(tell("Say who cleared it."))
        return
    if must and not made.confirmed:
        st.error(tell("It counts only if the answer says so: {what:stopped}", what=must))
        return
    session.change(answers.cleared, made)
    st.rerun()


def _ask(found: tuple[InWords, ...]) -> None:
    asked = shown(joined(*map(_question, found)))
    st.warning(lines((bold(asked), tell(UNTIL_THEN))))


def _question(one: InWords) -> Phrase:
    if isinstance(one.read, Pressure):
        return say(
            "You wrote {pressure} pressure: is that the firmest?", pressure=PRESSURE[one.read]
        )
    if one.bound == "minutes":
        return say("You wrote {minutes} minutes: is that the longest session?", minutes=one.read)
    return say("You wrote {often}: is that the most often?", often=how_often(float(one.read)))


def settled(row: ReasonId, knowledge: Knowledge) -> None:
    """What is recorded for a row: what binds, until when, what only the words (may) name."""
    for one in answers.clearances_of(session.draft(), row):
        if words := _binds(one, knowledge):
            st.caption(tell("It binds: {words}", words=words))
        if found := in_words(one):
            _ask(found)
            st.button(
                tell(SO_IT_IS),
                key=f"bound-{row}",
                on_click=session.change,
                args=(answers.bound_as_worded, row),
            )
        if unread := not_read(one):
            st.info(tell(answer.not_read(one.by, one.limits, unread.bounds)))


def _binds(one: ClinicianClearance, knowledge: Knowledge) -> str:
    bounds = binding(one)
    numbers = (shown(words) for words in bounds_in_words(bounds))
    left_out = places(bounds.regions_avoid, knowledge)
    names = tuple(name_of(each, knowledge) for each in bounds.techniques)
    return linked(
        *numbers,
        tell("left out: {places}", places=left_out) if left_out else "",
        tell("only {names:commas}", names=names) if names else "",
        tell("until {day}", day=one.until) if one.until else "",
    )
