"""Which places hurt on how many days, and how much."""

import re

import altair as alt
import pandas as pd

from planner.charts.drawing import GREY, finished, named, pain_colour
from planner.charts.figure import FONT, MEAN_PAIN, PLACE, Figure, Row, Spec, Table
from planner.diary import DiaryReading
from planner.model.phrase import Phrase
from planner.words import joined, say, say_many

MOST = 8
APART = re.compile(r"\s*[;|,/]\s*|\s+(?:and|und|et|y)\s+")
BRACKETS = re.compile(r"\([^)]*\)")  # some apps put the severity behind the place
LONGEST = 28
ROW = 34
ROOM_FOR_WORDS = 1.9  # times the longest bar
DAYS = say("Days")
Of = tuple[str, int, float]  # a place, its days, their mean


def places(reading: DiaryReading) -> Figure | None:
    """On how many days each place hurt, and how much; None with fewer than two places."""
    found = often_named(reading)
    if found is None:
        return None
    entries, often = found
    means = entries.groupby("site")["pain_0_10"].mean().round(1)
    numbers = [(str(site), int(often[site]), float(means[site])) for site in often.index[:MOST]]
    return Figure(
        "places",
        say("Places"),
        _bars(numbers),
        _said(numbers, len(often) - MOST),
        Table((PLACE, DAYS, say("Mean pain (0-10)")), numbers),
    )


def often_named(reading: DiaryReading) -> "tuple[pd.DataFrame, pd.Series[int]] | None":
    """An entry for each place, and each place's days, the most frequent first."""
    entries = _apart(reading)
    days = entries.drop_duplicates(["site", "day"])["site"].value_counts()
    return (entries, days) if len(days) > 1 else None


def _apart(reading: DiaryReading) -> pd.DataFrame:
    """An entry for each place named in a cell."""
    entries = reading.diary.entries[["day", "pain_0_10", "site"]]
    places = {cell: _places(cell) for cell in entries["site"].unique()}
    apart = entries.assign(site=entries["site"].map(places)).explode("site")
    return apart.dropna(subset="site")


def _places(cell: str) -> list[str]:
    """The places named in a cell, each spelt in one way."""
    parts = APART.split(BRACKETS.sub("", cell))
    spelt = (" ".join(place.split())[:LONGEST].capitalize() for place in parts)
    return [place for place in spelt if place]


def _bars(numbers: list[Of]) -> Spec:
    """A bar for each place, as long as its days are many, as dark as they are bad."""
    rows: list[Row] = [
        {"site": site, "days": days, "pain": mean, "says": _days_and_mean(days, mean)}
        for site, days, mean in numbers
    ]
    reach = alt.Scale(domain=[0, max(days for _, days, _ in numbers) * ROOM_FOR_WORDS], nice=False)
    x = alt.X("days:Q", scale=reach, axis=None)
    y = alt.Y("site:N", sort=[site for site, *_ in numbers], title=None,
              axis=alt.Axis(labelLimit=150))  # fmt: skip
    told = [alt.Tooltip("site:N", title=PLACE), alt.Tooltip("days:Q", title=DAYS),
            alt.Tooltip("pain:Q", title=MEAN_PAIN)]  # fmt: skip
    base = named("places").encode(x=x, y=y, tooltip=told)
    bars = base.mark_bar(cornerRadius=3, height={"band": 0.7}).encode(color=pain_colour("pain"))
    words = base.mark_text(align="left", dx=6, fontSize=13, font=FONT, color=GREY)
    layers = alt.layer(bars, words.encode(text="says:N"))
    return finished(layers, alt.Step(ROW), {"places": rows})


def _said(numbers: list[Of], more: int) -> Phrase:
    told = [say("{site}: {what}", site=site, what=_days_and_mean(days, mean))
            for site, days, mean in numbers]  # fmt: skip
    begun = say("The longer, the more days; the darker, the more pain.")
    return joined(begun, say("{places:semicolons}.", places=told), not_drawn(more))


def _days_and_mean(days: int, mean: float) -> Phrase:
    return say_many(
        "{number} day, mean {mean:.1f}", "{number} days, mean {mean:.1f}", days, mean=mean
    )


def not_drawn(more: int) -> Phrase | str:
    """How many places there were beside those that are drawn."""
    if more <= 0:
        return ""
    return say_many(
        "{number} more place is not drawn.", "{number} more places are not drawn.", more
    )
