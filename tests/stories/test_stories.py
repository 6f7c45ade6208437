"""The program judged from the outside: whole stories of people, and what must come of them."""

import re
import tomllib
from pathlib import Path

import pytest

from planner.model.vocabulary import Clearance
from tests.stories.expected import STORY_EXPECTED, TAGS_OF, note_of
from tests.vignettes.expected import assert_no_plan
from tests.vignettes.people import GIVEN, KNOWN, Met

FILES = sorted(Path(__file__).parent.glob("*.toml"))
BY_FILE = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in FILES}
STORIES = {name: one for people in BY_FILE.values() for name, one in people.items()}
GOES_ON = (Clearance.PROCEED, Clearance.ADJUST)
ESCALATED = {
    Clearance.EMERGENCY: r"911",
    Clearance.SAME_DAY: r"(?i)\btoday\b.*(911|emergency)",
    Clearance.SOON: r"(?i)\b(days|doctor)\b.*911",
}


def names(*kinds):
    found = [name for kind in kinds for name in BY_FILE[kind]]
    return pytest.mark.parametrize("name", found)


def expect(met, one):
    for key in one.keys() - GIVEN - {"basis"}:
        STORY_EXPECTED[key](met, one[key])


@names("cases", "limits")
def test_a_story_ends_as_it_should(name):
    expect(Met(STORIES[name]), STORIES[name])


@names("ordinary")
def test_an_ordinary_person_gets_a_plan(name):
    met = Met(STORIES[name])
    assert met.plan.clearance in GOES_ON, [
        (one.id, one.clearance.value) for one in met.plan.reasons
    ]
    assert met.plan.massage
    assert met.plan.self_care
    expect(met, STORIES[name])


@names("unsafe")
def test_a_dangerous_sign_is_not_missed(name):
    met = Met(STORIES[name])
    expect(met, STORIES[name])
    assert met.plan.massage is None
    if met.plan.clearance.stops_everything:
        assert_no_plan(met.plan)


@names("unsafe")
def test_a_dangerous_sign_is_told_with_what_to_do_if_it_gets_worse(name):
    met = Met(STORIES[name])
    wanted = ESCALATED.get(met.plan.clearance, "")
    assert re.search(wanted, note_of(met), re.DOTALL), note_of(met)


@pytest.mark.parametrize("name", STORIES)
def test_a_story_says_only_what_is_read(name):
    one = STORIES[name]
    assert not one.keys() - GIVEN - STORY_EXPECTED.keys() - {"basis"}
    assert re.fullmatch(r"[A-Z][^\n]{20,200}\.", one["story"])


def test_there_are_enough_stories_of_each_kind():
    assert {kind: len(found) for kind, found in BY_FILE.items() if len(found) < 60} == {
        "cases": 19,
        "limits": 50,
    }
    assert len(STORIES) == sum(map(len, BY_FILE.values())), "a name is used twice"
    ages = [one["age"] for one in BY_FILE["ordinary"].values()]
    assert (min(ages), max(ages)) == (16, 92)


def test_the_ordinary_people_have_every_pain_source():
    pains = [
        pain for one in BY_FILE["ordinary"].values() for pain in one.get("pain", ["low-back-pain"])
    ]
    assert {pain.partition(":")[0] for pain in pains} == set(KNOWN.conditions)


def test_an_unsafe_story_names_the_row_behind_it():
    known = {*KNOWN.questions, *KNOWN.retired}
    assert {one["basis"] for one in BY_FILE["unsafe"].values()} <= known


def test_every_home_task_has_its_tags():
    assert set(KNOWN.self_care) == set(TAGS_OF)
