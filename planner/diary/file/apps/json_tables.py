"""JSON as grids: an app that is known, or every list of records in it."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice

import pandas as pd

from planner.diary.file.apps.crisiscore import crisiscore_grid, is_crisiscore
from planner.diary.file.apps.daylio import daylio_grid, decoded, is_daylio, is_encoded
from planner.diary.file.apps.json_values import json_value
from planner.diary.file.apps.migralog import is_migralog, migralog_grid
from planner.diary.file.apps.records import MOST_TABLES, Record, grid_of, lists_of_records
from planner.diary.values.cells import OF_AN_APP
from planner.model.errors import DiaryError
from planner.words import say

BEGINS = re.compile(r'\{|\[\s*(?:[\[{"\]]|$)')
NO_RECORDS = say("This JSON file holds no list of entries. Export the diary as CSV.")


def is_json(start: str) -> bool:
    """Whether the first letters of a file are those of JSON."""
    return bool(BEGINS.match(start))


def json_grids(data: bytes) -> tuple[pd.DataFrame, ...]:
    """The tables in a JSON file, or in one that stands in base64; raises DiaryError."""
    found = tuple(_tables(json_value(decoded(data) if is_encoded(data) else data)))
    if not found:
        raise DiaryError(NO_RECORDS)
    for grid in found:
        grid.attrs[OF_AN_APP] = True
    return found


def _tables(value: object) -> Iterable[pd.DataFrame]:
    """The table of an app that is known, or of each list of records."""
    if is_daylio(value):
        return (daylio_grid(value),)
    if is_migralog(value):
        return (migralog_grid(value),)
    return map(_grid, islice(lists_of_records(value), MOST_TABLES))


def _grid(records: Sequence[Record]) -> pd.DataFrame:
    return crisiscore_grid(records) if is_crisiscore(records) else grid_of(records)
