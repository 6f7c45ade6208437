"""Every field and every closed word of a visit has a name that a person can read."""

from collections.abc import Iterator
from enum import StrEnum
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from planner.model.plan import Plan
from planner.model.visit import Draft
from planner.model.vocabulary import Activity, Locale, Technique
from planner.words.visit import CLOSED, FIELD

NAMED_BY_THE_FACTS = {Activity, Locale, Technique}


def parts_of(annotation: Any) -> Iterator[type]:
    if isinstance(annotation, type):
        yield annotation
    for part in get_args(annotation):
        yield from parts_of(part)


def said_in(record: type[BaseModel]) -> Iterator[tuple[str, type]]:
    for name, field in record.model_fields.items():
        for part in parts_of(field.annotation):
            yield name, part
            if issubclass(part, BaseModel) and part is not Plan:
                yield from said_in(part)


SAID = sorted({(name, part) for name, part in said_in(Draft)}, key=str)


@pytest.mark.parametrize("field", sorted({name for name, _ in SAID}))
def test_every_field_of_a_visit_has_a_name(field):
    assert field in FIELD or field in {"last", "plan"}  # the plans are compared line by line


@pytest.mark.parametrize(
    "kind", sorted({part for _, part in SAID if issubclass(part, StrEnum)}, key=str)
)
def test_every_closed_word_of_a_visit_is_said_in_words(kind):
    assert kind in NAMED_BY_THE_FACTS or set(CLOSED[kind]) == set(kind)
