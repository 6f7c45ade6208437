"""Any two versions of a client's visits, side by side: what was said, and the plans."""

import streamlit as st

from records import Records, VisitLine
from ui.clients.versions import Version, versions_of
from ui.parts import side_by_side
from ui.state import session
from ui.state.kept_visits import draft_of, plan_if_readable


def draw(records: Records, visits: tuple[VisitLine, ...]) -> None:
    """The fold with the two choices and what differs."""
    with st.expander("**Compare two versions**", key="compare", on_change="rerun") as fold:
        if fold.open:
            _choose(records, versions_of(records, visits))


def _choose(records: Records, versions: list[Version]) -> None:
    if len(versions) < 2:
        st.caption("There is one version only.")
        return
    left, right = st.columns(2)
    latest = versions[0].token
    other = next((n for n, one in enumerate(versions) if one.token != latest), len(versions) - 1)
    with left:
        first = st.selectbox("Before", versions, index=other, format_func=str, key="compare-before")
    with right:
        second = st.selectbox("After", versions, format_func=str, key="compare-after")
    bodies = [records.revision(one.token, one.number).body for one in (first, second)]
    before, after = map(draft_of, bodies)
    side_by_side.what_differs(before, after, ("Before", "After"), session.knowledge())
    for column, body in zip(st.columns(2), bodies, strict=True):
        with column:
            _plan(body)


def _plan(body: str) -> None:
    plan = plan_if_readable(body)
    if plan is None:
        st.caption("There is no plan in this version.")
    else:
        side_by_side.plan_lines(plan, session.knowledge())
