"""A value for any field of a record, as JSON has it, chosen from what its type allows."""

import inspect
import random
import types
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Annotated, Any, Literal, NewType, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

from planner.model.record import KnownIds

TODAY = date(2026, 11, 23)
NEAR = 60  # days
BEYOND, AT_THE_ENDS, FAR = 0.015, 0.05, 0.1  # of the values
MOST_PARTS = 3
TEXTS = (
    "kneel in the garden", "stiff after 20-30 minutes", "x", "Zoë", "Ελένη", "עברית (שלום)",
    "日本語", "🦵🏽 leg", "e\u0301\u0302\u0303", "\u202eright to left", "zero\u200bwidth",
    "#set page(width: 1cm)", "$x^2$ *bold* _it_ `code` @ref <tag> \\", "[link](http://x)",
    "<script>alert(1)</script>", '=HYPERLINK("x")', "line\nbreak\r\nand\ttab", "a" * 80,
    "long " * 90, "{name} {} %s", "\u0000nul", "DTSTART:2020\r\nEND:VEVENT", "…", "'", '"', "0",
    "null", " padded ", "\ufeffmark", "\x1b[31m",
)  # fmt: skip
PATTERNS = {
    "A-Z]{3}$": ("USD", "EUR", "GBP", "JPY", "KWD", "XXX", "ZZZ"),
    "[a-z]{2,3}": ("en", "es", "de", "en-GB", "ar", "xx"),
    "A-Za-z0-9-": ("", "abc-1", "0", "A" * 64),
}


