"""Days with pain where no score says how bad it was: they are counted, nothing is made up."""

import re
from datetime import timedelta

import numpy as np

from planner.diary.columns.headings import words_of
from planner.diary.columns.layout import Layout
from planner.diary.columns.tables import Table
from planner.diary.days.rows import Mask, RowAccount
from planner.diary.days.summing import DatedRows, beside_of
from planner.diary.values.cells import coded
from planner.diary.values.date_forms import EPOCH
from planner.diary.values.dates import NO_DAY
from planner.diary.values.lexicon import SAYS_NO, is_nothing, plain
from planner.model.diary import Ask, Blank, Choices, Day, Question
from planner.model.phrase import Phrase
from planner.words import say

OF_ATTACKS = re.compile(
    r"\b(?:migraines?|headaches?|attacks?|episodes?|flares?|lasted|duration|onset|triggers?|aura)\b"
)
FEWEST = 3  # days with an attack
NOT_SAID = say("nothing in this row says whether there was pain")


def counted_rows(table: Table, layout: Layout, account: RowAccount) -> Mask:
    """The rows of a day with pain: all of them, or those that say yes; an empty yes is skipped."""
    if layout.had_pain is None:
        return np.ones(len(account.rows), dtype=bool)
    said = coded(table.column(layout.had_pain))
    account.skip(said.where(is_nothing), NOT_SAID)
    return ~said.where(lambda text: plain(text) in SAYS_NO)


def are_attacks(table: Table, layout: Layout, days: tuple[Day, ...]) -> bool:
    """Whether scored days are attacks alone: named so, none without pain, most days missing."""
    named = layout.attacks or OF_ATTACKS.search(" ".join(map(words_of, table.header)))
    if not layout.pain or not named or len(days) < FEWEST:
        return False
    span = (days[-1].date - days[0].date).days + 1
    return len(days) < span / 2 and all(one.with_pain for one in days)


def with_days_between(days: tuple[Day, ...], free_of_pain: float) -> tuple[Day, ...]:
    """Attacks and the days between them, which were without pain: a score that is known."""
    written = {one.date: one for one in days}
    span = (days[-1].date - days[0].date).days + 1
    every = (days[0].date + timedelta(days=number) for number in range(span))
    return tuple(
        written.get(day) or Day(date=day, pain=free_of_pain, pain_0_10=0.0, entries=0)
        for day in every
    )


def unscored_rows(table: Table, layout: Layout, account: RowAccount) -> Mask:
    """The rows in use that say that there was pain and not how bad."""
    if layout.unscored is None:
        return np.zeros(len(account.rows), dtype=bool)
    said = coded(table.column(layout.unscored.column)).where(layout.unscored.says)
    found: Mask = said & account.used
    return found


def with_unscored(
    days: tuple[Day, ...], table: Table, layout: Layout, rows: DatedRows, unscored: Mask
) -> tuple[Day, ...]:
    """The days, and those on which there was pain and no score says how bad."""
    out = rows.used & unscored & (rows.days > NO_DAY)
    if not out.any():
        return days
    beside, scored = beside_of(table, layout, rows), {one.date for one in days}
    found = zip(*(part.tolist() for part in np.unique(rows.days[out], return_counts=True)),
                strict=True)  # fmt: skip
    more = [_day(day, times, True, beside) for day, times in found
            if EPOCH + timedelta(days=day) not in scored]  # fmt: skip
    return tuple(sorted((*days, *more), key=lambda one: one.date))


def said_of_unscored(days: tuple[Day, ...]) -> list[Phrase]:
    """How many days have pain and no score."""
    without = sum(one.pain is None and bool(one.had_pain) for one in days)
    return [say("Days with pain and no score count as days with pain and in no average: {days}.",
                days=without)] if without else []  # fmt: skip


def unwritten(rows: DatedRows, choices: Choices) -> list[Question]:
    """Ask what the days without a row are, where every row is an attack."""
    written = np.unique(rows.days[rows.used & (rows.days > NO_DAY)])
    missing = int(np.ptp(written)) + 1 - len(written) if len(written) else 0
    if not missing or choices.blank is not None:
        return []
    why = say("{days} days have no row: days without pain, or not written down?", days=missing)
    return [Question(ask=Ask.BLANK, why=why, choices=tuple(Blank))]


def counted_days(
    table: Table, layout: Layout, rows: DatedRows, with_pain: Mask, choices: Choices
) -> tuple[Day, ...]:
    """One Day for each date with a row; days between them had no pain where that was answered."""
    used = rows.used & (rows.days > NO_DAY)
    beside = beside_of(table, layout, rows)
    written, entries = np.unique(rows.days[used], return_counts=True)
    times = dict(zip(written.tolist(), entries.tolist(), strict=True))
    had = set(rows.days[used & with_pain].tolist())
    between = choices.blank is Blank.NO_PAIN and len(had) == len(written)
    every = range(written[0], written[-1] + 1) if between and had else written.tolist()
    return tuple(_day(day, times.get(day, 0), day in had, beside) for day in every)


def _day(day: int, entries: int, had_pain: bool, beside: dict[str, dict[int, float]]) -> Day:
    """A day without a score."""
    kept = {name: found.get(day) for name, found in beside.items()}
    on = EPOCH + timedelta(days=day)
    return Day(date=on, pain=None, pain_0_10=None, entries=entries, had_pain=had_pain, **kept)
