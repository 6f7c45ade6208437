"""The command line: a sentence on standard output, every problem on standard error, exit 0 or 2."""

import base64
import os
import secrets
from argparse import ArgumentParser, Namespace, _SubParsersAction
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

from planner.model.errors import PlannerError, Problem
from planner.system.reading import PARCEL, read, require_file
from planner.system.streams import answer, complain
from planner.system.writing import leave, require_place
from records.clients import deletion
from records.rows import ClientLine, TrailLine
from records.safekeeping import restoring
from records.safekeeping.checking import check
from records.safekeeping.restoring import BESIDE_A_FILE
from records.settings import KEY_BYTES, LOCAL, Settings
from records.storage.database import Database
from records.store import Records, Store, open_store

DONE, UNUSABLE = 0, 2
BY = "the command line"  # who the trail names
PAGE_SIZE = 200


class UsageError(PlannerError):
    """The words of the call are off."""


class _Parser(ArgumentParser):
    def error(self, message: str) -> NoReturn:
        usage = " ".join(self.format_usage().split())
        raise UsageError([Problem("command", f"{message}; {usage}")])


def run(arguments: Sequence[str]) -> int:
    """Carry out one command; 0 when it is done, 2 when it cannot be."""
    try:
        chosen = _parser().parse_args(arguments)
        answer(chosen.carry_out(chosen))
    except PlannerError as error:
        complain(error.problems)
        return UNUSABLE
    return DONE


def _parser() -> ArgumentParser:
    parser = _Parser(prog="python -m records", description="The care of the records.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add(commands, "new-key", _new_key, "a new key for PAIN_PLAN_KEY")
    _add(commands, "check", _check, "read every row; say what is damaged")
    _add(commands, "backup", _backup, "everything in one file", file=Path)
    _add(commands, "restore", _restore, "put a backup in the place of what is there", file=Path)
    _add(commands, "rotate", _rotate, "seal everything with the first key")
    _add(commands, "clean", _clean, "overwrite what deleted rows left behind")
    _of_owner(_add(commands, "clients", _clients, "the list of clients")).add_argument(
        "words", nargs="?", default=""
    )
    _of_owner(_add(commands, "export", _export, "one client as a zip", client=str, file=Path))
    _of_owner(_add(commands, "take-in", _take_in, "add a client's zip", file=Path))
    _of_owner(_add(commands, "delete", _delete, "delete a client for good", client=str))
    _of_owner(_add(commands, "trail", _trail, "who did what and when")).add_argument(
        "client", nargs="?"
    )
    return parser


def _add(
    commands: "_SubParsersAction[_Parser]",
    name: str,
    act: Callable[[Namespace], str],
    says: str,
    **asked: type,
) -> ArgumentParser:
    made: ArgumentParser = commands.add_parser(name, help=says)
    for argument, kind in asked.items():
        made.add_argument(argument, type=kind)
    made.set_defaults(carry_out=act)
    return made


def _of_owner(command: ArgumentParser) -> ArgumentParser:
    command.add_argument("--owner", default=LOCAL, help="whose records; needed with sign-in only")
    return command


def _settings() -> Settings:
    return Settings.from_environment(os.environ)


def _files_of_the_records() -> tuple[Path, ...]:
    """What no file that leaves may replace."""
    path = _settings().path
    return tuple(path.with_name(path.name + part) for part in BESIDE_A_FILE) if path else ()


def _store() -> closing[Store]:
    return closing(open_store(_settings()))


def _new_key(_: Namespace) -> str:
    return base64.b64encode(secrets.token_bytes(KEY_BYTES)).decode()


def _check(_: Namespace) -> str:
    with _store() as store:
        counts = check(store.database, store.sealer)
    told = ", ".join(f"{count} {table}" for table, count in counts.items())
    return f"{store.place}: every row can be read ({told})."


def _backup(chosen: Namespace) -> str:
    require_place(chosen.file, but_not=_files_of_the_records())
    with _store() as store:
        store.backup_to(chosen.file, BY)
    return f"Everything is in {chosen.file}. It is as private as the records: keep it as carefully."


def _restore(chosen: Namespace) -> str:
    require_file(chosen.file)
    with closing(Database(_settings())) as database:
        kept = restoring.bring_back(database, chosen.file, BY, datetime.now(UTC))
        deletion.clean(database)
    return f"Restored. What was there before is kept in {kept}."


def _rotate(_: Namespace) -> str:
    with _store() as store:
        return f"{store.rotate(BY)} rows are sealed with the first key now."


def _clean(_: Namespace) -> str:
    with _store() as store:
        is_clean = store.clean()
    return "Clean." if is_clean else "Another program is in the way: close it, then try again."


def _clients(chosen: Namespace) -> str:
    with _store() as store:
        return "\n".join(map(_client_line, _every(store.of(chosen.owner), chosen.words)))


def _every(records: Records, words: str) -> Iterator[ClientLine]:
    number = 1
    while True:
        page = records.clients(words, number, PAGE_SIZE)
        yield from page.lines
        if not page.more:
            return
        number += 1


def _client_line(line: ClientLine) -> str:
    return f"{line.id}  {line.last_visit}  {line.label}"


def _export(chosen: Namespace) -> str:
    require_place(chosen.file, but_not=_files_of_the_records())
    with _store() as store:
        content = store.of(chosen.owner).export(chosen.client)
    leave(chosen.file, content, but_not=_files_of_the_records())
    return f"The client is in {chosen.file}."


def _take_in(chosen: Namespace) -> str:
    content = read(chosen.file, PARCEL).data
    with closing(open_store(_settings(), _reads)) as store:
        taken = store.of(chosen.owner).take_in(content)
    added = f"visits {taken.visits}, revisions {taken.revisions}, diaries {taken.diaries}"
    return f"Client {taken.client}. Added: {added}."


def _reads(kind: str, text: str) -> object:
    """What opening would make of a text; raises PlannerError."""
    from planner.visit.kept.kept_text import read_kept  # no other command needs what is known

    return read_kept(kind, text)


def _delete(chosen: Namespace) -> str:
    with _store() as store:
        return str(store.of(chosen.owner).delete_client(chosen.client))


def _trail(chosen: Namespace) -> str:
    with _store() as store:
        return "\n".join(map(_trail_line, store.of(chosen.owner).trail(chosen.client)))


def _trail_line(line: TrailLine) -> str:
    return f"{line.at:%Y-%m-%d %H:%M:%S} UTC  {line.who}  {line.verb}  {line.client} {line.part}"
