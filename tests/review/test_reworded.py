"""What a rule was called before does not make it a new one at the next visit."""

import re
import shutil

import pytest

from planner.knowledge import load
from planner.knowledge.load import DATA
from planner.model.plan import read_plan
from planner.visit.main_line import first_visit, follow_up
from tests.conftest import client_with
from tests.review.conftest import KNOWN, asked, shaped

NAMED = re.compile(r'^label = "(.*)"', re.MULTILINE)
BETTER = {"overall": {"label": "much improved"}}


@pytest.fixture(scope="module")
def renamed(tmp_path_factory):
    """The base with every precaution called something else."""
    folder = tmp_path_factory.mktemp("renamed") / "data"
    shutil.copytree(DATA, folder)
    path = folder / "precautions.toml"
    path.write_text(NAMED.sub(r'label = "\1, today"', path.read_text("utf-8")), "utf-8")
    return load(folder)


def next_of(intake, answers, knowledge):
    """The next plan, under this base, of a client whose first one was made under today's."""
    last = read_plan(first_visit(intake, KNOWN).model_dump_json(), knowledge.known_ids)
    facts = asked(**BETTER, answers=answers)
    return follow_up(last, shaped("fell a little", last), facts, knowledge, intake=intake).next_plan


def minded(plan):
    return [(one.id, len(one.cautions)) for one in (*plan.self_care, *plan.complementary)]


def test_an_answer_that_is_called_otherwise_by_now_is_no_new_caution(renamed):
    intake = client_with("low-back-pain", answers={"p-anticoagulant": "yes"})
    now, before = (next_of(intake, {}, one) for one in (renamed, KNOWN))
    assert minded(now) == minded(before)
    assert all("today" in says for one in now.self_care for says in one.cautions)
    assert [one.step for one in now.self_care] == [one.step for one in before.self_care]
    assert [one.grows_to for one in now.self_care] == [one.grows_to for one in before.self_care]


def test_another_answer_is_a_new_caution_whatever_it_is_called(renamed):
    intake = client_with("low-back-pain", answers={"p-anticoagulant": "yes"})
    told = {"p-diabetes": "yes"}
    now, before = (next_of(intake, told, one) for one in (renamed, KNOWN))
    assert minded(now) == minded(before)
    assert minded(now) != minded(next_of(intake, {}, KNOWN))
