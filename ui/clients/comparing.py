"""Any two versions of a client's visits, side by side: what was said, and the plans."""

import streamlit as st

from planner.model.errors import PlannerError
from records import Records, VisitLine
from ui.clients.versions import Version, in_words, versions_of
from ui.parts import side_by_side
from ui.state.kept_visits import draft_of, plan_if_readable
from ui.state.language import knowledge, refusal, shown, tell


def draw(records: Records, visits: tuple[VisitLine, ...]) -> None:
    """The fold with the two choices and what differs."""
    with st.expander(tell("**Compare two versions**"), key="compare", on_change="rerun") as fold:
        if fold.open:
            _choose(records, versions_of(records, visits))


def _choose(records: Records, versions: list[Version]) -> None:
    if not versions[1:]:
        st.caption(tell("There is one version only."))
        return
    titles = (tell("Before"), tell("After"))
    left, right = st.columns(2)
    latest = versions[0].token
    other = next((n for n, one in enumerate(versions) if one.token != latest), len(versions) - 1)
    with left:
        first = st.selectbox(
            titles[0],
            versions,
            index=other,
            format_func=in_words,
            key="compare-before",
            filter_mode="contains",
        )
    with right:
        second = st.selectbox(
            titles[1], versions, format_func=in_words, key="compare-after", filter_mode="contains"
        )
    try:
        bodies = [records.revision(one.token, one.number).body for one in (first, second)]
        before, after = map(draft_of, bodies)
    except PlannerError as error:
        st.error(refusal(error))
        return
    side_by_side.what_differs(before, after, titles, knowledge())
    for column, body in zip(st.columns(2), bodies, strict=True):
        with column:
            _plan(body)


def _plan(body: str) -> None:
    plan = plan_if_readable(body)
    if plan is None:
        st.caption(tell("There is no plan in this version."))
    else:
        side_by_side.plan_lines(shown(plan), knowledge())
