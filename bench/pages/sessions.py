"""What a rerun costs with many sessions at once: this page beside a bare one-slider page.

    python -m bench.pages.sessions [SESSIONS] [RERUNS]

Each session speaks the app's own websocket. It begins a visit and then answers, over and over,
how firm the client likes it, each answer kept on disk; the bare page's session moves its slider.
Prints the median time from sending an answer to the end of the run, for both, and their ratio
(target: at most 1).
"""

import json
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from time import perf_counter
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from bench import ROOT
from tests.browser.conftest import serve

BARE = ROOT / "bench" / "pages" / "bare_page.py"
SHORT = 200  # bytes: the end of a run is a short message
PAIN = "Low back pain"
SPOKEN = Subprotocol("streamlit")


def _read(data: str | bytes) -> ForwardMsg:
    message = ForwardMsg()
    message.ParseFromString(data if isinstance(data, bytes) else data.encode())
    return message


Times = Callable[[str, int], list[float]]


class Session:
    """One browser tab as the server knows it."""

    def __init__(self, address: str, query: str = "") -> None:
        self.query = query
        url = address.replace("http://", "ws://") + "/_stcore/stream"
        self.line: ClientConnection = connect(
            url, subprotocols=[SPOKEN], origin=Origin(address), max_size=None, legacy=True
        )
        self.widgets: dict[str, Any] = {}
        self.timed = False  # while timed, what was drawn is not read: that is the browser's work
        self.run()

    def run(self, **value: object) -> float:
        """Send one widget's new value and wait for the end of the run; milliseconds."""
        asked = BackMsg()
        asked.rerun_script.query_string = self.query
        if value:
            state = asked.rerun_script.widget_states.widgets.add()
            state.id = str(value.pop("id"))
            (field, new), *_ = value.items()
            part = getattr(state, field)
            part.data.extend(new) if hasattr(part, "data") else setattr(state, field, new)
        began = perf_counter()
        self.line.send(asked.SerializeToString())
        received = []
        for data in self.line:
            received.append(data)
            if len(data) < SHORT and _read(data).WhichOneof("type") == "script_finished":
                took = 1000 * (perf_counter() - began)
                if not self.timed:
                    for one in received:
                        self._keep(_read(one))
                return took
        raise ConnectionError("the server closed the line")

    def _keep(self, message: ForwardMsg) -> None:
        if message.WhichOneof("type") != "delta":
            return
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        widget: Any = getattr(element, str(kind), None)
        if getattr(widget, "id", None):
            self.widgets[widget.id] = widget

    def widget(self, key: str) -> str:
        """The id of the widget with this key (the end of its id), or with this label."""
        for id, widget in self.widgets.items():
            if id.endswith(f"-{key}") or getattr(widget, "label", "") == key:
                return id
        raise KeyError(f"no widget {key!r} among {[*self.widgets]}")


def bare_times(address: str, reruns: int) -> list[float]:
    """One session of the bare page."""
    session = Session(address)
    slider = session.widget("Value")
    session.timed = True
    return [session.run(id=slider, double_array_value=[turn % 100]) for turn in range(reruns)]


def begin(session: Session) -> None:
    """A visit of one's own, kept on disk: low back pain of 6."""
    pains = session.widgets[session.widget("pain")]
    chosen = next(one for one in pains.options if one.startswith(PAIN))
    session.run(id=pains.id, string_array_value=[chosen])
    session.run(id=session.widget("step-2"), trigger_value=True)
    session.run(id=session.widget("severity/average"), string_array_value=["6"])


def our_times(address: str, reruns: int) -> list[float]:
    """One session of the consultation page, with a whole plan on it."""
    session = Session(address)
    begin(session)
    session.run(id=session.widget("step-4"), trigger_value=True)
    pressure = session.widget("preferences/pressure")
    words = ("Light", "Moderate")
    session.timed = True
    return [
        session.run(id=pressure, string_array_value=[words[turn % 2]]) for turn in range(reruns)
    ]


def together(one: Times, address: str, sessions: int, reruns: int) -> float:
    """The median of all reruns of so many sessions at once."""
    with ThreadPoolExecutor(sessions) as pool:
        runs = [pool.submit(one, address, reruns) for _ in range(sessions)]
        return median(time for run in runs for time in run.result())


def main() -> None:
    """Measure and print."""
    sessions, reruns = int([*sys.argv[1:2], "10"][0]), int([*sys.argv[2:3], "30"][0])
    bare, ours = serve(BARE, BARE.parent), serve(ROOT / "app.py")
    bare_ms = together(bare_times, next(bare), sessions, reruns)
    our_ms = together(our_times, next(ours), sessions, reruns)
    for server in (bare, ours):
        server.close()
    told = {
        "sessions": sessions,
        "bare page, ms": round(bare_ms, 1),
        "consultation page, ms": round(our_ms, 1),
        "ratio (target 1)": round(our_ms / bare_ms, 2),
    }
    print(json.dumps(told, indent=2))


if __name__ == "__main__":
    main()
