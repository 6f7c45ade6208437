"""What must not be in the program: words run as code, other programs, SQL in pieces, weak sums."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RUN_AS_CODE = {"eval", "exec", "compile", "__import__"}
UNSAFE_MODULES = {"pickle", "marshal", "shelve", "subprocess", "pty", "commands"}
OF_THE_SYSTEM = {"system", "popen", "execv", "execve", "spawnv", "startfile"}
WEAK = {"md5", "sha1", "ECB", "TripleDES", "ARC4", "Blowfish"}
SQL = {"exec_driver_sql", "execute", "text"}
OUR_OWN_NAMES = {  # of tables, settings and a lock, which no bind parameter can stand for
    "records/clients/deletion.py",
    "records/safekeeping/restoring.py",
    "records/storage/database.py",
    "records/storage/opening.py",
    "records/storage/migrations/versions/0001_visits.py",
    "records/storage/migrations/versions/0002_trail.py",
}
FILES = [
    path
    for folder in ("planner", "records", "ui")
    for path in sorted((ROOT / folder).rglob("*.py"))
]


def _called(tree: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    for one in ast.walk(tree):
        if isinstance(one, ast.Call):
            name = one.func
            yield getattr(name, "id", "") or getattr(name, "attr", ""), one


def _modules(tree: ast.AST) -> Iterator[str]:
    for one in ast.walk(tree):
        if isinstance(one, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in one.names)
        elif isinstance(one, ast.ImportFrom) and one.module:
            yield one.module.partition(".")[0]


def _in_pieces(call: ast.Call) -> bool:
    """Whether a text is put together where it is handed over."""
    return any(isinstance(one, ast.JoinedStr | ast.BinOp) for one in call.args)


def faults(source: str) -> set[str]:
    """What a file does that it must not."""
    tree = ast.parse(source)
    found = UNSAFE_MODULES & set(_modules(tree))
    for name, call in _called(tree):
        by_name = isinstance(call.func, ast.Name)
        if (by_name and name in RUN_AS_CODE) or (not by_name and name in OF_THE_SYSTEM):
            found.add(name)
        if name in SQL and _in_pieces(call):
            found.add("SQL in pieces")
    words = {getattr(one, "attr", "") or getattr(one, "id", "") for one in ast.walk(tree)}
    return found | (WEAK & words)


@pytest.mark.parametrize("folder", ["planner", "records", "ui"])
def test_nothing_in_the_program_is_of_these(folder: str):
    found = {
        path.relative_to(ROOT).as_posix(): faults(path.read_text())
        for path in FILES
        if path.is_relative_to(ROOT / folder)
    }
    in_pieces = {name for name, wrong in found.items() if wrong == {"SQL in pieces"}}
    assert in_pieces == {name for name in OUR_OWN_NAMES if name in found}
    assert not {name for name, wrong in found.items() if wrong} - in_pieces


@pytest.mark.parametrize(
    "source",
    [
        "eval(said)",
        "import pickle",
        "from subprocess import run",
        "os.system(said)",
        "hashlib.md5(said)",
        "modes.ECB()",
        'connection.execute(text(f"SELECT {said}"))',
        'connection.exec_driver_sql("SELECT " + said)',
    ],
)
def test_each_of_them_would_be_found(source: str):
    assert faults(source)


def test_what_only_looks_like_them_is_not():
    assert not faults("re.compile(said)\nst.text('as typed')\nconnection.execute(table)")
