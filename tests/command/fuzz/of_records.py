"""`python -m records` on scratch records: every command, by value."""

from collections.abc import Callable

from tests.command.fuzz.parts import Call, Parts
from tests.diary.mutations import mutated

DAMAGED = 0.3  # of the files that come in


def of_records(parts: Parts) -> Call:
    """The care of the records."""
    made = parts.rng.choice(CARE)(parts)
    return made._replace(program="records", words=[str(one) for one in made.words])


def _client(parts: Parts) -> str:
    return parts.one_of(*parts.records.clients, "nobody")


def _backup(parts: Parts) -> Call:
    place = parts.place("db")
    return Call(["backup", place], [place])


def _export(parts: Parts) -> Call:
    place = parts.place("zip")
    return Call(["export", _client(parts), place], [place])


def _comes_in(parts: Parts, act: str, data: bytes, ending: str) -> Call:
    hurt = parts.rng.random() < DAMAGED
    return Call([act, parts.put(mutated(data, parts.rng) if hurt else data, ending)], [])


CARE: tuple[Callable[[Parts], Call], ...] = (
    lambda parts: Call(["clients", *parts.sometimes(0.6, parts.word())], []),
    lambda parts: Call(["clients", "--owner", parts.word()], []),
    lambda _: Call(["check"], []),
    lambda _: Call(["clean"], []),
    lambda _: Call(["new-key"], []),
    lambda parts: Call(["trail", *parts.sometimes(0.5, _client(parts))], []),
    lambda parts: Call(["delete", _client(parts)], []),
    lambda parts: _comes_in(parts, "take-in", parts.records.parcel, "zip"),
    lambda parts: _comes_in(parts, "restore", parts.records.backup, "db"),
    _backup,
    _export,
)
