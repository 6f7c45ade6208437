"""The fields that hold a person's own words, found in the models, and words that are nasty to draw.

A field is free where its type takes such words: ids, enums, codes and patterns take none. What the
program says itself (a record with a legend of its messages) is not looked into.
"""

from collections.abc import Callable, Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel, TypeAdapter, ValidationError

from planner.model.between.consent import Consent
from planner.model.between.note import Note
from planner.model.between.session import Session
from planner.model.phrase import LEGEND
from planner.model.practice import Practice, Therapist
from planner.model.practice.usual_plan import UsualPlans
from planner.model.visit import Draft

ROOTS = (Draft, Practice, Therapist, UsualPlans, Session, Consent, Note)
BEGINS = ("*", "# ", "=", "- ", "> ", "<b>", "~", "@", "_", "+", "`", "[")
SHORT = "q{number:02d}q* [l](http://e.test) <b>h</b> &copy; $x$ :+1: www.e.test ->"
LONG = (
    "q{number:02d}q** `c` ![p](http://e.test/p.png) <i>h</i> $x^2$ :red[y] &lt;"
    " :+1: -> a@e.test _u_ https://e.test/"
)
MAIL = "q{number:02d}q*&copy;<b>$x$@e.test"
Change = Callable[[str, str], Any]  # of a place and what stands there


def names(field: Any, place: str = "") -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Every text of a type, by its place ("Goal.goal"), with what its type asks of it."""
    yield from _names(field, place, (), set())


def _names(
    field: Any, place: str, asks: tuple[Any, ...], seen: set[Any]
) -> Iterator[tuple[str, tuple[Any, ...]]]:
    if field is str:
        yield place, asks
    elif get_origin(field) is Annotated:
        inner, *more = get_args(field)
        yield from _names(inner, place, (*asks, *more), seen)
    elif get_origin(field) is not Literal:
        fields = fields_of(field)
        if fields and field not in seen:
            seen.add(field)
            for name, part in fields.items():
                yield from _names(part, f"{field.__name__}.{name}", (), seen)
        for part in get_args(field):
            yield from _names(part, place, (), seen)


def fields_of(field: Any) -> Mapping[str, Any]:
    """The fields of a record or a named tuple, by their names in a file; of anything else none."""
    if not isinstance(field, type) or get_origin(field):
        return {}
    if issubclass(field, BaseModel):
        every = field.model_fields
        return {} if LEGEND in every else {name: _of(one) for name, one in every.items()}
    return get_type_hints(field, include_extras=True) if hasattr(field, "_fields") else {}


def _of(info: Any) -> Any:
    return Annotated[info.annotation, *info.metadata] if info.metadata else info.annotation


def _takes(asks: tuple[Any, ...], words: str) -> bool:
    checks = TypeAdapter(Annotated[str, *asks] if asks else str)
    try:
        return bool(checks.validate_python(words) == words)
    except ValidationError:
        return False


def _free() -> dict[str, str]:
    found = {place: asks for root in ROOTS for place, asks in names(root)}
    made = {}
    for number, place in enumerate(sorted(found)):
        begins = BEGINS[number % len(BEGINS)]
        tried = (begins + LONG, begins + SHORT, MAIL)
        fits = (one for words in tried if _takes(found[place], one := words.format(number=number)))
        if words := next(fits, ""):
            made[place] = words
    return made


TYPED = _free()  # what is typed, by the place of its field


def mark(words: str) -> str:
    """What a typed text is known by wherever it stands."""
    at = words.index("q")
    return words[at : at + 4]


def filled(value: Any, field: Any, change: Change, place: str = "") -> Any:
    """A value as JSON has it with `change(place, text)` in place of each text of its type."""
    if isinstance(value, str) and place in TYPED:
        return change(place, value)
    if get_origin(field) is Annotated:
        return filled(value, get_args(field)[0], change, place)
    if get_origin(field) in (Union, UnionType):
        parts = [one for one in get_args(field) if _may_be(one, value)]
        return filled(value, parts[0], change, place) if parts else value
    if fields := fields_of(field):
        return _record(value, field, fields, change)
    if isinstance(value, dict):
        kind = get_args(field)[1] if get_args(field) else None
        return {key: filled(one, kind, change, place) for key, one in value.items()}
    if isinstance(value, list):
        return [filled(one, (get_args(field) or (None,))[0], change, place) for one in value]
    return value


def _may_be(field: Any, value: Any) -> bool:
    """Whether this side of a choice is what stands there."""
    inner = get_args(field)[0] if get_origin(field) is Annotated else field
    is_whole = isinstance(value, dict | list)
    return inner is not type(None) and bool(fields_of(inner) or get_args(inner)) == is_whole


def _record(value: Any, field: Any, fields: Mapping[str, Any], change: Change) -> Any:
    name = field.__name__
    if isinstance(value, list):  # a named tuple
        return [
            filled(one, part, change, f"{name}.{at}")
            for one, (at, part) in zip(value, fields.items(), strict=False)
        ]
    return {
        key: filled(one, fields[key], change, f"{name}.{key}") if key in fields else one
        for key, one in value.items()
    }
