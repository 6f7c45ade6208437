"""Every version of a visit with what it changed, and the way back to one."""

from functools import partial
from itertools import pairwise

import streamlit as st

from planner.model.errors import PlannerError
from records import Records, RevisionLine, VisitLine
from ui.parts import side_by_side
from ui.parts.fields import ONE_BY_NAME
from ui.state import autosave, beside, session
from ui.state.kept_visits import draft_of, summary_of
from ui.state.language import knowledge, tell, tell_many

MOST = 30  # versions that say what they changed; an older one says its time


def draw(records: Records, client: str, visits: tuple[VisitLine, ...]) -> None:
    """The fold with each visit's versions."""
    with st.expander(tell("**Earlier versions**"), key="earlier", on_change="rerun") as fold:
        if fold.open:
            for one in visits:
                _visit(records, client, one)


def _visit(records: Records, client: str, visit: VisitLine) -> None:
    versions = tell_many("{number} version", "{number} versions", visit.revisions)
    with st.container(horizontal=True, vertical_alignment="center", key=f"visit-{visit.token}"):
        st.markdown(tell("**{day} · {versions}**", day=visit.on, versions=versions))
        with st.popover(tell("Undo"), key=f"undo-{visit.token}", on_change="rerun") as opened:
            if opened.open:
                _undo(records, client, visit)


def _undo(records: Records, client: str, visit: VisitLine) -> None:
    lines = records.revisions(visit.token)
    if not lines[1:]:
        st.caption(tell("This visit has one version only."))
        return
    changed = _changes(records, visit, lines)
    which: RevisionLine = st.selectbox(
        tell("Take back"),
        lines[1:],
        format_func=lambda one: tell(
            "{change} ({version})", change=changed.get(one.number, ""), version=version(one)
        ),
        key=f"back-to-{visit.token}",
        **ONE_BY_NAME,
    )
    st.caption(tell("It becomes the newest version. Nothing is removed: you can come back."))
    st.button(tell("Bring it back"), key=f"bring-{visit.token}",
              on_click=partial(_bring_back, records, client, visit, which))  # fmt: skip


def _changes(records: Records, visit: VisitLine, lines: tuple[RevisionLine, ...]) -> dict[int, str]:
    """For each version what the one after it changed: that is what going back takes away."""
    newest = [records.revision(visit.token, one.number) for one in lines[: MOST + 1]]
    return {before.number: _change(before.body, after.body) for after, before in pairwise(newest)}


def _change(before: str, after: str) -> str:
    try:
        found = side_by_side.differences(draft_of(before), draft_of(after), knowledge())
    except PlannerError:
        return ""
    if not found:
        return tell("nothing that was said")
    (what, was, now), *more = found
    if not more:
        return tell("{what}: {before} → {after}", what=what, before=was, after=now)
    return tell_many("{what} and {number} more", "{what} and {number} more", len(more), what=what)


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


def _bring_back(records: Records, client: str, visit: VisitLine, which: RevisionLine) -> None:
    with autosave.trouble_told():
        body = records.revision(visit.token, which.number).body
        facts = summary_of(body, beside.of(client))
        knowledge_version = session.knowledge().review.version
        records.restore(visit.token, which.number, visit.revisions, facts, knowledge_version)
        here = autosave.place()
        if here and here.token == visit.token:
            session.open_kept(visit.token)
