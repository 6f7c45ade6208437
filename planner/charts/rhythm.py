"""Pain by weekday and time of day, as a grid of means."""

import altair as alt
import pandas as pd

from planner.charts.calendar import WEEKDAYS
from planner.charts.figure import FONT, Figure, Spec, finished, pain_colour
from planner.charts.figure import LONG_WEEKDAYS as LONG
from planner.diary import DiaryReading

TITLE = "By weekday and time of day"
PARTS = {"Morning": (5, 11), "Midday": (11, 14), "Afternoon": (14, 18), "Evening": (18, 22)}
NIGHT, WHOLE = "Night", "Whole day"
ROWS = [*PARTS, NIGHT, WHOLE]
ON = dict(zip(WEEKDAYS, (f"on {day}" for day in LONG), strict=True))
AT = {**{part: f"in the {part.lower()}" for part in PARTS}, "Midday": "at midday",
      NIGHT: "at night"}  # fmt: skip
LEAST = 3  # fewer entries give no mean worth a square
ROW = 44
DARK_FROM = 6.8  # from here on the square is dark enough for white words
CHANCE = "With few entries such differences come and go by chance."


def rhythm(reading: DiaryReading) -> Figure | None:
    """Means of three entries or more; None where no weekday has as many."""
    entries = reading.diary.entries
    cells = pd.concat([_of_parts(reading), _means(entries.assign(part=WHOLE))])
    cells = cells[cells["n"] >= LEAST]
    if cells.empty:
        return None
    table = cells.pivot_table("pain", "part", "weekday", sort=False).round(1)
    rows = [row for row in ROWS if row in table.index]
    table = table.reindex(index=rows, columns=WEEKDAYS).rename_axis(None, axis=1)
    return Figure(TITLE, _drawn(cells, rows), _said(cells),
                  table.rename_axis("Time of day").reset_index())  # fmt: skip


def _of_parts(reading: DiaryReading) -> pd.DataFrame:
    """The part of the day of each entry; nothing where all are written at one time."""
    minutes = reading.diary.minutes
    if minutes.nunique() < 2:
        return pd.DataFrame()
    hour = (minutes % 1440) / 60
    part = pd.Series(NIGHT, index=minutes.index).where(hour.notna())
    for name, (begins, ends) in PARTS.items():
        part = part.mask((hour >= begins) & (hour < ends), name)
    timed = reading.diary.entries.assign(part=part).dropna(subset="part")
    return _means(timed) if timed["part"].nunique() > 1 else pd.DataFrame()


def _means(entries: pd.DataFrame) -> pd.DataFrame:
    weekday = entries["day"].dt.day_of_week.map(dict(enumerate(WEEKDAYS)))
    grouped = entries.assign(weekday=weekday).groupby(["part", "weekday"])
    return grouped["pain_0_10"].agg(pain="mean", n="size").reset_index()


def _drawn(cells: pd.DataFrame, rows: list[str]) -> Spec:
    ink = alt.condition(f"datum.pain >= {DARK_FROM}", alt.value("#ffffff"), alt.value("#1d1d1b"))
    base = alt.Chart(cells.assign(pain=cells["pain"].round(1))).encode(
        x=alt.X("weekday:O", sort=WEEKDAYS, scale=alt.Scale(domain=WEEKDAYS),
                axis=alt.Axis(title=None, labelAngle=0, orient="top")),
        y=alt.Y("part:O", sort=rows, scale=alt.Scale(domain=rows), title=None),
        tooltip=[alt.Tooltip("part:N", title="Time"), alt.Tooltip("weekday:N", title="Weekday"),
                 alt.Tooltip("pain:Q", title="Mean pain"), alt.Tooltip("n:Q", title="Entries")],
    )  # fmt: skip
    squares = base.mark_rect(cornerRadius=4, width={"band": 0.92}, height={"band": 0.88}).encode(
        color=pain_colour("pain", legend=False)
    )
    words = base.mark_text(fontSize=15, font=FONT, fontWeight="bold").encode(
        text=alt.Text("pain:Q", format=".1f"), color=ink
    )
    return finished(alt.layer(squares, words), alt.Step(ROW))


def _said(cells: pd.DataFrame) -> str:
    days = cells[cells["part"] == WHOLE].set_index("weekday")["pain"]
    said = ["Mean pain; squares with fewer than three entries are left out."]
    if len(days) > 1:
        said.append("By weekday: " + _ends(days, ON))
    timed = cells[cells["part"] != WHOLE]
    if not timed.empty:
        weighted = (timed["pain"] * timed["n"]).groupby(timed["part"]).sum()
        parts = weighted / timed.groupby("part")["n"].sum()
        said.append("By time of day: " + _ends(parts, AT))
    return " ".join([*said, CHANCE])


def _ends(values: "pd.Series[float]", names: dict[str, str]) -> str:
    most, least = (names[str(one)] for one in (values.idxmax(), values.idxmin()))
    return f"highest {most} ({values.max():.1f}), lowest {least} ({values.min():.1f})."
