"""Look-alikes of real files: what is asked, and what they say once it is answered."""

from datetime import date, timedelta

import pytest

from planner.diary import DiaryReading, read_diary, result
from planner.model.diary import Blank, Choices, Direction
from tests.diary.real_shapes import SHAPES
from tests.diary.real_shapes.shape import FIRST, Shape

TODAY = date(2028, 1, 1)
KINDS = {"blank": Blank, "direction": Direction}
every_shape = pytest.mark.parametrize("shape", SHAPES.values(), ids=lambda shape: shape.name)


def read(shape: Shape, **answers: object) -> DiaryReading:
    given = {part: KINDS.get(part, lambda one: one)(one) for part, one in answers.items()}
    reading = read_diary(shape.data, shape.file, Choices(**given), TODAY)
    assert (reading.readings, reading.used + len(reading.skipped)) == (shape.rows, shape.rows)
    return reading


@every_shape
def test_what_only_the_client_can_tell_is_asked(shape: Shape) -> None:
    questions = {one.ask: one.choices for one in read(shape).questions}
    assert set(questions) == shape.asks
    assert {ask: questions[ask] for ask in shape.choices} == shape.choices


@every_shape
def test_once_answered_each_day_is_the_one_it_was_made_from(shape: Shape) -> None:
    reading = read(shape, **shape.answers)
    found = {one.date: one.pain for one in reading.days}
    assert found == {day: pytest.approx(pain) for day, pain in shape.days.items()}
    assert (reading.used, reading.scale) == (shape.used, shape.scale)


@every_shape
def test_days_with_pain_are_counted_and_none_is_invented(shape: Shape) -> None:
    counts = result(read(shape, **shape.answers), None).counts
    assert counts is not None
    with_pain = sum(pain is None or pain > 0 for pain in shape.days.values())
    assert sum(one.with_pain for one in counts.months) == with_pain
    assert sum(one.logged for one in counts.weeks) == len(shape.days)


@every_shape
def test_what_is_asked_about_stands_among_the_first_rows(shape: Shape) -> None:
    head, *rows = read(shape).first_rows
    named = {one for choices in shape.choices.values() for one in choices}
    columns = named & set(shape.data.decode().splitlines()[0].replace(";", ",").split(","))
    assert columns <= set(head) and rows


@pytest.mark.parametrize("name", [one.name for one in SHAPES.values() if one.told])
def test_what_was_followed_is_said(name: str) -> None:
    shape = SHAPES[name]
    assert any(shape.told in note for note in read(shape, **shape.answers).notes)


def test_eight_days_since_the_plan_carry_no_claim() -> None:
    analysis = result(read(SHAPES["05 semicolons"]), FIRST + timedelta(days=24)).analysis
    assert analysis is not None
    assert (analysis.before.logged, analysis.after.logged) == (24, 8)
    assert analysis.difference.low < 0 < analysis.difference.high
