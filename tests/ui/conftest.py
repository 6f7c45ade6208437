"""The app under Streamlit's own test driver, with a visit laid into its one key."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from planner.exports import documents
from planner.model.intake import Intake
from records import Records, Settings, open_store
from ui.parts.handing_over.papers import key_of
from ui.state import records_of_session, redrawn, session

APP = Path(__file__).parents[2] / "ui" / "screen.py"
LAST_STEP = 5

OF_A_PLAN = set(map(key_of, (documents.PLAN_PDF, documents.PLAN_CSV, documents.PLAN_ICS)))
OF_A_STOP = set(map(key_of, (documents.NOTE_PDF, documents.NOTE_TEXT)))

OpenApp = Callable[..., AppTest]


@pytest.fixture(scope="session", autouse=True)
def packages_looked_through_once() -> Iterator[None]:
    """Every app that starts looks for components in all that is installed, which stays the same."""
    with pytest.MonkeyPatch.context() as patch:
        looked = cache(manifest_scanner.scan_component_manifests)
        patch.setattr(manifest_scanner, "scan_component_manifests", looked)
        yield


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "records.db"


@pytest.fixture
def records(ready: Path, database: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Records]:
    """The records of this test alone; a held database is waited for only briefly."""
    shutil.copyfile(ready, database)
    store = open_store(Settings.at(database, busy_seconds=0.05))
    monkeypatch.setattr(records_of_session, "store", lambda: store)
    yield store.of("local")
    store.close()


@pytest.fixture(autouse=True)
def whole_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each answer draws the whole page: Streamlit's test driver forgets what a run leaves out."""
    monkeypatch.setattr(redrawn, "draw_anew", lambda before: None)


@pytest.fixture
def open_app() -> OpenApp:
    """Start the app, blank or on an open visit, at one of the four steps."""

    def start(visit: Intake | str | None = None, step: int = 1) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=20)
        if visit is not None:
            text = visit if isinstance(visit, str) else visit.model_dump_json(exclude_none=True)
            app.session_state[session.KEY] = text
        app.session_state[session.STEP] = step
        return run(app)

    return start


def run(app: AppTest) -> AppTest:
    """Run the app and let no exception pass."""
    app.run()
    assert not app.exception, app.exception[0].stack_trace
    return app


def at_step(app: AppTest, step: int) -> AppTest:
    """The same visit with another step open."""
    app.session_state[session.STEP] = step
    return run(app)


def downloads(app: AppTest) -> set[str]:
    """Everything that is offered to be handed over at the last step, by what tells it apart."""
    before = dict.fromkeys((session.STEP, session.FOLLOW_UP_STEP), 1)
    for key in before:
        if key in app.session_state:
            before[key] = app.session_state[key]
        app.session_state[key] = LAST_STEP
    found = papers_offered(run(app))
    for key, step in before.items():
        app.session_state[key] = step
    run(app)
    return found


def papers_offered(app: AppTest) -> set[str]:
    """The rows of the panel, which is opened for it and closed again; none where there is no way.

    What is taken at once, with one tap, is one of them.
    """
    if "hand-over-open" not in {one.key for one in app.button}:
        assert not {one.label for one in app.get("download_button")} & {"PDF", "Note"}
        return set()
    run(button(app, "hand-over-open").click() and app)
    found = {one.key.removeprefix("look-") for one in app.button if one.key.startswith("look-")}
    run(button(app, "hand-over-close").click() and app)
    return found


def headings(app: AppTest) -> list[str]:
    """The headings of the parts of a plan."""
    return [one["title"] for one in plan_sheet(app).get("sections", ())]


def plan_sheet(app: AppTest) -> dict[str, Any]:
    """What the plan in full is drawn from; empty where it is not drawn."""
    drawn = [one.proto for one in app.get("bidi_component")]
    found = [json.loads(one.json) for one in drawn if one.component_name == "plan_sheet"]
    return found[0] if found else {}


def clients_list(app: AppTest) -> dict[str, Any]:
    """What the list of clients is drawn from."""
    drawn = [one.proto for one in app.get("bidi_component")]
    (found,) = [json.loads(one.json) for one in drawn if one.component_name == "clients_board"]
    return found


def rows(app: AppTest) -> list[dict[str, Any]]:
    """The rows of the list of clients, as they stand below each other."""
    return [row for section in clients_list(app)["sections"] for row in section["rows"]]


def lines(app: AppTest) -> dict[str, dict[str, Any]]:
    """The rows of the plan in full, by their ids."""
    return {row["id"]: row for part in plan_sheet(app)["sections"] for row in part["rows"]}


def read(markdown: str) -> str:
    """Markdown as a person reads its letters: what was escaped stands as it was typed."""
    return unescape(re.sub(r":color\[((?:&#\d+;)+)\]", r"\1", markdown))


def words(app: AppTest) -> str:
    """Everything written on the screen."""
    parts: list[Any] = [*app.markdown, *app.caption, *app.title, *app.header, *app.info]
    drawn = [re.sub("<[^>]*>", " ", unescape(one.proto.body)) for one in app.get("html")]
    sheet = {name: said for name, said in plan_sheet(app).items() if name != "words"}
    return "\n".join([*(read(str(one.value)) for one in parts), *drawn, *texts_in(sheet)])


def texts_in(value: Any) -> Iterator[str]:
    """Every text within a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts_in(part)


def button(app: AppTest, key: str) -> Any:
    """A button by its key."""
    return next(one for one in app.button if one.key == key)


def keys(app: AppTest, start: str) -> list[str]:
    """The keys of the buttons that begin like this."""
    return [one.key for one in app.button if one.key and one.key.startswith(start)]
