"""Logs that have a row for an attack and none for any other day."""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.diary.real_shapes.shape import FIRST, Shape, dice, table


def shapes() -> Iterator[Shape]:
    """Each look-alike of a log of attacks."""
    yield _with_lengths()
    yield _with_scores(between=False)
    yield _with_scores(between=True)


def _on_some_days(name: str, number: int, within: int) -> list[date]:
    chosen = dice(name).sample(range(1, within), number - 1)
    return [FIRST, *(FIRST + timedelta(days=day) for day in sorted(chosen))]


def _with_lengths() -> Shape:
    """02: how long each attack was, never how bad: the days are counted."""
    throw = dice("lengths")
    on = _on_some_days("lengths", 62, 174)
    lengths = [f"{throw.randint(1, 12)} hours" for _ in on[:-4]] + ["all day"] * 4
    rows: list[list[object]] = [
        [f"{day:%b} {day.day}, {day.year}", length, throw.choice(("weather", "", "sleep")), "x"]
        for day, length in zip(on, lengths, strict=True)
    ]
    return Shape(
        "02 attacks, lengths only", "events.csv", table(["Date", "Duration", "Trigger", ""], rows),
        62, 62, dict.fromkeys(on), frozenset({"pain-column"}),
        {"pain": "count-days", "blank": "not-written"}, None,
        {"pain-column": ("count-days",)}, "counted",
    )  # fmt: skip


def _with_scores(*, between: bool) -> Shape:
    """08: month first, how bad each attack was; the days between them are asked about."""
    throw = dice("scores")
    on = _on_some_days("scores", 22, 120)
    scores = {day: float(throw.randint(3, 9)) for day in on}
    rows: list[list[object]] = [
        [f"{day:%m/%d}/{day.year}", f"{score:g}", f"{throw.randint(2, 30)}h", "none"]
        for day, score in scores.items()
    ]
    every = (FIRST + timedelta(days=n) for n in range((on[-1] - FIRST).days + 1))
    found: dict[date, float | None] = {day: scores.get(day, 0.0) for day in every}
    return Shape(
        f"08 attacks, days between {'free' if between else 'not written'}", "attacks.csv",
        table(["Date", "Migraine pain", "Lasted", "Relieved by"], rows), 22, 22,
        found if between else dict(scores), frozenset({"blank"}),
        {"blank": "no-pain" if between else "not-written"},
    )  # fmt: skip
