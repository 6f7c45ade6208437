"""What a person corrects in how the columns of a file were taken, and how they were taken."""

from dataclasses import replace

from planner.diary.columns.described import described
from planner.diary.columns.layout import Layout, same
from planner.diary.columns.persons import holds_names
from planner.diary.columns.tables import Table
from planner.model.diary import Choices, Columns, Part

FIELD = {
    Part.TIME: "clock",
    Part.PERSON: "person",
    Part.PLACE: "site",
    Part.SESSION: "session",
    Part.SLEEP: "sleep",
    Part.FUNCTION: "way",
    Part.MEDICINE: "medicine",
    Part.NOTE: "note",
}


def corrected(table: Table, layout: Layout, choices: Choices) -> Layout:
    """The layout with the columns that were named by hand; "" takes a column away."""
    changes: dict[str, object] = {}
    for part, heading in choices.columns.items():
        place = _place_of(table, heading)
        if part is Part.DATE and place is not None:
            changes |= {"date": (place,), "has_no_year": described(table)[place].has_no_year}
        elif part in FIELD and (place is not None or not heading):
            changes[FIELD[part]] = place
        if part is Part.PERSON and place is not None:
            changes["person_is_named"] = holds_names(table, place)
    return replace(layout, **changes) if changes else layout  # type: ignore[arg-type]


def _place_of(table: Table, heading: str) -> int | None:
    """The place of a heading, written as it stands, else as the same words."""
    if heading in table.header:
        return table.header.index(heading)
    return next((at for at, one in enumerate(table.header) if same(one, heading)), None)


def columns_of(table: Table, layout: Layout) -> Columns:
    """Which headings were taken for what."""
    taken = {part: getattr(layout, field) for part, field in FIELD.items()}
    pain = layout.pain or ((layout.had_pain,) if layout.had_pain is not None else ())
    used = (*layout.date, *pain, *(at for at in taken.values() if at is not None))
    return Columns(
        heading_row=table.heading,
        date=tuple(table.header[at] for at in layout.date),
        pain=tuple(table.header[at] for at in pain),
        beside={part: table.header[at] for part, at in taken.items() if at is not None},
        others=tuple(name for at, name in enumerate(table.header) if at not in used and name),
    )
