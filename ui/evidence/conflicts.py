"""Where sources disagree, side by side, with what this program makes of it."""

import re
from textwrap import shorten

import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.entries.interventions import StanceEntry
from planner.knowledge.names import name_of
from planner.model.ids import LineId
from planner.words import formed, say
from planner.words.terms import STANCE
from ui.parts.markdown import table
from ui.state.language import tell

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
MOST_LETTERS = 40
TWO_SIDES = (say("One side"), say("The other side"))


def draw(knowledge: Knowledge) -> None:
    """The guidelines on therapies by pain source, then the sources on safety."""
    st.header(tell("Guidelines on therapies"), anchor=False)
    sides = [tell(one) for one in TWO_SIDES]
    for condition, entries in knowledge.stances.items():
        rows = [
            (name_of(LineId(one), knowledge), *_two_sides(entry), _read_in(entry, knowledge))
            for one, entry in entries.items()
            if entry.conflict
        ]
        if rows:
            about = knowledge.conditions[condition].name
            st.markdown(table((about, *sides, tell("Read in")), rows))
    st.header(tell("Safety"), anchor=False)
    st.markdown(
        table(
            (tell("About"), *sides, tell("Here")),
            ((one.topic, one.one, one.other, one.choice) for one in knowledge.conflicts.values()),
        )
    )


def _two_sides(entry: StanceEntry) -> tuple[str, str]:
    """The stance taken here, and what stands against it."""
    stance = formed(STANCE[entry.stance], "capital")
    return tell(stance), tell(formed(entry.conflict, "capital"))


def _read_in(entry: StanceEntry, knowledge: Knowledge) -> str:
    """The documents that either side was read in."""
    found = (knowledge.findings[one].source for one in entry.findings)
    names = dict.fromkeys(_short(knowledge.sources[one].citation) for one in found if one)
    return tell("{names:semicolons}", names=tuple(names))


def _short(citation: str) -> str:
    """A citation as it is named in passing: who comes first in it, and the year."""
    who = shorten(re.split(r"[.,;]", citation)[0], MOST_LETTERS, placeholder="…")
    year = YEAR.search(citation)
    return f"{who} {year.group()}" if year and year.group() not in who else who
