"""The days that an axis names: none twice, none outside, even steps, the year where new."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.charts.ticks import ticks

FIRST = date(2026, 10, 24)
spans = st.tuples(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(0, 12_000)).map(
    lambda of: (of[0], of[0] + timedelta(days=of[1]))
)


def labels(days: int, anchor: date | None = None) -> list[str]:
    return [" ".join(one.says) for one in ticks(FIRST, FIRST + timedelta(days=days - 1), anchor)]


@given(spans, st.integers(0, 400))
def test_no_label_twice_none_outside_and_at_most_eight(span, into):
    first, last = span
    for anchor in (None, min(last, first + timedelta(days=into))):
        named = ticks(first, last, anchor)
        said = [one.says for one in named]
        assert 1 <= len(named) <= 8 and len(set(said)) == len(said)
        assert all(first <= one.day <= last for one in named)
        assert [one.day for one in named] == sorted({one.day for one in named})


@given(spans)
def test_the_first_label_names_its_year_and_so_does_the_first_of_each_new_one(span):
    year = None
    for one in ticks(*span):
        if one.day.year != year:
            assert one.says[-1] == str(one.day.year)
        year = one.day.year


@given(spans)
def test_the_steps_are_even(span):
    pairs = list(pairwise(one.day for one in ticks(*span)))
    in_days = {(later - earlier).days for earlier, later in pairs}
    in_months = {12 * (b.year - a.year) + b.month - a.month for a, b in pairs}
    assert len(in_days) <= 1 or len(in_months) == 1


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, ["24 Oct 2026"]),
        (2, ["24 Oct 2026", "25 Oct"]),
        (7, ["24 Oct 2026", "26 Oct", "28 Oct", "30 Oct"]),
        (28, ["24 Oct 2026", "31 Oct", "7 Nov", "14 Nov"]),
        (90, ["Nov 2026", "Dec", "Jan 2027"]),
        (900, ["Jan 2027", "Jul 2027", "Jan 2028", "Jul 2028", "Jan 2029"]),
        (3652, ["2028", "2030", "2032", "2034", "2036"]),
    ],
)
def test_each_length_has_its_own_steps(days, said):
    assert labels(days) == said


def test_weeks_are_counted_from_the_start_of_the_plan():
    assert "26 Nov" in labels(66, date(2026, 11, 26))
