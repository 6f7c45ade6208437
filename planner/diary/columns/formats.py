"""Diary products known by their exact headings."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

import pandas as pd

from planner.diary.columns.headings import is_pain
from planner.diary.columns.layout import Filter, Layout, ask_pain, named_rows, same
from planner.diary.columns.tables import Table, first_records, table_at
from planner.model.diary import Choices, Direction

Build = Callable[[Table, Choices], Layout]
SEVERITY = re.compile(r"\s*\((?:none|mild|moderate|severe|unbearable|extreme)\)\s*$", re.IGNORECASE)
NO_PAIN_HERE = "This file has no column named as a pain."
SEVERAL_HERE = "Several of the scales are about pain; only one of them can be followed."


@dataclass(frozen=True)
class Format:
    """A product: its headings in lower case, in order from the first; the rest may differ."""

    name: str
    headings: tuple[str, ...]
    build: Build
    complete: bool = True

    def fits(self, cells: tuple[str, ...]) -> bool:
        """Whether a record in lower case is this product's line of headings."""
        if self.complete:
            return cells == self.headings
        return cells[: len(self.headings)] == self.headings


def recognised(grid: pd.DataFrame) -> tuple[Format, Table] | None:
    """The product that wrote a grid, and its table; None when no headings are known."""
    found = first_records(grid)
    for place, record in enumerate(found):
        cells = tuple(cell.lower() for cell in record)
        for product in FORMATS if len(cells) >= FEWEST else ():
            if product.fits(cells):
                return product, table_at(grid, place)
    return (REDCAP, table_at(grid, 0)) if is_redcap(found) else None


def place_of(table: Table, *names: str) -> int | None:
    """The place of the first heading that is one of the names."""
    lowered = [heading.lower() for heading in table.header]
    return next((lowered.index(name) for name in names if name in lowered), None)


def symptom(detail: str) -> str:
    """A symptom's name without the severity word in brackets."""
    return SEVERITY.sub("", detail)


def bearable(table: Table, choices: Choices) -> Layout:
    """One reading a row; pain is among the symptoms; factors may hold a massage."""
    category = table.column(3).str.strip().str.lower()
    symptoms = replace(table, body=table.body[category == "symptom"])
    about = named_rows(symptoms, 5, choices, symptom)
    other = Filter(3, lambda text: text.lower() == "symptom", about.keep.why)
    strongest = symptoms.column(4).str.strip().eq("4").any()
    return Layout("bearable", date=(0,), weekday=1, clock=2, pain=(4,), site=5, note=6,
                  filters=(other, about.keep), activities=(5,), scale=(0, 4),
                  scale_choices=() if strongest else ((0, 3), (0, 4)), direction=Direction.WORSE,
                  together=about.together, questions=about.questions)  # fmt: skip


def daylio(table: Table, choices: Choices) -> Layout:
    """One entry a row with a mood word; a pain can only be one of the newer scales."""
    scales = place_of(table, "scales")
    names = sorted(scale_names(table, scales)) if scales is not None else []
    wanted = [name for name in names if choices.pain and same(name, choices.pain)]
    wanted = wanted or [name for name in names if not choices.pain and is_pain(name)]
    mood = choices.pain is not None and same(choices.pain, "mood")
    asked = len(wanted) != 1 and not mood
    why = SEVERAL_HERE if wanted else NO_PAIN_HERE
    questions = (ask_pain(wanted or [*names, "mood"], why),) if asked else ()
    activities = place_of(table, "activities")
    rated = None if asked else place_of(table, "mood") if mood else scales
    return Layout("daylio", date=(0,), clock=place_of(table, "time"),
                  weekday=place_of(table, "weekday"), note=place_of(table, "note"),
                  pain=() if rated is None else (rated,),
                  inside=wanted[0] if wanted and not mood else None,
                  direction=Direction.WORSE,
                  activities=(activities,) if activities is not None else (),
                  questions=questions)  # fmt: skip


def scale_names(table: Table, place: int) -> set[str]:
    """The names in cells such as "Pain: 5 | Stress: 2"."""
    parts = (part for cell in table.column(place).unique() for part in str(cell).split("|"))
    return {part.partition(":")[0].strip() for part in parts if ":" in part}


def migraine_buddy(table: Table, choices: Choices) -> Layout:
    """One attack a row below a preamble; the geohash and the place stay unread."""
    pain = place_of(table, "pain level")
    return Layout("migraine-buddy", date=(1,), clock=1, pain=() if pain is None else (pain,),
                  note=place_of(table, "notes"), site=place_of(table, "pain positions"),
                  scale=(0, 10), direction=Direction.WORSE,
                  questions=() if pain is not None else (ask_pain([], NO_PAIN_HERE),))  # fmt: skip


