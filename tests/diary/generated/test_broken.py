"""Ten thousand broken files: each is read with every row accounted for, or refused in a sentence.

They come from files of every kind, and from those that were given.
"""

import random
from pathlib import Path

import pytest

from planner.diary import read_diary
from planner.model.diary import Ask, Choices, Question
from planner.model.errors import DiaryError
from tests.diary.generated.case import FIELD, READ_AS, TODAY, accounted
from tests.diary.generated.kinds import KINDS, made
from tests.diary.mutations import mutated_file
from tests.diary.samples import PRODUCTS

BATCHES, EACH = 50, 200
ANSWERED = 0.15  # of the files have a question answered by chance
GIVEN = sorted(
    one for one in Path(__file__).parents[1].joinpath("inputs").glob("*/*") if one.suffix != ".json"
)


def source(number: int) -> tuple[bytes, str]:
    """A file of a kind, or a given one, and its name."""
    whole = [*KINDS, *GIVEN, *PRODUCTS]
    one = whole[number % len(whole)]
    if isinstance(one, Path):
        return one.read_bytes(), one.name
    if one in PRODUCTS:
        return PRODUCTS[one].encode(), "export.csv"
    case = made(one, number // len(whole))
    return case.data, case.name


def by_chance(question: Question, rng: random.Random) -> dict[str, object]:
    """One of the answers to a question."""
    if question.ask is Ask.WORD_ORDER:
        return {"words": tuple(rng.sample(question.choices, len(question.choices)))}
    choice = rng.choice(question.choices)
    if question.ask is Ask.SCALE:
        return {"scale": tuple(map(int, choice.split(",")))}
    return {FIELD[question.ask]: READ_AS.get(question.ask, str)(choice)}


def read_broken(data: bytes, name: str, rng: random.Random) -> None:
    """Read a file, some of them once more with answers."""
    try:
        reading = read_diary(data, name, on=TODAY)
    except DiaryError as error:
        assert str(error)
        return
    accounted(reading)
    open_ = [one for one in reading.questions if one.choices]
    if open_ and rng.random() < ANSWERED:
        said = {field: answer for one in open_ for field, answer in by_chance(one, rng).items()}
        accounted(read_diary(data, name, Choices.model_validate(said), TODAY))


@pytest.mark.slow
@pytest.mark.no_cover
@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_broken_file_is_read_with_every_row_accounted_for_or_refused(batch):
    for number in range(batch * EACH, (batch + 1) * EACH):
        rng = random.Random(number)
        data, name = source(number)
        try:
            read_broken(mutated_file(data, rng), name, rng)
        except Exception as fault:
            raise AssertionError(f"file {number} of {name}") from fault


def test_some_broken_files_are_read_or_refused():
    for number in range(0, 1000, 40):
        rng = random.Random(number)
        data, name = source(number)
        read_broken(mutated_file(data, rng), name, rng)
