"""For how long something has hurt: said in months or in years, kept in months."""

from enum import StrEnum
from typing import NamedTuple

IN_A_YEAR = 12


class Unit(StrEnum):
    """What a length of time is said in."""

    MONTHS = "months"
    YEARS = "years"


class Duration(NamedTuple):
    """A number as it was said, with its unit; no number where nobody knows."""

    number: float | None
    unit: Unit

    @property
    def months(self) -> float | None:
        """The same in months."""
        if self.number is None or self.unit is Unit.MONTHS:
            return self.number
        return self.number * IN_A_YEAR


def usual_unit(months: float | None) -> Unit:
    """What months are said in where nobody chose: whole years from two years on."""
    if months is None or months < 2 * IN_A_YEAR or months % IN_A_YEAR:
        return Unit.MONTHS
    return Unit.YEARS


def said_in(months: float | None, unit: Unit) -> Duration:
    """A number of months as it is said in a unit."""
    if months is None or unit is Unit.MONTHS:
        return Duration(months, unit)
    return Duration(months / IN_A_YEAR, unit)
