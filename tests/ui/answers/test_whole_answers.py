"""A callback runs to its end while another run waits, and the waiting run is not forgotten."""

from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner_utils.exceptions import RerunException
from streamlit.runtime.scriptrunner_utils.script_requests import RerunData
from streamlit.runtime.state import SafeSessionState, SessionState
from streamlit.testing.v1 import AppTest

from tests.conftest import sample
from tests.ui.conftest import OpenApp, run
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


class Pressed(SessionState):
    """A session that notes for which presses a run was begun."""

    def __init__(self) -> None:
        super().__init__()
        self.for_these: list[object] = []

    def on_script_will_rerun(self, *arguments: object, **more: object) -> None:
        self.for_these.extend(arguments)


def test_a_press_that_a_run_was_begun_for_is_not_dropped_for_a_run_that_waits_already():
    let_callbacks_end()

    def look() -> None:
        raise RerunException(RerunData())

    state = Pressed()
    SafeSessionState(state, look).on_script_will_rerun(WidgetStates())
    assert state.for_these == [WidgetStates()]


def told(app: AppTest) -> dict[str, tuple[object, object]]:
    """By key of each widget: what a browser that draws it from this run alone would show, and
    what was answered."""
    marked = [*app.button_group, *app.multiselect]
    named = [*app.selectbox, *app.radio]
    typed = [*app.checkbox, *app.number_input, *app.text_input, *app.text_area]
    return {
        **{one.key: (list(one.proto.default), one.indices) for one in marked},
        **{one.key: (_begins(one.proto), one.index) for one in named},
        **{one.key: (_begins(one.proto), one.value) for one in typed},
    }


def _begins(widget: Any) -> object:
    if getattr(widget, "set_value", False):  # told with this run, whatever it begins as
        return widget.value
    has = widget.DESCRIPTOR.fields_by_name["default"].has_presence
    return widget.default if not has or widget.HasField("default") else None


@pytest.mark.parametrize("step", [1, 2, 4])
def test_a_widget_that_is_first_drawn_from_a_later_run_shows_what_was_answered(
    open_app: OpenApp, step: int
):
    app = open_app(sample("knee-anticoagulant"), step)
    shown = told(run(app))
    assert len(shown) > 5
    assert {key: begins for key, (begins, _) in shown.items()} == {
        key: answered for key, (_, answered) in shown.items()
    }


def test_a_streamlit_that_is_built_otherwise_is_refused_with_what_to_do(monkeypatch):
    monkeypatch.setattr(streamlit_patch, "METHOD", "on_script_will_run_again")
    with pytest.raises(streamlit_patch.UnknownStreamlit, match="the version that requirements"):
        streamlit_patch.let_callbacks_end.__wrapped__()
