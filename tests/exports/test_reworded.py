"""A plan that was stored is read as before once the facts are worded in another way."""

import re
import shutil

import pytest

from planner.exports.paper.handout import handout
from planner.exports.paper.handout.making import Said
from planner.exports.paper.sheet.beside import pieces
from planner.exports.paper.sheet.in_force import Asked
from planner.knowledge import load
from planner.knowledge.load import DATA
from planner.model.plan import read_plan
from planner.planning.advice import without_hands
from planner.visit.main_line import first_visit
from tests.conftest import client_with, sample
from tests.exports.conftest import HANDED_OUT

KNOWN = load()
NEEDLES = client_with("low-back-pain", answers={"p-anticoagulant": "yes"})
REWORDED = ("home_rules", "interactions", "region_rules", "consent", "conditions")
BEGINS = re.compile(r'^(says|note|refer) = "', re.MULTILINE)


@pytest.fixture(scope="module")
def reworded(tmp_path_factory):
    """The base with each of these sentences begun in another way."""
    folder = tmp_path_factory.mktemp("reworded") / "data"
    shutil.copytree(DATA, folder)
    for name in REWORDED:
        path = folder / f"{name}.toml"
        told = BEGINS.sub(r'\1 = "Note: ', path.read_text("utf-8"))
        path.write_text(told, "utf-8")
    return load(folder)


def stored(intake, knowledge):
    """The plan of a client as it is read from its file today."""
    plan = first_visit(intake, KNOWN)
    return read_plan(plan.model_dump_json(), knowledge.known_ids)


def talk_on_the_sheet(intake, knowledge):
    """What stands under "To talk through" on the sheet."""
    plan = stored(intake, knowledge)
    found = pieces(Asked(plan, intake, knowledge), (), ())
    return next(one.lines for one in found if one.key == "talk")


def handed_out(intake, knowledge):
    plan = stored(intake, knowledge)
    of = Said(plan, intake, knowledge)
    return handout(of), handout(of, large=True)


@pytest.mark.parametrize("name", HANDED_OUT)
def test_how_much_pain_is_all_right_is_that_of_the_stored_plan(name, reworded):
    with_each = (handed_out(sample(name), one) for one in (reworded, KNOWN))
    for now, before in zip(*with_each, strict=True):
        assert now.page.pain
        assert now.page.pain == before.page.pain
        assert now.page.bad_day == before.page.bad_day


def test_the_clients_words_for_a_caution_stay_with_the_therapy(reworded):
    now, before = (handed_out(NEEDLES, one)[0].after.parts for one in (reworded, KNOWN))
    assert any("tell whoever uses the needles" in line for part in now for line in part.lines)
    assert now == before


def test_what_has_a_place_of_its_own_on_the_sheet_is_not_said_there_twice(reworded):
    now, before = (talk_on_the_sheet(NEEDLES, one) for one in (reworded, KNOWN))
    assert now == before


def test_what_is_only_of_hands_goes_with_massage(reworded):
    now, before = (without_hands(stored(NEEDLES, one).talk, one) for one in (reworded, KNOWN))
    assert now == before
