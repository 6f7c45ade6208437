"""Home tasks with their pictures on the screen, and without where none was drawn."""

import json

import pytest
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Match
from streamlit.testing.v1 import AppTest

from planner.figures import stored
from planner.figures.style import FILLS, Tone
from planner.knowledge import load
from planner.visit.main_line import first_visit
from planner.words.home import pictured
from tests.conftest import Draw, sample
from tests.ui.conftest import run
from tests.ui.plan.test_plan_changes import hand_on, plan_sheet
from ui.handed_over import plan_shown
from ui.pictures.served import route
from ui.plan_sheet import component
from ui.plan_sheet.sheet import Opened

LOW_BACK = "low-back-nothing-flagged"
PLAN = first_visit(sample(LOW_BACK), load())
FIRST, *OTHERS = PLAN.self_care


def home(app: AppTest) -> dict:
    (part,) = (one for one in plan_sheet(app)["sections"] if one["id"] == "home")
    return {row["id"]: row["picture"] for row in part["rows"]}


def test_a_line_of_the_plan_has_its_picture_and_one_without_a_picture_no_frame(drawn: Draw):
    drawn(FIRST.id)
    pictures = home(hand_on(sample(LOW_BACK)))
    assert pictures[FIRST.id]["still"] == stored.file_name(FIRST.id)
    assert pictures[FIRST.id]["moving"] == ""
    assert [pictures[one.id] for one in OTHERS] == [None] * len(OTHERS)


def test_what_a_picture_shows_is_said_by_the_steps_of_the_plan(drawn: Draw):
    drawn(FIRST.id)
    told = home(hand_on(sample(LOW_BACK)))[FIRST.id]["alt"]
    assert told == pictured(load().self_care[FIRST.id].name, FIRST.steps)
    assert FIRST.picture not in told


def test_an_opened_line_shows_its_picture_large(drawn: Draw, monkeypatch):
    drawn(FIRST.id)
    monkeypatch.setattr(component, "opened", lambda: Opened(FIRST.id))
    blocks = plan_sheet(hand_on(sample(LOW_BACK)))["panel"]["blocks"]
    (shown,) = (one for one in blocks if one["kind"] == "picture")
    assert shown["picture"]["still"] == stored.file_name(FIRST.id)


def clients_view() -> None:
    """The client's view of a plan, as the component gets it."""
    from planner.knowledge import load
    from planner.visit.main_line import first_visit
    from tests.conftest import sample
    from ui.handed_over import plan_shown

    plan_shown.draw(first_visit(sample("low-back-nothing-flagged"), load()))


def test_the_client_sees_each_task_with_the_frames_that_take_turns(drawn: Draw, monkeypatch):
    drawn(FIRST.id)
    drawn(FIRST.id, stored.MOVING)
    sent = {}
    monkeypatch.setattr(plan_shown.tapped, "drawn", lambda one, data, *rest: sent.update(data))
    run(AppTest.from_function(clients_view, default_timeout=20))
    (lines,) = (part["lines"] for part in sent["parts"] if part["title"] == "At home")
    pictures = {line["name"]: line.get("picture") for line in lines}
    assert pictures[load().self_care[FIRST.id].name]["moving"].endswith(".moving.svg")
    assert not any(pictures[load().self_care[one.id].name] for one in OTHERS)


def evidence() -> None:
    """The evidence page on its home tasks."""
    import streamlit as st

    from planner.knowledge import load
    from ui.evidence import tasks

    st.session_state["find-task"] = "hip lift"
    tasks.draw(load())


def test_the_evidence_page_has_each_task_with_its_picture_and_what_it_rests_on(drawn: Draw):
    drawn("strengthening:hips:bridge")
    app = run(AppTest.from_function(evidence, default_timeout=20))
    (listed,) = (json.loads(one.proto.json)["tasks"] for one in app.get("bidi_component"))
    pictures = {one["name"]: one["picture"] for one in listed}
    assert pictures["Hip bridge"]["still"] == "strengthening.hips.bridge.svg"
    assert all(found is None for name, found in pictures.items() if name != "Hip bridge")
    assert len(listed) > 1 and all(one["rests"] for one in listed)
    assert any(one["sources"] for one in listed)
    assert app.caption[0].value == f"{len(listed)} home tasks"


def proposed() -> None:
    """A proposal in which one home task changes and the others stay."""
    from types import SimpleNamespace

    from planner.knowledge import load
    from planner.model.review.comparison import Row
    from planner.visit.main_line import first_visit
    from tests.conftest import sample
    from ui.follow_up import proposal

    plan = first_visit(sample("low-back-nothing-flagged"), load())
    first, *others = plan.self_care
    rows = [Row(id=one.id, part="home", name="x", before="x", now="x") for one in others]
    changed = Row(id=first.id, part="home", name="x", before="x", now="more")
    proposal._at_home(SimpleNamespace(side_by_side=(changed, *rows), next_plan=plan))


def test_a_home_task_that_a_review_changes_is_shown_as_the_client_does_it(drawn: Draw):
    drawn(FIRST.id)
    app = run(AppTest.from_function(proposed, default_timeout=20))
    (listed,) = (json.loads(one.proto.json)["tasks"] for one in app.get("bidi_component"))
    assert [one["name"] for one in listed] == [load().self_care[FIRST.id].name]
    assert listed[0]["steps"] == FIRST.steps
    assert listed[0]["picture"]["still"] == stored.file_name(FIRST.id)


def served(address: str) -> Response:
    asked = {"type": "http", "method": "GET", "path": address, "root_path": "", "headers": []}
    found, more = route().matches(asked)
    assert found is Match.FULL
    return route().endpoint(Request({**asked, **more}))


def test_a_picture_is_served_in_both_themes_and_nothing_else_is(drawn: Draw):
    drawn(FIRST.id)
    for theme, tone in zip(("light", "dark"), FILLS[Tone.SKIN], strict=True):
        answer = served(f"/pictures/{theme}/{stored.file_name(FIRST.id)}")
        assert answer.media_type == "image/svg+xml"
        assert tone in answer.body.decode()
    for address in ("light/sleep.svg", f"blue/{stored.file_name(FIRST.id)}", "light/..style.py"):
        with pytest.raises(HTTPException, match="404"):
            served(f"/pictures/{address}")
