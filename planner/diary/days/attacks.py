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
    return tuple(
        Day(
            date=EPOCH + timedelta(days=day),
            pain=None,
            pain_0_10=None,
            entries=times.get(day, 0),
            had_pain=day in had,
            **{name: found.get(day) for name, found in beside.items()},
        )
        for day in (range(written[0], written[-1] + 1) if between and had else written.tolist())
    )
