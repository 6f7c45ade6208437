"""A valid file with a few of its fields otherwise: another value, none, one more, one less."""

import copy
import types
from typing import Annotated, Any, NewType, Union, get_args, get_origin

from pydantic import BaseModel

from tests.command.fuzz.values import Values

MOST_CHANGES = 3
GONE, DEEPER = 0.12, 0.65


def changed(values: Values, kind: type[BaseModel], said: dict[str, Any]) -> dict[str, Any]:
    """The same file after one to a few changes."""
    found = copy.deepcopy(said)
    for _ in range(values.rng.randint(0, MOST_CHANGES)):
        _one_change(values, kind, found)
    return found


def crossed(values: Values, one: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    """One file with a part of another of its kind."""
    part = values.rng.choice([*other] or [""])
    return {**one, part: other[part]} if part in other else one


def _one_change(values: Values, kind: type[BaseModel], said: dict[str, Any]) -> None:
    rng = values.rng
    names = [*kind.model_fields]
    here = [name for name in names if _name(kind, name) in said]
    name = rng.choice(here) if here and rng.random() < 0.6 else rng.choice(names)
    field, key = kind.model_fields[name], _name(kind, name)
    inner = _record_in(field.annotation)
    there = said.get(key)
    if inner and rng.random() < DEEPER:
        if isinstance(there, dict) and there:
            return _one_change(values, inner, there)
        if isinstance(there, list) and there:
            return _in_list(values, inner, there)
    if key in said and not field.is_required() and rng.random() < GONE:
        del said[key]
    elif name == "ticked":
        said[key] = values.ticked()
    elif isinstance(there, dict) and inner is None and rng.random() < DEEPER:
        made = values.of_field(field)
        said[key] = {**there, **made} if isinstance(made, dict) else made
    elif name not in ("format", "messages", "knowledge") or rng.random() < 0.05:
        said[key] = values.of_field(field)
    return None


def _in_list(values: Values, kind: type[BaseModel], there: list[Any]) -> None:
    rng = values.rng
    at = rng.randrange(len(there))
    how = rng.random()
    if how < 0.1:
        del there[at]
    elif how < 0.2:
        there.append(copy.deepcopy(there[at]))
    elif how < 0.3:
        there.append(values.record(kind))
    elif isinstance(there[at], dict):
        _one_change(values, kind, there[at])


def _name(kind: type[BaseModel], name: str) -> str:
    return kind.model_fields[name].alias or name


def _record_in(kind: Any) -> type[BaseModel] | None:
    """The record that a field holds, alone or in a list; None of any other."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind
    if isinstance(kind, NewType) or get_origin(kind) is dict:
        return None
    if get_origin(kind) in (Annotated, Union, types.UnionType, tuple, list):
        return next((one for part in get_args(kind) if (one := _record_in(part))), None)
    return None
