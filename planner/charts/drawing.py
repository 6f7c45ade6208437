"""What the drawings of a diary share: their frame, their colours of pain, their days."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeAlias

import altair as alt
import pandas as pd

from planner.charts.figure import PAIN, PAIN_AXIS, Cell, Row, Spec, in_house_style

PAIN_COLOURS = ("#f7e6b8", "#e0903f", "#8c1f10")
GREY = "#7d7568"  # shows on light and on dark paper
ORDINARY_YEAR = 400  # days; a longer diary is drawn by weeks

Height: TypeAlias = int | alt.Step
Layered: TypeAlias = alt.Chart | alt.LayerChart | alt.FacetChart
Days: TypeAlias = "pd.Series[Any]"


def finished(
    chart: Layered, height: Height, data: Mapping[str, list[Row]], words: Spec | None = None
) -> Spec:
    """A chart as wide as its place, in the style of all of them, with the data that it names.

    `words` are what its expressions say, by the names they have there.
    """
    drawn = chart.properties(height=height, autosize=_room(height)).to_dict()
    said = {"params": parameters(words)} if words else {}
    return in_house_style({**drawn, "datasets": dict(data), **said})


def parameters(words: Spec) -> list[Spec]:
    """Words as parameters of a drawing: as data they can be said again in another language."""
    return [{"name": name, "value": value} for name, value in words.items()]


def _room(height: Height) -> alt.AutoSizeParams:
    """Both ways inside its place, or only in width where steps give it a height of its own."""
    if isinstance(height, int):
        return alt.AutoSizeParams(type="fit", contains="padding")
    return alt.AutoSizeParams(type="fit-x", contains="padding")


def named(name: str) -> alt.Chart:
    """A chart of data that is named here and given when the drawing is finished."""
    return alt.Chart(alt.NamedData(name))


def pain_colour(field: str, legend: bool = True) -> alt.Color:
    """The more pain, the darker: 0 to 10."""
    scale = alt.Scale(domain=[0, 5, 10], range=list(PAIN_COLOURS))
    told = alt.Legend(
        title=PAIN, orient="top", direction="horizontal", gradientLength=120, values=[0, 5, 10],
        titleOrient="left", titlePadding=8, offset=6,
    )  # fmt: skip
    return alt.Color(f"{field}:Q", scale=scale, legend=told if legend else None)


def outlined(name: str) -> alt.Chart:
    """Squares without an entry: an outline, unlike a zero and unlike the page."""
    empty: alt.Chart = named(name).mark_rect(
        cornerRadius=3, width={"band": 0.8}, height={"band": 0.8}, filled=False, color=GREY,
        strokeWidth=1, opacity=0.55,
    )  # fmt: skip
    return empty


def pain_axis(values: tuple[int, ...] = (0, 2, 4, 6, 8, 10)) -> alt.Axis:
    """The scale from 0 to 10, its line of no pain stronger than the others."""
    strong: Any = {"condition": {"test": "datum.value === 0", "value": 0.9}, "value": 0.22}
    return alt.Axis(title=PAIN_AXIS, values=list(values), titlePadding=8, gridColor=GREY,
                    gridOpacity=strong)  # fmt: skip


def moments(days: Days) -> "pd.Series[str]":
    """Days as the browser's own midnight: a bare date would be read as London's."""
    return pd.to_datetime(days).dt.strftime("%Y-%m-%dT00:00:00")


def moment(day: date) -> str:
    """A day as the browser's own midnight."""
    return f"{day}T00:00:00"


def mondays(days: pd.DatetimeIndex) -> pd.DatetimeIndex:
    """The Monday of each day's week."""
    return days - pd.to_timedelta(days.day_of_week, unit="D")


def rows_of(table: pd.DataFrame) -> list[Row]:
    """A table as rows of plain values."""
    return [{str(name): value for name, value in row.items()} for row in table.to_dict("records")]


def cells_of(table: pd.DataFrame) -> list[tuple[Cell, ...]]:
    """A table as rows of cells; None where there is no value."""
    known = table.astype(object).where(table.notna(), None)
    return list(known.itertuples(index=False, name=None))
