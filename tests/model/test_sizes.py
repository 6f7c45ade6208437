"""No text is longer and no list holds more than a record says; too much is told shortly."""

import json
from collections.abc import Iterator

import pytest

from planner.knowledge import load
from planner.model import sizes
from planner.model.between.consent import Consent
from planner.model.between.note import Note
from planner.model.between.session import Session
from planner.model.errors import IntakeError, PlanError
from planner.model.follow_up import FollowUp
from planner.model.intake import Intake, read_intake
from planner.model.plan import read_plan
from planner.model.practice import Practice, Therapist
from planner.model.visit import KeptDiary, read_draft
from tests.conftest import SAMPLES
from tests.review.conftest import plan_of

SAID = (Intake, KeptDiary, FollowUp, Session, Consent, Note, Practice, Therapist)
BOUNDED = {"enum", "const", "maxLength", "format", "pattern"}  # what a text is held by


def low_back(**changes):
    return json.loads(SAMPLES["low-back-nothing-flagged"].read_bytes()) | changes


def wishing(goals):
    said = low_back()
    said["preferences"]["goals"] = goals
    return said


def problems_in(said):
    with pytest.raises(IntakeError) as refused:
        read_intake(json.dumps(said), load().known_ids)
    return [str(one) for one in refused.value.problems]


def without_bound(schema, place: str) -> Iterator[str]:
    """The places of a schema where a text, a list or an object may be of any size."""
    for way in ("anyOf", "oneOf", "allOf"):
        for one in schema.get(way, ()):
            yield from without_bound(one, place)
    kind = schema.get("type")
    if kind == "string" and not BOUNDED & {*schema}:
        yield place
    if kind == "array":
        if "maxItems" not in schema:
            yield place
        for one in (schema.get("items", {}), *schema.get("prefixItems", ())):
            yield from without_bound(one, f"{place}[]")
    if kind == "object" and isinstance(schema.get("additionalProperties"), dict):
        if "maxProperties" not in schema:
            yield place
        yield from without_bound(schema["additionalProperties"], f"{place}.*")
    for name, one in schema.get("properties", {}).items():
        yield from without_bound(one, f"{place}.{name}")


@pytest.mark.parametrize("kind", SAID, ids=lambda kind: kind.__name__)
def test_whatever_a_person_says_has_a_longest_text_and_a_most(kind):
    schema = kind.model_json_schema()
    parts = {kind.__name__: schema} | schema.get("$defs", {})
    assert [one for name, part in parts.items() for one in without_bound(part, name)] == []


def test_a_hundred_thousand_goals_are_refused_at_once_beside_every_other_problem():
    said = wishing(["walk to the shops"] * 100_000) | {"locale": "MOON"}
    found = problems_in(said)
    assert len(found) == 2
    assert found[0].startswith("locale:")
    assert found[1].startswith("preferences.goals:")
    assert str(sizes.GOALS) in found[1]


def test_as_many_and_as_long_goals_as_there_may_be_are_read():
    most = [f"{number:03} " + "x" * (sizes.LINE - 4) for number in range(sizes.GOALS)]
    assert len(read_intake(json.dumps(wishing(most))).preferences.goals) == sizes.GOALS
    assert problems_in(wishing([*most, "one more"]))
    assert problems_in(wishing(["x" * (sizes.LINE + 1)]))


def test_unknown_answers_without_end_are_one_sentence():
    many = {f"q{number}": "yes" for number in range(sizes.WHOLE_LIST + 1)}
    found = problems_in(low_back(answers=many))
    assert found == [f"answers: holds {len(many)}; {sizes.WHOLE_LIST} at most"]
    assert problems_in(low_back() | many)[0].startswith("intake: holds")


def test_of_one_kind_of_problem_a_hundred_are_told_and_how_many_more():
    unknown = {f"field{number}": 1 for number in range(sizes.TOLD + 25)}
    found = problems_in(low_back(locale="MOON") | unknown)
    assert len(found) == sizes.TOLD + 2
    assert sum("not a field" in one for one in found) == sizes.TOLD
    assert any(one.startswith("locale:") for one in found)
    assert found[-1].endswith("and 25 more like those above")


def test_a_name_given_twice_without_end_is_told_a_hundred_times():
    text = json.dumps(low_back())[:-1] + ', "on": "2026-11-27"' * 300 + "}"
    with pytest.raises(IntakeError) as refused:
        read_intake(text)
    assert len(refused.value.problems) <= sizes.TOLD + 1


def test_a_plan_takes_no_endless_list_or_text():
    plan = plan_of("low-back-nothing-flagged").model_dump(mode="json")
    for field, much in (("talk", ["x"] * 10_001), ("knowledge", "x" * 400_001)):
        with pytest.raises(PlanError, match=f"{field}: holds {len(much)}"):
            read_plan(json.dumps(plan | {field: much}))


def test_what_an_earlier_edition_held_without_a_limit_still_opens():
    diary = {"name": "d" * 3_000, "headings": ["h" * 3_000] * 40}
    written = [["2026-01-01", 3, None, None, None, "n" * 3_000]]
    kept = {"format": 1, "on": "2026-11-27", "diary": {**diary, "entries": written}}
    opened = read_draft(json.dumps(kept)).diary
    assert opened.name == diary["name"]
    assert opened.entries[0].note == "n" * 3_000
