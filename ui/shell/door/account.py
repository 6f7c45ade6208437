"""Whether the other end of a connection belongs to the account that runs this server."""

import os
import sys

from starlette.requests import HTTPConnection

from ui.shell.door import linux_sockets
from ui.shell.door.ends import End


def is_own(asked: HTTPConnection) -> bool:
    """Whether the operating system says so; where it does not tell, it does not say so."""
    client, server = asked.scope.get("client"), asked.scope.get("server")
    if not client or not server or server[1] is None:
        return False
    try:
        return _is_held((client[0], client[1]), (server[0], server[1]))
    except (OSError, ImportError):  # nothing can be found out here
        return False


def _is_held(here: End, there: End) -> bool:
    if sys.platform == "linux":
        return linux_sockets.owner(here, there) == os.geteuid()
    from ui.shell.door import process_sockets

    return process_sockets.is_held(here, there)
