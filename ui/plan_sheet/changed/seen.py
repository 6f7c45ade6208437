"""What of the plan has been seen in this window, so that what an answer changed can be said."""

import streamlit as st

from planner.knowledge.own import knowing_own
from planner.visit.interview import Interview
from ui.plan_sheet.changed.marks import Seen, seen_next
from ui.state import session
from ui.state.language import knowledge

KEY = "plan-seen"


def seen(found: Interview) -> Seen:
    """What the last answer changed; the same however often it is asked, until the next answer."""
    before = st.session_state.get(KEY)
    now = seen_next(before, session.text(), found.plan, knowing_own(knowledge(), found.plan))
    st.session_state[KEY] = now
    return now
