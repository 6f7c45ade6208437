"""A coroutine in a thread of its own: a browser that is open in this process keeps its loop."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Found = TypeVar("Found")


def run(what: Coroutine[Any, Any, Found]) -> Found:
    """What comes of it."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, what).result()
