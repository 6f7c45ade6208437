"""The pictures that the therapist brought, read from the records once a session."""

import streamlit as st
from streamlit import runtime

from planner.model.edits import is_own
from planner.model.errors import PlannerError
from planner.model.plan import Plan
from ui.state import autosave, records_of_session

READ = "own-pictures"
PNG = "image/png"


def address(name: str) -> str:
    """Where a browser finds a picture for as long as this session lasts; empty where it is not."""
    content = content_of(name)
    if not content or not runtime.exists():
        return ""
    return runtime.get_instance().media_file_mgr.add(content, PNG, f"own-picture-{name}")


def content_of(name: str) -> bytes:
    """The bytes of one; empty where it is not among the records of the open visit's client."""
    read: dict[str, bytes] = st.session_state.setdefault(READ, {})
    if name not in read:
        read[name] = _read(name)
    return read[name]


def of_plan(plan: Plan) -> dict[str, bytes]:
    """The pictures of a plan's tasks that the therapist brought, by the line."""
    named = {str(one.id): one.picture for one in plan.self_care if is_own(one.id) and one.picture}
    return {line: content for line, name in named.items() if (content := content_of(name))}


def _read(name: str) -> bytes:
    here = autosave.place()
    if here is None:
        return b""
    try:
        records = records_of_session.records()
        known = {one.id for one in records.files(here.client, "picture")}
        return records.diary(name) if name in known else b""
    except PlannerError:
        return b""
