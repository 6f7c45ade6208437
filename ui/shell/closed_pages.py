"""What a page that was closed still holds is let go of within minutes, and bounded until then.

Streamlit keeps the session of a closed page for a page that comes back: memory, and the three file
descriptors of an event loop. It looks at what is too old only when another page closes, and keeps
up to 128; a machine that gives a program 256 descriptors would open no page any more.
"""

import asyncio
import sys
from contextlib import suppress

from streamlit.runtime import memory_session_storage
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.session_manager import SessionInfo

MOST = 24  # closed pages kept: 72 descriptors
ENOUGH = 8192  # descriptors, where the machine gives them
MARGIN = 1  # seconds after which what is too old is so for certain


class KeptForAWhile(MemorySessionStorage):
    """The sessions of closed pages: few of them, and not for long."""

    def __init__(self, maxsize: int = MOST, ttl_seconds: int = 120) -> None:
        """As Streamlit makes one, which says how long but not how many."""
        super().__init__(maxsize, ttl_seconds)
        self._lasts = ttl_seconds

    def save(self, session_info: SessionInfo) -> None:
        """Keep one, and look again once its time is over."""
        super().save(session_info)
        asyncio.get_running_loop().call_later(self._lasts + MARGIN, self.let_go)

    def let_go(self) -> None:
        """Let go of those whose time is over."""
        len(self._cache)


def let_go_soon() -> None:
    """From now on closed pages are kept like this."""
    setattr(memory_session_storage, MemorySessionStorage.__name__, KeptForAWhile)
    take_what_is_given()


def take_what_is_given() -> None:
    """As many descriptors as the machine gives without being asked again."""
    if sys.platform == "win32":  # no such limit there, and no such module
        return
    import resource

    now, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = ENOUGH if most == resource.RLIM_INFINITY else min(most, ENOUGH)
    if now != resource.RLIM_INFINITY and now < wanted:
        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, most))