def flaredown(table: Table, choices: Choices) -> Layout:
    """Long, many users; symptoms and conditions are rated 0 to 4."""
    rated = table.column(6).str.strip().str.lower().isin(["symptom", "condition"])
    about = named_rows(replace(table, body=table.body[rated]), 7, choices)
    one_person = choices.person is None and table.column(0).nunique() == 1
    kinds = Filter(6, lambda text: text.lower() in ("symptom", "condition"), about.keep.why)
    return Layout("flaredown", date=(4,), pain=(8,), site=7, person=0,
                  filters=(kinds, about.keep), scale=(0, 4), direction=Direction.WORSE,
                  together=about.together if one_person else (),
                  questions=about.questions)  # fmt: skip


def visible(table: Table, choices: Choices) -> Layout:
    """Long; symptoms are rated 0 to 3 beside measurements."""
    about = named_rows(table, 1, choices)
    return Layout("visible", date=(0,), pain=(3,), site=1, filters=(about.keep,), scale=(0, 3),
                  direction=Direction.WORSE, together=about.together,
                  questions=about.questions)  # fmt: skip


def fitbit_sleep(table: Table, choices: Choices) -> Layout:
    """One night a row, filed under the day of waking; it holds no pain."""
    return Layout("fitbit-sleep", date=(1,), clock=1, sleep=2,
                  notes=("This file holds sleep (in minutes) and no pain.",))  # fmt: skip


def microsoft_forms(table: Table, choices: Choices) -> Layout:
    """A form: names and e-mails stay unread, the answers are read like any other table."""
    from planner.diary.columns.generic import generic

    return generic(table, choices, "microsoft-forms")


def redcap(table: Table, choices: Choices) -> Layout:
    """A study export: one record is one person, repeated rows are days."""
    from planner.diary.columns.generic import generic

    return generic(table, choices, "redcap")


def is_redcap(found: list[tuple[str, ...]]) -> bool:
    """Whether the first record has REDCap's own columns beside a first column for the record."""
    if not found:
        return False
    cells = [cell.lower() for cell in found[0]]
    own = ("redcap_event_name", "redcap_repeat_instrument", "redcap_repeat_instance",
           "redcap_data_access_group", "redcap_survey_identifier")  # fmt: skip
    marks = any(cell in own or re.search(r"___\d+$", cell) for cell in cells)
    forms = any(cell.endswith("_complete") for cell in cells) and cells[0] == "record_id"
    labels = {"event name", "repeat instrument", "repeat instance"} & set(cells)
    return marks or forms or (cells[:1] == ["record id"] and bool(labels))


REDCAP = Format("redcap", ("record_id",), redcap, complete=False)
FLAREDOWN = ("user_id age sex country checkin_date trackable_id trackable_type trackable_name "
             "trackable_value")  # fmt: skip
VISIBLE = ("observation_date", "tracker_name", "tracker_category", "observation_value")
FITBIT = ("start time", "end time", "minutes asleep", "minutes awake", "number of awakenings",
          "time in bed")  # fmt: skip
DAYLIO = ("full_date", "date", "weekday", "time", "mood", "activities")
FORMATS = (
    Format("bearable", ("date", "weekday", "time of day", "category", "rating/amount", "detail",
                        "notes"), bearable),
    Format("daylio", (*DAYLIO, "scales", "note_title", "note"), daylio),
    Format("daylio", (*DAYLIO, "note_title", "note"), daylio),
    Format("daylio", (*DAYLIO, "note"), daylio),
    Format("daylio", ("date", "weekday", "time", "mood", "activities", "note"), daylio),
    Format("migraine-buddy", ("#", "started", "lasted", "start utc offset (min)",
                              "end utc offset (min)", "geohash"), migraine_buddy, complete=False),
    Format("flaredown", tuple(FLAREDOWN.split()), flaredown),
    Format("visible", VISIBLE, visible),
    Format("visible", (*VISIBLE, "baseline"), visible),
    Format("fitbit-sleep", FITBIT, fitbit_sleep, complete=False),
    Format("microsoft-forms", ("id", "start time", "completion time", "email", "name"),
           microsoft_forms, complete=False),
)  # fmt: skip
FEWEST = min(len(product.headings) for product in FORMATS)
