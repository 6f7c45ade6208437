"""Whether a process of this account holds the other end of a connection, where processes are asked.

That is how macOS and Windows tell it without an administrator. A process that held one before is
asked first, for a browser opens many.
"""

from collections.abc import Iterator
from functools import cache

import psutil

from ui.shell.door.ends import Address, End, address

Pair = tuple[Address, int, Address, int]

_held_before: set[int] = set()


def is_held(here: End, there: End) -> bool:
    """Whether a process of this account has a socket bound to `here` and connected to `there`."""
    wanted = _pair(here, there)
    for process in _likely_first():
        if _holds(process, wanted):
            _held_before.add(process.pid)
            return True
        _held_before.discard(process.pid)
    return False


def _likely_first() -> Iterator[psutil.Process]:
    for pid in tuple(_held_before):
        if psutil.pid_exists(pid):
            yield psutil.Process(pid)
    yield from psutil.process_iter()


def _holds(process: psutil.Process, wanted: Pair) -> bool:
    try:
        if process.username() != _this_account():
            return False
        connections = process.net_connections("tcp")
    except psutil.Error:  # ended meanwhile, or another account's
        return False
    return any(one.raddr and _pair(one.laddr, one.raddr) == wanted for one in connections)


@cache
def _this_account() -> str:
    return psutil.Process().username()


def _pair(here: End, there: End) -> Pair:
    return address(here), here[1], address(there), there[1]
