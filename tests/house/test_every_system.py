"""The app starts on Windows, macOS and Linux: what one of them lacks is asked for where it is."""

import ast
from pathlib import Path

ROOT = Path(__file__).parents[2]
NOT_EVERYWHERE = {"resource", "fcntl", "pwd", "grp", "termios", "pty", "winreg", "msvcrt"}
# installed by requirements.txt on some systems only
SOMETIMES_INSTALLED = {"psutil"}
ASKED_WHERE_IT_IS = {"ui/shell/door/process_sockets.py"}  # loaded by macOS and Windows alone
FILES = [
    path
    for folder in ("planner", "records", "ui")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if path.relative_to(ROOT).as_posix() not in ASKED_WHERE_IT_IS
]


def loaded_with(path):
    """The modules that are loaded as soon as this one is."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (one.name.partition(".")[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield (node.module or "").partition(".")[0]


def test_no_module_is_loaded_that_one_system_lacks():
    lacking = NOT_EVERYWHERE | SOMETIMES_INSTALLED
    loaded = {path.relative_to(ROOT).as_posix(): set(loaded_with(path)) & lacking for path in FILES}
    assert not {path: modules for path, modules in loaded.items() if modules}
