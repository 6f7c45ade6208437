"""Where sources disagree, side by side, with what this program makes of it."""

import re
from collections.abc import Iterable

import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.entries import StanceEntry
from ui.wording import STANCE, name_of, plain

YEAR = re.compile(r"\b(?:19|20)\d\d\b")
Row = tuple[str, str, str]


def draw(knowledge: Knowledge) -> None:
    """The guidelines on therapies by pain source, then the sources on safety."""
    st.header("Guidelines on therapies", anchor=False)
    for condition, entries in knowledge.stances.items():
        rows = [
            (name_of(one, knowledge), _one_side(entry, knowledge), _sentence(entry.conflict))
            for one, entry in entries.items()
            if entry.conflict
        ]
        if rows:
            name = knowledge.conditions[condition].name
            st.markdown(f"**{name}**\n\n" + _table((name, "One side", "The other side"), rows))
    st.header("Safety", anchor=False)
    heads = ("About", "One side", "The other side", "Here")
    st.markdown(
        _table(
            heads,
            ((one.topic, one.one, one.other, one.choice) for one in knowledge.conflicts.values()),
        )
    )


def _one_side(entry: StanceEntry, knowledge: Knowledge) -> str:
    """The stance taken here, and the documents it was read from."""
    found = (knowledge.findings[one].source for one in entry.findings)
    names = dict.fromkeys(_short(knowledge.sources[one].citation) for one in found if one)
    return f"{_sentence(STANCE[entry.stance])} ({'; '.join(names)})"


def _short(citation: str) -> str:
    """A citation as it is named in passing: who comes first in it, and the year."""
    who = re.split(r"[.,;]", citation)[0]
    year = YEAR.search(citation)
    return f"{who} {year.group()}" if year and year.group() not in who else who


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    lines = [[*heads], *([plain(cell) or "–" for cell in row] for row in rows)]
    first, *rest = ("| " + " | ".join(line) + " |" for line in lines)
    return "\n".join([first, "|" + ":--|" * len(lines[0]), *rest])
