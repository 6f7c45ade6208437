"""One client: the visits in time, any two versions side by side, an earlier one brought back."""

from functools import partial

import streamlit as st

from records import ClientLine, Records, RevisionLine, VisitLine
from ui import sessions
from ui.clients import comparing, files, ways
from ui.parts.fields import ONE_BY_NAME
from ui.parts.wording import plain
from ui.state import autosave, records_of_session, session
from ui.state.kept_visits import summary_of
from ui.state.language import tell, tell_many


def draw(records: Records, client: str) -> None:
    """The client's page."""
    line = records.client(client)
    st.button(
        tell("All clients"), key="all-clients", icon=":material/arrow_back:", type="tertiary",
        on_click=ways.choose, args=(None,)
    )  # fmt: skip
    st.title(plain(line.label), anchor=False)
    if line.owner != records_of_session.owner():
        st.caption(tell("Another therapist shares this client with you."))
    visits = records.timeline(client)
    _new_visit(records, line)
    sessions.of_client(client)
    for one in visits:
        _visit(records, one)
    comparing.draw(records, visits)
    files.draw(records, line, visits)


def _new_visit(records: Records, line: ClientLine) -> None:
    st.button(
        tell("New visit from the last"),
        key="next-visit",
        type="primary",
        icon=":material/add:",
        help=tell(
            "Pain sources, lasting answers and wishes are taken over. The scores and the short "
            "safety screen are asked again."
        ),
        on_click=ways.begin_next,
        args=(records, line.id),
    )


def _visit(records: Records, visit: VisitLine) -> None:
    versions = tell_many("{number} version", "{number} versions", visit.revisions)
    told = tell("**{day} · {versions}**", day=visit.on, versions=versions)
    with st.container(border=True, key=f"visit-{visit.token}"):
        words, right = st.columns([5, 4], vertical_alignment="center")
        review = visit.review_on and tell(":small[review on {day}]", day=visit.review_on)
        words.markdown(f"{told}  \n{review}" if review else told)
        with right, st.container(horizontal=True, horizontal_alignment="right"):
            st.button(tell("Open"), key=f"open-{visit.token}", on_click=ways.to_visit,
                      args=(visit.token,))  # fmt: skip
            with st.popover(tell("Undo"), key=f"undo-{visit.token}", on_change="rerun") as opened:
                if opened.open:
                    _undo(records, visit)


def _undo(records: Records, visit: VisitLine) -> None:
    lines = records.revisions(visit.token)
    earlier = [one for one in lines if one.number != visit.revisions]
    if not earlier:
        st.caption(tell("This visit has one version only."))
        return
    which: RevisionLine = st.selectbox(
        tell("Back to the version of"),
        earlier,
        format_func=version,
        key=f"back-to-{visit.token}",
        **ONE_BY_NAME,
    )
    st.caption(tell("It becomes the newest version. Nothing is removed: you can come back."))
    st.button(tell("Bring it back"), key=f"bring-{visit.token}",
              on_click=partial(_bring_back, records, visit, which))  # fmt: skip


def version(line: RevisionLine) -> str:
    """A version of a visit in words."""
    saved = line.saved_at.astimezone()
    time = f"{saved:%H:%M:%S}"
    return tell(
        "{day:short-year}, {time} (version {number})",
        day=saved.date(),
        time=time,
        number=line.number,
    )


def _bring_back(records: Records, visit: VisitLine, which: RevisionLine) -> None:
    with autosave.trouble_told():
        facts = summary_of(records.revision(visit.token, which.number).body)
        knowledge = session.knowledge().review.version
        records.restore(visit.token, which.number, visit.revisions, facts, knowledge)
        here = autosave.place()
        if here and here.token == visit.token:
            session.open_kept(visit.token)
