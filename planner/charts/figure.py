"""What every chart comes as: a title, the drawing, its sentence and its numbers."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import altair as alt
import pandas as pd
from altair import TopLevelMixin

FONT = '"Source Sans", "Source Sans Pro", sans-serif'  # the screen's, then the paper's
# Each of these carries white words, and shows on light and on dark paper.
WITH_US, AT_HOME, BEFORE = "#a8571c", "#2a7f79", "#7d7568"
PAIN_COLOURS = ("#f7e6b8", "#e0903f", "#8c1f10")
LETTERS = 14
LONG_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ORDINARY_YEAR = 400  # days; a longer diary is drawn by weeks

Spec = dict[str, Any]


@dataclass(frozen=True)
class Figure:
    """One chart as Vega-Lite with its data inside.

    `alt` says what it shows to somebody who cannot see it; `table` has its numbers.
    """

    title: str
    spec: Spec
    alt: str
    table: pd.DataFrame

    @property
    def chart(self) -> TopLevelMixin:
        """The same as an Altair chart."""
        made: TopLevelMixin = alt.Chart.from_dict(self.spec)
        return made


def finished(chart: alt.Chart | alt.LayerChart | alt.FacetChart, height: int | alt.Step) -> Spec:
    """A chart as wide as its place, with the letters and lines that all of them share."""
    whole: Spec = (
        chart.properties(width="container", height=height, autosize=_room(height))
        .configure_view(strokeWidth=0)
        .configure_axis(
            labelFontSize=LETTERS, titleFontSize=LETTERS, titleFontWeight="normal",
            domain=False, ticks=False, labelPadding=6,
        )
        .configure_legend(labelFontSize=LETTERS, titleFontSize=LETTERS, titleFontWeight="normal")
        .to_dict()
    )  # fmt: skip
    return whole


def _room(height: int | alt.Step) -> alt.AutoSizeParams:
    """Both ways inside its place, or only in width where steps give it a height of its own."""
    if isinstance(height, int):
        return alt.AutoSizeParams(type="fit", contains="padding")
    return alt.AutoSizeParams(type="fit-x", contains="padding")


def pain_colour(field: str, legend: bool = True) -> alt.Color:
    """The more pain, the darker: 0 to 10."""
    scale = alt.Scale(domain=[0, 5, 10], range=list(PAIN_COLOURS))
    told = alt.Legend(title="Pain", orient="right", gradientLength=90, values=[0, 5, 10])
    return alt.Color(f"{field}:Q", scale=scale, legend=told if legend else None)


def moments(days: "pd.Series[Any]") -> "pd.Series[str]":
    """Days as the browser's own midnight: a bare date would be read as London's."""
    return pd.to_datetime(days).dt.strftime("%Y-%m-%dT00:00:00")


def mondays(days: pd.DatetimeIndex) -> pd.DatetimeIndex:
    """The Monday of each day's week."""
    return days - pd.to_timedelta(days.day_of_week, unit="D")


def spoken(day: date) -> str:
    """A date nobody can read the wrong way round: "23 November 2026"."""
    return f"{day.day} {day:%B} {day.year}"