class Values:
    """Chooses values; the same numbers choose the same ones."""

    def __init__(self, rng: random.Random, known: KnownIds) -> None:
        """`known`: the ids of the knowledge base by kind."""
        self.rng, self.known = rng, {kind: sorted(ids) for kind, ids in known.items()}

    def of_field(self, field: FieldInfo) -> Any:
        """A value for a field."""
        return self.of(field.annotation, tuple(field.metadata))

    def record(self, kind: type[BaseModel]) -> dict[str, Any]:
        """A record of a kind with what it needs, and some of what it may have."""
        if "ticked" in kind.model_fields and self.rng.random() < 0.5:
            return {**self._fields(kind), "ticked": self.ticked()}
        return self._fields(kind)

    def _fields(self, kind: type[BaseModel]) -> dict[str, Any]:
        fields = kind.model_fields.items()
        chosen = [one for one in fields if one[1].is_required() or self.rng.random() < 0.3]
        return {field.alias or name: self.of_field(field) for name, field in chosen}

    def ticked(self) -> dict[str, list[str]]:
        """Signs of questions that list some."""
        listed = [kind for kind in self.known if kind.startswith("sign of ")]
        some = self.rng.sample(listed, self.rng.randint(0, MOST_PARTS))
        return {one.removeprefix("sign of "): self._some(self.known[one]) for one in some}

    def of(self, kind: Any, metadata: tuple[Any, ...] = ()) -> Any:
        """A value of any type."""
        if isinstance(kind, NewType):
            return self.of(kind.__supertype__, metadata)
        origin, parts = get_origin(kind), get_args(kind)
        if origin is Annotated:
            return self.of(parts[0], (*parts[1:], *metadata))
        if origin in (Union, types.UnionType):
            kinds = [one for one in parts if one is not type(None)]
            return None if len(kinds) < len(parts) and self.rng.random() < 0.1 else self.of(
                self.rng.choice(kinds), metadata
            )  # fmt: skip
        if origin is Literal:
            return self.rng.choice(parts)
        if origin in (tuple, list):
            return self._list(parts, _constraints(metadata))
        if origin is dict:
            return self._dict(parts)
        return self._plain(kind, metadata)

    def _list(self, parts: tuple[Any, ...], limits: dict[str, Any]) -> list[Any]:
        if len(parts) > 1 and parts[1] is not Ellipsis:
            return [self.of(one) for one in parts]
        least = limits.get("min_length") or 0
        most = min(limits.get("max_length") or 99, max(least, MOST_PARTS))
        return [self.of(parts[0]) for _ in range(self.rng.randint(least, most))]

    def _dict(self, parts: tuple[Any, ...]) -> dict[str, Any]:
        pairs = range(self.rng.randint(0, MOST_PARTS))
        return {str(self.of(parts[0])): self.of(parts[1]) for _ in pairs}

    def _plain(self, kind: Any, metadata: tuple[Any, ...]) -> Any:
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            return self.record(kind)
        if isinstance(kind, type) and issubclass(kind, Enum):
            return self.rng.choice(list(kind)).value
        make: Callable[[dict[str, Any]], Any] = MADE.get(kind, Values._anything).__get__(self)
        known = next((one for one in map(_kind_of, metadata) if one), "")
        if known in self.known and self.rng.random() > BEYOND:
            return self.rng.choice(self.known[known])
        return make(_constraints(metadata))

    def text(self, limits: dict[str, Any]) -> str:
        """A text: of its pattern where it has one, else any, as long as it may be or shorter."""
        pattern = str(limits.get("pattern") or "")
        for part, words in PATTERNS.items():
            if part in pattern:
                return self.rng.choice(words)
        most = limits.get("max_length") or 500
        if self.rng.random() < BEYOND:
            return "x" * (most + 1)
        return self.rng.choice(TEXTS)[:most] or "x"

    def number(self, limits: dict[str, Any], *, whole: bool = False) -> float:
        """A number at its bounds or between them, seldom beyond."""
        low = limits.get("ge", limits.get("gt", 0))
        high = limits.get("le", limits.get("lt", max(low, 100)))
        if self.rng.random() < BEYOND:
            return self.rng.choice((low - 1, high + 1, 10**12))
        between = self.rng.randint(int(low), int(high))
        found = self.rng.choice((low, high, between, between))
        if "gt" in limits:
            found = max(found, low + (1 if whole else 0.1))
        return int(found) if whole else found

    def whole(self, limits: dict[str, Any]) -> int:
        """A whole number."""
        return int(self.number(limits, whole=True))

    def day(self, _: dict[str, Any] | None = None) -> str:
        """A day: near today, at the ends of the calendar, far from both."""
        at = self.rng.random()
        if at < BEYOND:
            return self.rng.choice(("0001-01-01", "9999-12-31", "1899-12-31", "2026-02-30"))
        if at < AT_THE_ENDS:
            return self.rng.choice(("1900-01-01", "2199-12-31", "2024-02-29", "2000-02-29"))
        reach = 20_000 if at < FAR else NEAR
        return (TODAY + timedelta(days=self.rng.randint(-reach, reach))).isoformat()

    def moment(self, _: dict[str, Any]) -> str:
        """A day with its time."""
        offset = self.rng.choice(("Z", "+14:00", "-12:00", "+05:45"))
        return f"{self.day()}T{self.clock({})}:00{offset}"

    def clock(self, _: dict[str, Any]) -> str:
        """A time of day."""
        return f"{self.rng.randint(0, 23):02}:{self.rng.choice((0, 15, 59)):02}"

    def yes_or_no(self, _: dict[str, Any]) -> bool:
        """Either."""
        return self.rng.random() < 0.5

    def _anything(self, _: dict[str, Any]) -> Any:
        return self.rng.choice((None, 5, "text", [], {}, {"message": "text"}, {"date": "x"}))

    def _some(self, every: list[str]) -> list[str]:
        return self.rng.sample(every, self.rng.randint(0, min(MOST_PARTS, len(every))))


MADE: dict[Any, Callable[..., Any]] = {
    str: Values.text,
    int: Values.whole,
    float: Values.number,
    bool: Values.yes_or_no,
    date: Values.day,
    datetime: Values.moment,
    time: Values.clock,
}
LIMITS = ("ge", "gt", "le", "lt", "min_length", "max_length", "pattern")


def _constraints(metadata: Iterable[Any]) -> dict[str, Any]:
    """The bounds that a field's metadata sets."""
    found: dict[str, Any] = {}
    for one in metadata:
        parts = one.metadata if isinstance(one, FieldInfo) else [one]
        for part in parts:
            said = {name: getattr(part, name, None) for name in LIMITS}
            found |= {name: value for name, value in said.items() if value is not None}
    return found


def _kind_of(one: Any) -> str:
    """Which ids a check of the knowledge base's knows; empty of any other."""
    if not isinstance(one, AfterValidator):
        return ""
    held = inspect.getclosurevars(one.func).nonlocals  # type: ignore[arg-type]
    return str(held.get("kind", ""))
