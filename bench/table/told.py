"""The table as it is printed and as it stands in `docs/performance.md`."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.table.judged import Judged, Verdict
from bench.table.rows import Goal

BEGIN, END = "<!-- table: begin -->", "<!-- table: end -->"
WHOLE = 100
HEADS = ("Row", "What", "Instead", "By", "Ours", "Theirs", "Ratio", "Goal", "")


def table(every: Sequence[Judged]) -> str:
    """Markdown: a line for each row, then the misses with their causes, then what is missing."""
    lines = [_line(HEADS), _line(["---"] * len(HEADS)), *(_line(_cells(one)) for one in every)]
    return "\n".join([*lines, *_below(every)]) + "\n"


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(one: Judged) -> list[str]:
    row = one.row
    figures = ["", "", ""] if one.verdict is Verdict.NOT_MEASURED else _figures(one)
    said = [f"`{row.name}`", row.ours, row.theirs, row.kind]
    return [*said, *figures, goal(row.goal, row.unit), one.verdict]


def _figures(one: Judged) -> list[str]:
    unit, ratios = f" {one.row.unit}", ", ".join(_short(ratio) for ratio in one.ratios)
    return [_short(one.ours) + unit, _short(one.theirs) + unit, ratios]


def _short(number: float) -> str:
    """Three figures; from a hundred on none behind the point."""
    return f"{number:,.0f}" if abs(number) >= WHOLE else f"{number:.3g}"


def goal(asked: Goal, unit: str) -> str:
    """What was asked for."""
    ratio = [] if asked.ratio is None else [f"{asked.ratio:g} times"]
    value = [] if asked.value is None else [f"{asked.value:g} {unit}"]
    return ", ".join(ratio + value)


def _below(every: Sequence[Judged]) -> Iterator[str]:
    for one in every:
        name = one.row.name
        if one.verdict is Verdict.MISSED:
            yield from ("", f"`{name}` is missed: {one.row.cause or 'the cause is not known'}.")
        if one.why_not:
            yield from ("", f"`{name}` was not measured: {one.why_not}.")
        if notes := dict.fromkeys(run.note for run in one.measured if run.note):
            yield from ("", f"`{name}`: {'; '.join(notes)}.")


def write(page: Path, text: str) -> None:
    """Put the table between its marks, and leave the rest of the page alone."""
    before, _, rest = page.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    page.write_text(f"{before}{BEGIN}\n{text}{END}{after}", encoding="utf-8")
