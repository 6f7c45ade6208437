"""A callback runs to its end while another run waits, and the waiting run is not forgotten."""

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner_utils.exceptions import RerunException
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData
from streamlit.runtime.state import SafeSessionState, SessionState

from ui.shell import streamlit_patch
from ui.shell.streamlit_patch import let_callbacks_end


class Interrupted(SessionState):
    """A session in which a callback writes in two steps."""

    def __init__(self) -> None:
        super().__init__()
        self.safe: SafeSessionState | None = None

    def on_script_will_rerun(self, *arguments: object, **more: object) -> None:
        assert self.safe is not None
        self.safe["first"] = "on disk"
        self.safe["second"] = "where it is"


def test_a_callback_is_not_cut_in_two_and_the_next_run_comes_after_it():
    let_callbacks_end()
    waiting: list[bool] = []

    def look() -> None:
        if waiting:
            raise RerunException(RerunData())

    state = Interrupted()
    state.safe = SafeSessionState(state, look)
    original = state.on_script_will_rerun

    def a_tap_arrives(*arguments: object, **more: object) -> None:
        waiting.append(True)
        original(*arguments, **more)

    state.on_script_will_rerun = a_tap_arrives  # type: ignore[method-assign]
    state.safe.on_script_will_rerun(WidgetStates())
    waiting_then, waiting[:] = list(waiting), []
    assert (state.safe["first"], state.safe["second"]) == ("on disk", "where it is")
    waiting.extend(waiting_then)
    with pytest.raises(RerunException):
        state.safe["after"] = ""


def test_a_streamlit_that_is_built_otherwise_is_refused_with_what_to_do(monkeypatch):
    monkeypatch.setattr(streamlit_patch, "METHOD", "on_script_will_run_again")
    with pytest.raises(streamlit_patch.UnknownStreamlit, match="the version that requirements"):
        streamlit_patch.let_callbacks_end.__wrapped__()
