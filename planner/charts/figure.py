"""What every chart comes as: a title, the drawing, its sentence and its numbers."""

from dataclasses import dataclass
from typing import Any

import altair as alt
import pandas as pd

FONT = '"Source Sans", "Source Sans Pro", sans-serif'  # the screen's, then the paper's


@dataclass(frozen=True)
class Figure:
    """One chart; `alt` says what it shows to somebody who cannot see it."""

    title: str
    chart: alt.TopLevelMixin
    alt: str
    table: pd.DataFrame

    def spec(self) -> dict[str, Any]:
        """The chart as Vega-Lite, its data inside."""
        made: dict[str, Any] = self.chart.to_dict()
        return made
