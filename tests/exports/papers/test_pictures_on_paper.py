"""The handout shows each home task, and says what it shows to whoever does not see it."""

import io

import pytest
from pypdf import PdfReader

from planner.exports.paper.client_page import client_page
from planner.exports.paper.pdf import plan_pdf
from planner.knowledge import load
from planner.words.home import pictured
from tests.conftest import Draw
from tests.exports.conftest import flat, pages, plan_for, plan_of

MARKS = ("to do", "had")


def figures(document: bytes, *names: str) -> list[str]:
    """What each figure of the file says of one of these, in reading order; no mark of a day."""
    found = _alts(PdfReader(io.BytesIO(document)).trailer["/Root"]["/StructTreeRoot"])
    return [one for one in found if one not in MARKS and one.startswith(names)]


def names_of(plan):
    return tuple(flat(load().self_care[one.id].name) for one in plan.self_care)


def _alts(node):
    if "/Alt" in node:
        yield flat(str(node["/Alt"]))
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object()
        if hasattr(found, "get"):
            yield from _alts(found)


@pytest.mark.parametrize("name", ["knee-anticoagulant", "three-sources"])
def test_each_task_stands_with_its_picture_in_the_week_and_beside_its_steps(drawn: Draw, name: str):
    plan = plan_of(name)
    for one in plan.self_care:
        drawn(one.id)
    made, names = plan_pdf(plan, load()), names_of(plan)
    in_full = [flat(one.pictured) for one in client_page(plan, load()).home]
    briefly = [flat(pictured(one.name, one.brief)) for one in known(plan)]
    assert figures(made, *names) == [*briefly, *names, *in_full]
    assert b"pdfuaid" in made


def known(plan):
    return [load().self_care[one.id] for one in plan.self_care]


def test_a_task_without_a_picture_keeps_its_words_and_has_no_frame(drawn: Draw):
    plan = plan_of("knee-anticoagulant")
    first, *others = plan.self_care
    drawn(first.id)
    made = plan_pdf(plan, load())
    assert len(figures(made, *names_of(plan))) == 3
    names = [load().self_care[one.id].name for one in others]
    assert all(flat(name) in pages(made)[0] for name in names)


def test_without_any_picture_the_page_is_whole(drawn: Draw):
    plan = plan_of("knee-anticoagulant")
    made = plan_pdf(plan, load())
    assert figures(made, *names_of(plan)) == []
    assert all(flat(load().self_care[one.id].name) in pages(made)[0] for one in plan.self_care)


@pytest.mark.parametrize("locale", ["US", "UK"])
def test_the_week_of_a_large_plan_with_pictures_stays_on_page_one(drawn: Draw, locale: str):
    tasks = ("sleep", "pacing", "aerobic:any:walking", "strengthening:hips:bridge")
    plan = plan_for(
        locale=locale,
        preferences={"self_care_minutes_per_day": 60, "goals": ["walk far " * 20] * 3},
        edits=[{"line": one, "change": "add", "words": "wanted"} for one in tasks],
    )
    for one in plan.self_care:
        drawn(one.id)
    told = pages(plan_pdf(plan, load()))
    assert "Stop and call" in told[0]
    assert "Page 1 of" in told[0]
    assert told[1].startswith("Pain diary")
    assert len(plan.self_care) >= 5
