"""Diary products known by their headings, to which each may add others: a line for each."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from planner.diary.columns.layout import Layout
from planner.diary.columns.products import apps, tables
from planner.diary.columns.tables import Table, first_records, table_at
from planner.model.diary import Choices

Headings = tuple[str, ...]


@dataclass(frozen=True)
class Format:
    """A product: `name` is its word in the diary result, `title` what people call it.

    Each of its lines of headings is in lower case and in order; others may stand among them.
    """

    name: str
    title: str
    headings: tuple[Headings, ...]
    build: Callable[[Table, Choices], Layout]

    def fits(self, cells: Headings) -> bool:
        """Whether a record in lower case has one of this product's lines of headings in it."""
        return any(_stand_in(cells, known) for known in self.headings)


def _stand_in(cells: Headings, known: Headings) -> bool:
    """Whether headings stand among others, in their order."""
    left = iter(cells)
    return all(name in left for name in known)


def recognised(grid: pd.DataFrame) -> tuple[Format, Table] | None:
    """The product that wrote a grid, and its table; None when no headings are known."""
    found = first_records(grid)
    for place, record in enumerate(found):
        cells = tuple(cell.lower() for cell in record)
        for product in FORMATS if len(cells) >= FEWEST else ():
            if product.fits(cells):
                return product, table_at(grid, place)
    return (REDCAP, table_at(grid, 0)) if _is_redcap(found) else None


def _is_redcap(found: list[tuple[str, ...]]) -> bool:
    """Whether the first record has REDCap's own columns beside a first column for the record."""
    if not found:
        return False
    cells = [cell.lower() for cell in found[0]]
    own = ("redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance",
           "redcap_data_access_group", "redcap_survey_identifier")  # fmt: skip
    marks = any(cell in own or re.search(r"___\d+$", cell) for cell in cells)
    forms = any(cell.endswith("_complete") for cell in cells) and cells[0] == "record_id"
    labels = {"event name", "repeat instrument", "repeat instance"} & set(cells)
    return marks or forms or (cells[:1] == ["record id"] and bool(labels))


_VISIBLE = ("observation_date", "tracker_name", "tracker_category", "observation_value")
REDCAP = Format("redcap", "REDCap", (), tables.redcap)  # known by its columns, not by one line
FORMATS = (
    Format(
        "bearable",
        "Bearable",
        (("date", "weekday", "time of day", "category", "rating/amount", "detail", "notes"),),
        tables.bearable,
    ),
    Format(
        "daylio",
        "Daylio",
        (("date", "weekday", "time", "mood", "activities", "note"),),
        tables.daylio,
    ),
    Format(
        "migraine-buddy",
        "Migraine Buddy",
        (("#", "started", "lasted", "start utc offset (min)", "end utc offset (min)", "geohash"),),
        tables.migraine_buddy,
    ),
    Format(
        "flaredown",
        "Flaredown",
        (
            (
                "user_id",
                "age",
                "sex",
                "country",
                "checkin_date",
                "trackable_id",
                "trackable_type",
                "trackable_name",
                "trackable_value",
            ),
        ),
        tables.flaredown,
    ),
    Format("visible", "Visible", (_VISIBLE,), tables.visible),
    Format(
        "fitbit-sleep",
        "Fitbit sleep",
        (
            (
                "start time",
                "end time",
                "minutes asleep",
                "minutes awake",
                "number of awakenings",
                "time in bed",
            ),
        ),
        tables.fitbit_sleep,
    ),
    REDCAP,
    Format(
        "microsoft-forms",
        "Microsoft Forms",
        (("id", "start time", "completion time", "email", "name"),),
        tables.microsoft_forms,
    ),
    Format("apple-health", "Apple Health", (apps.APPLE_HEALTH,), apps.apple_health),
    Format("migralog", "MigraLog", (apps.MIGRALOG,), apps.migralog),
    Format("pain-tracker", "Pain Tracker", (apps.PAIN_TRACKER,), apps.pain_tracker),
)
TITLES = {product.name: product.title for product in FORMATS}
FEWEST = min(len(known) for product in FORMATS for known in product.headings)
