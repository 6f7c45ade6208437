"""Lines of a note that paper draws as a table or a tick, as long as they read as they were made.

A note is text, changed by hand and signed as such. What was changed is no row any more and stands
as it was written.
"""

from collections.abc import Iterable, Iterator, Sequence

from planner.model.phrase import Text, Texts
from planner.model.record import Record


class Row(Record):
    """A line of a note, and the same in cells."""

    line: Text
    cells: Texts


class Table(Record):
    """Lines of one kind, with what their cells are."""

    headings: Texts
    rows: tuple[Row, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The rows as they stand in a text."""
        return tuple(one.line for one in self.rows)


class Tick(Record):
    """A line that says whether somebody agreed."""

    line: Text
    is_yes: bool


class Block(Record):
    """A piece of a part: a sentence, or rows under their headings."""

    text: str = ""
    headings: Texts = ()
    rows: tuple[Texts, ...] = ()


def blocks(lines: Iterable[str], tables: Sequence[Table]) -> Iterator[Block]:
    """The lines of a part, rows of one table together where they follow each other."""
    rows: list[Texts] = []
    of: Table | None = None
    for line in lines:
        table = next((one for one in tables if line in one.lines), None)
        if rows and of and table is not of:
            yield Block(headings=of.headings, rows=tuple(rows))
            rows = []
        of = table
        if table is None:
            yield Block(text=line)
        else:
            rows.append(next(one.cells for one in table.rows if one.line == line))
    if rows and of:
        yield Block(headings=of.headings, rows=tuple(rows))
