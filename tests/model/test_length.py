"""Messages in a file: what they would come to is known before anything is said in a language."""

import json

import pytest

from planner.model import sizes
from planner.model.errors import PlanError
from planner.model.plan import Plan, read_plan
from planner.model.text.length import longest
from planner.visit.main_line import first_visit
from planner.words import in_language, language
from planner.words.languages import PSEUDO
from tests.conftest import SAMPLE_NAMES, load, sample

FILLS = 10


def filled_by_itself(depth: int) -> dict[str, object]:
    """A message of ten fills, each of which is one of ten fills, and so on."""
    told: dict[str, object] = {"message": "words"}
    for _ in range(depth):
        told = {"message": "{a}" * FILLS, "with": {"a": told}}
    return told


WITHOUT_END = [
    {"message": "{x:1000000000d}", "with": {"x": 1}},
    {"message": "{x:>100000000}", "with": {"x": "a"}},
    {"message": "{x:.999999999f}", "with": {"x": 0.5}},
    {"message": "{x:{y}}", "with": {"x": 1, "y": "1000000000d"}},
    {"message": "a", "many": "{number:1000000000d}", "with": {"number": 2}},
    {"message": "{x.speaker}", "with": {"x": 1}},
    {"message": "{x!r}", "with": {"x": 1}},
    {"message": "{y}", "with": {"x": 1}},
    {"message": "{x}", "with": {"x": [{"message": "{y:999999999d}", "with": {"y": 1}}]}},
    filled_by_itself(depth=12),
]


def plan() -> Plan:
    return first_visit(sample("low-back-nothing-flagged"), load())


def saying(told: dict[str, object]) -> str:
    """A plan's file, one of whose texts has this message beside it."""
    written = json.loads(plan().model_dump_json())
    written["messages"]["talk[0]"] = told
    return json.dumps(written)


@pytest.mark.parametrize("told", WITHOUT_END)
def test_a_message_that_would_fill_the_memory_is_refused_where_its_file_is_read(told):
    with pytest.raises(PlanError, match="messages"):
        read_plan(saying(told))


def test_many_messages_of_some_letters_each_are_refused_too():
    told = {"message": "{x}{x}", "with": {"x": "a" * (sizes.WHOLE_TEXT // 2)}}
    with pytest.raises(PlanError, match="messages"):
        read_plan(saying(told))


def test_what_is_said_of_a_message_that_fits_is_no_longer_than_it_was_taken_for():
    told = {"message": "{x:>99} {y:.9f} {z}", "with": {"x": "a", "y": 1e300, "z": ["b", "c"]}}
    said = in_language(read_plan(saying(told)), language(PSEUDO)).talk[0]
    assert 99 < len(said) <= longest(told)


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_no_plan_of_ours_comes_near(name):
    written = json.loads(first_visit(sample(name), load()).model_dump_json())
    told = [{"message": "", **one} for one in written["messages"].values()]
    assert sum(map(longest, told)) < sizes.WHOLE_TEXT / 2
