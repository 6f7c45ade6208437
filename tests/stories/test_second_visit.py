"""The second visit: what lasts still counts, what may be new is asked again."""

import json
from datetime import date
from pathlib import Path

import pytest

from planner.model.visit import read_draft
from planner.model.vocabulary import Answer
from planner.safety.asking.asked_again import every_visit
from planner.safety.asking.questions import groups, none_of_these
from planner.safety.screening import screen
from planner.visit.draft import saying
from planner.visit.in_force import plan_in_force
from planner.visit.interview import interview
from planner.visit.next_visit import next_visit
from tests.stories.oracle import faults
from tests.stories.somebody import somebody
from tests.vignettes.people import KNOWN, Met

LATER = date(2026, 12, 21)
AGAIN = (Path(__file__).parent / "data" / "every_visit.txt").read_text(encoding="utf-8").split()
LASTING = [
    "p-anticoagulant", "p-osteoporosis", "p-frailty", "p-diabetes", "p-ra-stable",
    "p-carotid-disease",
    "p-cervical-stenosis-known", "p-hypermobility", "p-falls-risk", "p-ms", "p-touch-allodynia",
    "p-fibromyalgia", "p-acute-injury-72h", "p-inflammatory-flare", "p-neuropathy",
]  # fmt: skip


def kept(intake):
    """The first visit as it is kept."""
    text = intake.model_dump_json(exclude_unset=True, by_alias=True)
    return read_draft(text, KNOWN.known_ids)


def second(intake):
    """The visit four weeks later, before anything is asked there; the pain is scored as before."""
    draft = next_visit(kept(intake), LATER, "the first", KNOWN)
    return saying(draft, severity=draft.severity.having(average=intake.severity.average))


@pytest.mark.parametrize("row", AGAIN)
def test_it_is_asked_at_every_visit(row):
    assert KNOWN.rows[row].every_visit or KNOWN.rows[row].at_review


@pytest.mark.parametrize("row", LASTING)
def test_a_yes_of_last_time_counts_before_it_is_asked_again(row):
    draft = second(Met({"yes": [row]}).intake)
    assert row in screen(draft, KNOWN).active_ids


@pytest.mark.parametrize("row", LASTING)
def test_none_of_these_never_takes_back_a_yes_of_last_time(row):
    draft = second(Met({"yes": [row]}).intake)
    for group in groups(draft, KNOWN):
        assert row not in none_of_these(group)
    while said := {key: a for one in groups(draft, KNOWN) for key, a in none_of_these(one).items()}:
        draft = saying(draft, answers={**draft.answers, **said})
    assert row in screen(draft, KNOWN).active_ids


@pytest.mark.parametrize("row", ["p-acute-injury-72h", "p-inflammatory-flare", "p-contagious-skin"])
def test_a_no_of_today_ends_it(row):
    draft = second(Met({"yes": [row]}).intake)
    draft = saying(draft, answers={**draft.answers, row: Answer.NO})
    draft = saying(draft, from_last=tuple(one for one in draft.from_last if one != row))
    assert row not in screen(draft, KNOWN).active_ids


@pytest.mark.parametrize("seed", range(30))
def test_what_bound_the_first_plan_binds_the_one_in_force_at_the_second_visit(seed):
    intake = somebody(seed)
    draft = second(intake)
    while rows := [
        one.id for one in every_visit(draft, KNOWN) if one.answer is None and not one.last
    ]:
        said = {row: intake.answers.get(row, Answer.NO) for row in rows}
        draft = saying(draft, answers={**draft.answers, **said})
    plan = plan_in_force(interview(draft, KNOWN), KNOWN)
    assert plan is None or not faults(plan, intake, first=False)


def test_a_visit_kept_by_the_first_edition_keeps_its_yes():
    said = json.loads(kept(Met({"yes": ["p-anticoagulant"]}).intake).as_text)
    said.pop("from_last", None)
    again = read_draft(json.dumps({**said, "visit": "follow-up"}), KNOWN.known_ids)
    assert "p-anticoagulant" in screen(again, KNOWN).active_ids
