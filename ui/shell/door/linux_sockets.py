"""Which account holds the other end of a connection, as Linux tells it: /proc/net/tcp and tcp6.

The uid is that of whoever made the socket; a socket that nobody holds any more has inode 0 and is
nobody's.
"""

import sys
from collections.abc import Iterable, Iterator
from ipaddress import IPv4Address, IPv6Address
from pathlib import Path

from ui.shell.door.ends import Address, End, address

TABLES = {4: Path("/proc/net/tcp"), 6: Path("/proc/net/tcp6")}
WORD = 4  # bytes; an address is written word by word, each as a number of this machine
LOCAL, REMOTE, UID, INODE = 1, 2, 7, 9  # columns of a row


def owner(here: End, there: End) -> int | None:
    """The uid of the socket that is bound to `here` and connected to `there`; None for none."""
    for version, pair in _as_written(here, there):
        with TABLES[version].open(encoding="ascii") as rows:
            uid = owner_in(rows, pair)
        if uid is not None:
            return uid
    return None


def owner_in(rows: Iterable[str], pair: tuple[str, str]) -> int | None:
    """The uid in the row of one table whose two ends are these."""
    for row in rows:
        if pair[0] in row:
            part = row.split()
            if (part[LOCAL], part[REMOTE]) == pair and part[INODE] != "0":
                return int(part[UID])
    return None


def _as_written(here: End, there: End) -> Iterator[tuple[int, tuple[str, str]]]:
    """In which tables the connection may stand, and how; IPv4 may go through an IPv6 socket."""
    ends = (address(here), address(there))
    if all(isinstance(one, IPv4Address) for one in ends):
        yield 4, (_end(ends[0].packed, here[1]), _end(ends[1].packed, there[1]))
    yield 6, (_end(_as_ipv6(ends[0]), here[1]), _end(_as_ipv6(ends[1]), there[1]))


def _as_ipv6(end: Address) -> bytes:
    if isinstance(end, IPv6Address):
        return end.packed
    return IPv6Address(f"::ffff:{end}").packed


def _end(packed: bytes, port: int) -> str:
    words = (packed[at : at + WORD] for at in range(0, len(packed), WORD))
    number = "".join(f"{int.from_bytes(word, sys.byteorder):08X}" for word in words)
    return f"{number}:{port:04X}"
