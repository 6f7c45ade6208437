"""Every home task there is: its picture, how it is done, and what it rests on."""

from collections.abc import Iterator, Sequence

import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.entries.interventions import Task
from planner.model import sizes
from planner.model.ids import SourceId
from planner.planning.self_care import how_to
from planner.words.home import pictured
from planner.words.terms import MOVE_READ
from ui.evidence.listing import holds, listed
from ui.pictures import gallery
from ui.pictures.named import Data, picture
from ui.state.language import shown, tell


def draw(knowledge: Knowledge) -> None:
    """The tasks that a search finds."""
    words = st.text_input(
        tell("Search home tasks"),
        type="search",
        live=True,
        key="find-task",
        max_chars=sizes.SEARCH,
        placeholder=tell("Search"),
    )
    found = [one for one in knowledge.self_care.values() if holds(words, *_texts(one, knowledge))]
    told = tell("{number} home tasks", number=len(found))

    def draw_them(some: Sequence[Task]) -> None:
        gallery.draw([_entry(one, knowledge) for one in some])

    listed("tasks", found, told, draw_them)


def _texts(one: Task, knowledge: Knowledge) -> Iterator[str]:
    yield from (one.name, one.steps)
    yield from (knowledge.zones[zone].name for zone in one.zones if zone in knowledge.zones)


def _entry(one: Task, knowledge: Knowledge) -> Data:
    steps = how_to(one)
    found = picture(one.id, pictured(one.name, steps))
    read = MOVE_READ[one.verification]
    rests = tell("How far a source for this very move was read: {read}.", read=read)
    sources = tuple(knowledge.sources[source].citation for source in _sources(one, knowledge))
    return gallery.entry(one.name, shown(steps), found, rests, sources)


def _sources(one: Task, knowledge: Knowledge) -> tuple[SourceId, ...]:
    """What it rests on, each once."""
    of_findings = (knowledge.findings[finding].source for finding in one.findings)
    return tuple(dict.fromkeys(source for source in (*one.sources, *of_findings) if source))
