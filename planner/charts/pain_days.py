"""Days with pain by month, as bars: for a diary that counts days rather than rating them."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise

import altair as alt

from planner.charts.drawing import GREY, finished, moment, named
from planner.charts.figure import MONTHS, Figure, Row, Spec, Table
from planner.charts.ticks import DAYS_SAID, datetime_of, ticks
from planner.model.diary import Counted, Counts, Day
from planner.model.phrase import Phrase
from planner.words import dated, joined, say, say_many

HEIGHT = 260
RARE = 1 / 3  # of the days written
FEWEST_GAPS, SCATTERED, RHYTHM = 4, 0.7, 0.6  # of the days between two days with pain
MOST_BARS = 24  # of months; a longer diary has a bar for each year
A_MONTH, A_YEAR = 31, 366
BAD, PAIN, FREE, EMPTY = "bad", "pain", "free", "empty"  # from the ground up
COLOURS = {BAD: "#8c1f10", PAIN: "#e0903f", FREE: "#f7e6b8", EMPTY: "rgba(0, 0, 0, 0)"}
COUNTS_SAID, SHORT_SAID, KINDS_SAID = "counts_said", "short_said", "kinds_said"
WIDE, NARROW = 54, 21  # pixels of a bar that carry "9 of 30", and the 9 alone


def counts_days(days: Iterable[Day]) -> bool:
    """Whether a diary counts its days with pain rather than rating every day.

    So it is where most of what is told has no score, where few days have pain at all, and where
    only single days are written, none of them without pain and in no rhythm.
    """
    told = [one for one in days if one.with_pain is not None]
    painful = [one for one in told if one.with_pain]
    if not painful:
        return False
    if sum(one.pain_0_10 is None for one in told) > len(told) / 2:
        return True
    if len(painful) < len(told):
        return len(painful) < RARE * len(told)
    return _is_attacks([one.date for one in painful])


def _is_attacks(days: list[date]) -> bool:
    """Whether days with pain lie apart, and not in a rhythm as of somebody who writes weekly."""
    apart = [(later - earlier).days for earlier, later in pairwise(days)]
    if len(apart) < FEWEST_GAPS:
        return False
    alone = sum(gap > 1 for gap in apart) >= SCATTERED * len(apart)
    rhythm = max(apart.count(gap) for gap in set(apart)) >= RHYTHM * len(apart)
    return alone and not rhythm and 2 * len(days) < (days[-1] - days[0]).days


def pain_days(counts: Counts, started: date | None = None) -> Figure:
    """A bar for each month (or year): the days with pain, and of how many days."""
    by_year = len(counts.months) > MOST_BARS
    spans = _years(counts.months) if by_year else counts.months
    unit = say("Year from") if by_year else say("Month from")
    rows = [(f"{one.begins}", one.with_pain, one.bad, one.logged, one.days) for one in spans]
    headings = (say("Days with pain"), _bad_named(counts.bad_from), say("Days written"),
                say("Days"))  # fmt: skip
    return Figure(
        "days-with-pain",
        say("Days with pain"),
        _drawn(spans, counts.bad_from, started, by_year),
        _said(spans, by_year, started),
        Table((unit, *headings), rows),
    )


def _years(months: Sequence[Counted]) -> tuple[Counted, ...]:
    """The months of each year together."""
    return tuple(_together(list(of)) for _, of in groupby(months, key=lambda one: one.begins.year))


def _together(months: list[Counted]) -> Counted:
    numbers = ("days", "logged", "with_pain", "sessions")
    added = {name: sum(getattr(one, name) for one in months) for name in numbers}
    known = [one.bad for one in months if one.bad is not None]
    bad = sum(known) if len(known) == len(months) else None
    return Counted(begins=months[0].begins.replace(month=1), bad=bad, **added)


def _bad_named(bad_from: float) -> Phrase:
    return say("Days at {score:g} or more", score=bad_from)


def _parts(of: Counted) -> dict[str, int]:
    """The days of a bar from the ground up; bad ones are set apart where they are known."""
    bad = of.bad or 0
    return {
        BAD: bad,
        PAIN: of.with_pain - bad,
        FREE: max(0, of.logged - of.with_pain),
        EMPTY: of.days - max(of.logged, of.with_pain),
    }


def _end(of: Counted, by_year: bool) -> date:
    """The first day after a bar."""
    if by_year:
        return of.begins.replace(year=of.begins.year + 1)
    return (of.begins + timedelta(days=A_MONTH)).replace(day=1)


def _bars(spans: Sequence[Counted], by_year: bool) -> list[Row]:
    rows: list[Row] = []
    for one in spans:
        ends, low = _end(one, by_year), 0
        air = (ends - one.begins) / 14
        for kind, days in _parts(one).items():
            if days:
                rows.append({"day": moment(one.begins + air), "until": moment(ends - air),
                             "kind": kind, "low": low, "high": low + days, "days": days,
                             "says": _of(one)})  # fmt: skip
            low += days
    return rows


def _of(one: Counted) -> Phrase:
    return say("{days} of {all}", days=one.with_pain, all=one.days)


def _drawn(spans: Sequence[Counted], bad_from: float, started: date | None, by_year: bool) -> Spec:
    rows = _bars(spans, by_year)
    kinds = [kind for kind in COLOURS if any(row["kind"] == kind for row in rows)]
    first, last = spans[0].begins, _end(spans[-1], by_year)
    begun: list[Row] = [{"day": moment(started)}] if started and first <= started < last else []
    x = alt.X("day:T", axis=_axis(spans, by_year), scale=_scale(first, last))
    top = A_YEAR if by_year else A_MONTH
    layers = [_stack(x, kinds, top)]
    if begun:
        rule = named("start").mark_rule(strokeDash=[5, 4], strokeWidth=1.5, color=GREY)
        layers.append(rule.encode(x=x))
    words = {**_labels(spans, by_year), KINDS_SAID: _kinds(bad_from)}
    return finished(alt.layer(*layers), HEIGHT, {"bars": rows, "start": begun}, words)


def _stack(x: alt.X, kinds: list[str], top: int) -> alt.Chart:
    scale = alt.Scale(domain=kinds, range=[COLOURS[kind] for kind in kinds])
    key = alt.Legend(title=None, orient="top", direction="vertical", labelLimit=0,
                     labelExpr=f"{KINDS_SAID}[datum.value]", symbolType="square",
                     symbolStrokeColor=GREY, symbolStrokeWidth=1, offset=6)  # fmt: skip
    axis = alt.Axis(title=None, tickCount=4, grid=True)
    bars: alt.Chart = (
        named("bars")
        .mark_rect(stroke=GREY, strokeWidth=0.8, strokeOpacity=0.6)
        .encode(
            x=x,
            x2="until:T",
            y=alt.Y("low:Q", axis=axis, scale=alt.Scale(domain=[0, top], nice=False)),
            y2="high:Q",
            color=alt.Color("kind:N", scale=scale, legend=key),
            tooltip=[alt.Tooltip("says:N", title=say("Days with pain")),
                     alt.Tooltip("days:Q", title=say("Days"))],
        )
    )  # fmt: skip
    return bars


def _kinds(bad_from: float) -> Spec:
    return {
        BAD: _bad_named(bad_from),
        PAIN: say("Days with pain"),
        FREE: say("Days without pain"),
        EMPTY: say("Days without an entry"),
    }


def _middle(of: Counted, by_year: bool) -> date:
    return of.begins + (_end(of, by_year) - of.begins) // 2


def _axis(spans: Sequence[Counted], by_year: bool) -> alt.Axis:
    """The name of each bar below it, and its days, as far as a bar is wide enough."""
    day, bar = "timeFormat(datum.value, '%Y-%m-%d')", f"(width / {len(spans)})"
    return alt.Axis(
        title=None, grid=False, labelOverlap="parity", labelFlush=False,
        values=[alt.DateTime(**datetime_of(_middle(one, by_year))) for one in spans],
        labelExpr=f"{bar} >= {WIDE} ? {COUNTS_SAID}[{day}] : {bar} >= {NARROW} ?"
        f" {SHORT_SAID}[{day}] : ({DAYS_SAID}[{day}] || '')",
    )  # fmt: skip


def _scale(first: date, last: date) -> alt.Scale:
    ends = [alt.DateTime(**datetime_of(one)) for one in (first, last)]
    return alt.Scale(domain=ends, nice=False)


def _labels(spans: Sequence[Counted], by_year: bool) -> Spec:
    """What stands below each bar where there is much room, little, and hardly any."""
    names = {one: dated(one.begins, "year-only" if by_year else "short-month-only")
             for one in spans}  # fmt: skip
    years = {one: [dated(one.begins, "year-only")] for at, one in enumerate(spans)
             if not by_year and (at == 0 or one.begins.month == 1)}  # fmt: skip
    few = {tick.day: list(tick.says) for tick in ticks(spans[0].begins, spans[-1].begins)}
    at = {one: f"{_middle(one, by_year)}" for one in spans}
    return {
        COUNTS_SAID: {at[one]: [names[one], _of(one), *years.get(one, ())] for one in spans},
        SHORT_SAID: {at[one]: [names[one], f"{one.with_pain}", *years.get(one, ())]
                     for one in spans},
        DAYS_SAID: {at[one]: few[one.begins] for one in spans if one.begins in few},
    }  # fmt: skip


def _said(spans: Sequence[Counted], by_year: bool, started: date | None) -> Phrase:
    form = "year-only" if by_year else "short-month"
    told = [say("{span}: {days}", span=dated(one.begins, form), days=_of(one))
            for one in spans[-MONTHS:]]  # fmt: skip
    empty = sum(_parts(one)[EMPTY] for one in spans)
    return joined(
        say("Days with pain, of all days. {told:semicolons}.", told=told),
        say("The dashed line is the start of the plan.") if started else "",
        say_many("{number} day has no entry.", "{number} days have no entry.", empty)
        if empty
        else "",
    )
