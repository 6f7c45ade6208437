"""What a rerun costs with many sessions at once, beside a bare page with as many widgets.

Each session speaks the app's own websocket. It begins a visit and then answers, over and over,
how firm the client likes it, each answer kept on disk; the bare page's session moves its slider.
"""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing
from statistics import median
from time import perf_counter
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from bench import ROOT
from bench.table.measured import Found, of_pairs
from tests.browser.conftest import serve

WIDGETS = ROOT / "bench" / "pages" / "widgets_page.py"
AT_ONCE = (1, 10, 50)
SHORT = 200  # bytes: the end of a run is a short message
PAIN = "Low back pain"
SPOKEN = Subprotocol("streamlit")


def _read(data: str | bytes) -> ForwardMsg:
    message = ForwardMsg()
    message.ParseFromString(data if isinstance(data, bytes) else data.encode())
    return message


def is_end(message: ForwardMsg) -> bool:
    """Whether an answer's run has ended; one that goes on in the plan's places ends with them."""
    ended = message.WhichOneof("type") == "script_finished"
    return ended and message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


Answer = Callable[[int], float]


class Session:
    """One browser tab as the server knows it."""

    def __init__(self, address: str, query: str = "", **dialled: Any) -> None:
        self.query = query
        url = address.replace("http", "ws", 1) + "/_stcore/stream"
        usual = {"origin": Origin(address), "subprotocols": [SPOKEN], "max_size": None}
        self.line: ClientConnection = connect(url, legacy=True, **(usual | dialled))
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
            if len(data) < SHORT and is_end(_read(data)):
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


def on_the_bare_page(address: str, query: str) -> Answer:
    """A session of a bare page that moves its slider."""
    session = Session(address, query)
    slider = session.widget("Value")
    session.timed = True
    return lambda turn: session.run(id=slider, double_array_value=[turn % 100])


def begin(session: Session) -> None:
    """A visit of one's own, kept on disk: low back pain of 6."""
    pains = session.widgets[session.widget("pain")]
    chosen = next(one for one in pains.options if one.startswith(PAIN))
    session.run(id=pains.id, string_value=chosen)
    session.run(id=session.widget("step-2"), trigger_value=True)
    session.run(id=session.widget("severity/average"), string_array_value=["6"])


def in_the_plan(address: str) -> Answer:
    """A session of the consultation page, with a whole plan on it: how firm, over and over."""
    session = _with_a_plan(address)
    pressure, words = session.widget("preferences/pressure"), ("Light", "Moderate")
    session.timed = True
    return lambda turn: session.run(id=pressure, string_array_value=[words[turn % 2]])


def _with_a_plan(address: str) -> Session:
    session = Session(address)
    begin(session)
    step = session.widget("step-4")
    session.widgets.clear()
    session.run(id=step, trigger_value=True)
    return session


def widgets_of(address: str) -> int:
    """How many widgets the page with the plan has."""
    return len(_with_a_plan(address).widgets)


def measured(turns: int) -> Mapping[str, Found]:
    """The median of all sessions at once, in each turn; their page has as many widgets as ours."""
    with ExitStack() as stack:
        servers = [serve(ROOT / "app.py"), serve(WIDGETS, WIDGETS.parent)]
        ours, theirs = (next(stack.enter_context(closing(one))) for one in servers)
        query = f"widgets={widgets_of(ours)}"
        sides = (
            [in_the_plan(ours) for _ in range(max(AT_ONCE))],
            [on_the_bare_page(theirs, query) for _ in range(max(AT_ONCE))],
        )
        return {f"sessions-{number}": _together(sides, number, turns) for number in AT_ONCE}


def _together(sides: tuple[list[Answer], list[Answer]], number: int, turns: int) -> Found:
    with ThreadPoolExecutor(number) as pool:

        def all_at_once(answers: list[Answer], turn: int) -> float:
            times: list[float] = [*pool.map(lambda answer: answer(turn), answers[:number])]
            return median(times)

        pairs = [
            (all_at_once(sides[0], turn), all_at_once(sides[1], turn)) for turn in range(turns + 1)
        ]
    return of_pairs(pairs[1:])
