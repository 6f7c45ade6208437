"""A knowledge base so many times as large: every pain source, question, task and finding again.

What the words of the field fix (places, techniques, therapies, kinds, countries) is there once.
"""

import json
import tomllib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from planner.knowledge.load import DATA, FILES, NESTED

ONCE = (
    "review", "weights", "locales", "groups", "kinds", "techniques", "zones", "regions",
    "activities", "movements", "review_rules", "therapies", "combinations", "retired", "home_rules",
    "questionnaires",
)  # fmt: skip
NAMING = (
    "findings", "conditions", "self_care", "red_flags", "precautions", "region_rules",
    "interactions", "claims", "consent", "scope", "conflicts",
)  # fmt: skip
OF_THE_FIELD = ("tags", "exercise_not", "column", "kind", "group", "section", "opens_groups")
APART = "label"  # no two questions may look alike
Tables = Mapping[str, Any]


def write(folder: Path, times: int) -> None:
    """The base so many times over, as files that `load` reads and checks."""
    base = {name: _read(name) for name in FILES}
    named = _named(base)
    for name, tables in base.items():
        numbers = range(1, times + 1) if name not in ONCE else (1,)
        copies = [_renamed(tables, named, number) for number in numbers]
        lines = (line for one in _joined(copies).items() for line in _lines(*one, name))
        (folder / f"{name}.toml").write_text("\n".join(lines), encoding="utf-8")


def _read(name: str) -> Tables:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def _named(base: Mapping[str, Tables]) -> set[str]:
    """The ids that are there again; a source only where what cites it is, or nothing would."""
    again = {key for name in NAMING for key in base[name]} - {*base["kinds"]}
    citing = [table for name, table in base.items() if name not in (*ONCE, "sources")]
    return again | ({*base["sources"]} & {*_words(citing)})


def _words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _words(one)


def _joined(copies: list[Tables]) -> Tables:
    """All of them in one; what has no name of its own stands there once."""
    return {key: table for one in copies for key, table in one.items()}


def _renamed(value: Any, named: Collection[str], number: int) -> Any:
    """The same with every name in it ended by the number; the first copy keeps its names."""
    if number == 1:
        return value
    if isinstance(value, dict):
        fields = ((key, _field(key, of, named, number)) for key, of in value.items())
        return {_name(key, named, number): of for key, of in fields}
    if isinstance(value, list):
        return [_renamed(one, named, number) for one in value]
    return _name(value, named, number) if isinstance(value, str) else value


def _field(key: str, value: Any, named: Collection[str], number: int) -> Any:
    if key == APART and isinstance(value, str):
        return f"{value} {number}"
    return value if key in OF_THE_FIELD else _renamed(value, named, number)


def _name(name: str, named: Collection[str], number: int) -> str:
    """`rf-gca:sight` is named for the question `rf-gca`."""
    if name in named:
        return f"{name}-{number}"
    row, colon, word = name.partition(":")
    return f"{row}-{number}:{word}" if colon and row in named else name


def _lines(key: str, table: Tables, name: str) -> Iterator[str]:
    """A table with its header, or one header for each table within."""
    within = {f"{_text(key)}.{_text(one)}": of for one, of in table.items()}
    for header, fields in (within if name in NESTED else {_text(key): table}).items():
        yield f"[{header}]"
        yield from (f"{_text(field)} = {_value(one)}" for field, one in fields.items())


def _value(value: object) -> str:
    if isinstance(value, dict):
        return f"{{{', '.join(f'{_text(key)} = {_value(one)}' for key, one in value.items())}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    return _text(value)


def _text(value: object) -> str:
    """JSON's words, numbers and yes or no are TOML's too."""
    return json.dumps(value, ensure_ascii=False)
