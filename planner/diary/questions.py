"""What the reader asks when nothing in the file decides, and the answers given."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict

Scale = tuple[int | float, int | float]


class Strict(BaseModel):
    """A value that cannot change and takes no unknown fields."""

    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")


class Ask(StrEnum):
    """What the program asks when nothing in the file decides."""

    DATE_ORDER = "date-order"
    SCALE = "scale"
    DIRECTION = "direction"
    PAIN_COLUMN = "pain-column"
    PERSON = "person"


class Direction(StrEnum):
    """Which end of the scale is the bad end."""

    WORSE = "higher-is-worse"
    BETTER = "higher-is-better"


class DateOrder(StrEnum):
    """The order of day, month and year in a column of dates."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


class Question(Strict):
    """Something only the client can answer, with the answers that fit the file."""

    ask: Ask
    why: str
    choices: tuple[str, ...] = ()


class Choices(Strict):
    """The answers given to the questions; what is None has not been answered."""

    date_order: DateOrder | None = None
    pain: str | None = None
    scale: Scale | None = None
    direction: Direction | None = None
    person: str | None = None
