"""Apple Health's export.xml: the symptoms with their severity, and the hours asleep beside them."""

import re
from collections.abc import Iterable

import pandas as pd

from planner.diary.file.apps.measures import without_measures
from planner.diary.file.apps.sleep import Nights
from planner.diary.file.apps.xml_stream import elements
from planner.diary.values.cells import OF_AN_APP
from planner.model.errors import DiaryError
from planner.words import say

HEADINGS = ("Start", "Symptom", "Severity", "Hours asleep")
ROOT = re.compile(rb"<!DOCTYPE HealthData\b|<HealthData\b")
CATEGORY, SEVERITY = "HKCategoryTypeIdentifier", "HKCategoryValueSeverity"
SLEEP = f"{CATEGORY}SleepAnalysis"
PAINFUL = re.compile(r"Pain|[Aa]che|Cramps")
STEPS = {
    "NotPresent": "0 (not present)",
    "Mild": "1 (mild)",
    "Moderate": "2 (moderate)",
    "Severe": "3 (severe)",
    "Unspecified": "unspecified",
}
BY_NUMBER = dict(zip("01234", ("Unspecified", "NotPresent", "Mild", "Moderate", "Severe"),
                     strict=True))  # fmt: skip
LONGEST = 60  # letters of a date, a name or a severity
MOST_ROWS = 400_000  # symptoms; ten years with a hundred a day
WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
NOTHING_HERE = say("This export of Apple Health holds no symptoms and no sleep.")
TOO_MANY = say("This export of Apple Health holds more symptoms than a diary can have.")


def is_health(head: bytes) -> bool:
    """Whether the first bytes of a file are those of an export of Apple Health."""
    return bool(ROOT.search(head))


def health_grid(pieces: Iterable[bytes]) -> pd.DataFrame:
    """A row for each symptom; nights alone where no symptom was written down."""
    export = _Export()
    elements(without_measures(pieces), export.take)
    hours = export.nights.hours()
    rows = [(*row, hours.get(row[0][:10], "")) for row in export.symptoms]
    rows = rows or [(night, "", "", asleep) for night, asleep in sorted(hours.items())]
    if not rows:
        raise DiaryError(NOTHING_HERE)
    grid = pd.DataFrame([HEADINGS, *rows], dtype=str)
    grid.attrs[OF_AN_APP] = True
    return grid


class _Export:
    """What a diary takes from an export; everything else streams by."""

    def __init__(self) -> None:
        self.symptoms: list[tuple[str, str, str]] = []
        self.nights = Nights()

    def take(self, name: str, attributes: dict[str, str]) -> None:
        """Take a record if it is a symptom or a stretch of sleep."""
        kind = attributes.get("type", "")
        if name != "Record" or not kind.startswith(CATEGORY):
            return
        value, start = attributes.get("value", ""), attributes.get("startDate", "")
        if kind == SLEEP:
            self.nights.add(value, start, attributes.get("endDate", ""))
        elif value.startswith(SEVERITY) or PAINFUL.search(kind):
            self._add(start, kind.removeprefix(CATEGORY), value)

    def _add(self, start: str, symptom: str, value: str) -> None:
        if len(self.symptoms) >= MOST_ROWS:
            raise DiaryError(TOO_MANY)
        step = BY_NUMBER.get(value, value.removeprefix(SEVERITY))
        said = STEPS.get(step, step)
        self.symptoms.append((start[:LONGEST], _words(symptom), said[:LONGEST]))


def _words(symptom: str) -> str:
    """LowerBackPain as "Lower back pain"."""
    return WORDS.sub(" ", symptom[:LONGEST]).capitalize()
