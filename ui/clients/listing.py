"""The list of clients: who comes today first, what is open counted, found by any word of them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from planner.model.glance import read_glance
from planner.visit.client import day
from planner.visit.client.day import Group
from planner.visit.client.state import (
    NAME,
    STEP,
    Known,
    Step,
    called,
    hurts,
    more_of,
    next_step,
    state_of,
    told_apart,
)
from planner.words import say
from records import ClientLine, Records
from ui import sessions
from ui.clients import board, ways
from ui.clients.ways import GROUP, PAGE, SEARCH
from ui.state import clock, session
from ui.state.language import knowledge, shown, tell, tell_many

SIZE = 20
EMPTY = say(
    "No clients yet. From the first answer on, a visit is kept here under the label you give it. "
    "A client's file from another machine can be taken in below."
)
Data = dict[str, Any]


def draw(records: Records) -> None:
    """The whole list, narrowed to what was searched for and chosen."""
    search, today = str(st.session_state.get(SEARCH, "")), clock.today()
    every = [known(one) for one in records.every_client(search)]
    counts = day.counted(every, today)
    group = _group(counts)
    found = day.arranged(every, group, today)
    board.draw(
        {
            "words": _words(),
            "search": search,
            "group": group,
            "groups": _groups(counts),
            "says": _says(found, search, group),
            **_page(found, group is Group.ALL and not search, today),
        },
        lambda act: _do(records, act),
    )


def known(line: ClientLine) -> Known:
    """A line of the records with its facts read."""
    begun = line.begun_at.astimezone() if line.begun_at else None
    facts = read_glance(line.about)
    return Known(line.id, line.label, facts, line.last_visit, line.review_on, begun)


def _group(counts: Mapping[Group, int]) -> Group:
    """The group that was chosen; all, once nobody is left in it."""
    chosen = Group(st.session_state.get(GROUP, Group.ALL))
    return chosen if counts[chosen] else Group.ALL


def _groups(counts: Mapping[Group, int]) -> list[Data]:
    return [
        {"id": group, "name": tell(day.NAMES[group]), "count": counts[group]}
        for group in Group
        if counts[group] or group in (Group.TODAY, Group.DUE, Group.DRAFTS, Group.ALL)
    ]


def _says(found: Sequence[Known], search: str, group: Group) -> str:
    if search and found:
        return tell_many("{number} client found", "{number} clients found", len(found))
    if search:
        return tell("Nobody is found by these words: neither label, pain nor notes begin so.")
    return "" if found or group is not Group.ALL else tell(EMPTY)


def _page(found: Sequence[Known], apart: bool, today: date) -> Data:
    """One page of the list, who comes today `apart`; and the way to the next page."""
    number = min(int(st.session_state.get(PAGE, 1)), 1 + max(0, len(found) - 1) // SIZE)
    here = found[(number - 1) * SIZE : number * SIZE]
    says = tell("Page {number}", number=number)
    page = {"number": number, "more": len(found) > number * SIZE, "says": says}
    return {"page": page, "sections": _sections(here, apart, today)}


def _sections(here: Sequence[Known], apart: bool, today: date) -> list[Data]:
    """Who comes or came today stands apart, where all are listed."""
    if not apart:
        return [_section("", here, today)] if here else []
    now = [one for one in here if day.is_in(one, Group.TODAY, today)]
    rest = [one for one in here if one not in now]
    titled = ((tell("Today"), now), (tell("Before") if now else "", rest))
    return [_section(title, some, today) for title, some in titled if some]


def _section(title: str, some: Sequence[Known], today: date) -> Data:
    return {"title": title, "rows": [_row(one, today) for one in some]}


def _row(one: Known, today: date) -> Data:
    state, step = state_of(one, today), next_step(one, today)
    name = shown(called(one))
    return {
        "id": one.id,
        "name": name,
        "second": tell(told_apart(one)),
        "hurts": shown(hurts(one, knowledge())),
        "seen": tell(day.when(one, today)),
        "tone": state,
        "state": tell(NAME[state]),
        "more": shown(more_of(one, today)),
        "act": step,
        "next": tell(STEP[step]),
        "next_for": tell("{step}: {client}", step=STEP[step], client=name),
    }


def _words() -> dict[str, str]:
    return {
        "title": tell("Clients"),
        "search": tell("Initials, pain, a word in a note"),
        "new": tell("New client"),
        "narrow": tell("Show only"),
        "newer": tell("Newer"),
        "older": tell("Older"),
    }


def _do(records: Records, act: Mapping[str, Any]) -> None:
    """What was tapped or typed."""
    acts: dict[str, Callable[[], None]] = {
        "search": lambda: _look_for(str(act["search"])),
        "group": lambda: _narrow_to(str(act["group"])),
        "page": lambda: _turn_to(int(act["number"])),
        "new": _begin,
        "story": lambda: ways.choose(str(act["id"])),
        Step.OPEN: lambda: ways.to_latest(records, str(act["id"])),
        Step.GO_ON: lambda: ways.to_latest(records, str(act["id"])),
        Step.SESSION: lambda: sessions.open_today(str(act["id"])),
        Step.REVIEW: lambda: ways.begin_next(records, str(act["id"])),
    }
    acts[act["act"]]()


def _look_for(words: str) -> None:
    st.session_state[SEARCH] = words
    _turn_to(1)


def _narrow_to(group: str) -> None:
    st.session_state[GROUP] = group
    _turn_to(1)


def _turn_to(number: int) -> None:
    st.session_state[PAGE] = max(1, number)


def _begin() -> None:
    """A new client, in one tap."""
    session.begin_anew()
    session.go_to("consultation")
