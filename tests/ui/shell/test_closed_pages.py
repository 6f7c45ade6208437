"""Closed pages are few and soon let go of; as many descriptors are taken as are given."""

import asyncio
import gc
import resource
import weakref
from types import SimpleNamespace
from typing import Any

import pytest
from streamlit.runtime import memory_session_storage

from tests.ui.shell import own_loop
from ui.shell import closed_pages
from ui.shell.closed_pages import MOST, KeptForAWhile, let_go_soon, take_what_is_given


class Page:
    """What a closed page holds."""

    def __init__(self, number: int) -> None:
        self.session = SimpleNamespace(id=f"page-{number}")


def closed(storage: KeptForAWhile, number: int) -> weakref.ref[Page]:
    page: Any = Page(number)
    storage.save(page)
    return weakref.ref(page)


def test_of_many_closed_pages_only_the_last_ones_are_kept():
    async def close_many() -> list[str]:
        storage = KeptForAWhile(ttl_seconds=300)
        for number in range(MOST + 10):
            closed(storage, number)
        return [one.session.id for one in storage.list()]

    assert own_loop.run(close_many()) == [f"page-{number}" for number in range(10, MOST + 10)]


def test_a_closed_page_is_let_go_of_though_no_other_is_closed(monkeypatch):
    monkeypatch.setattr(closed_pages, "MARGIN", 0.01)

    async def close_one() -> bool:
        page = closed(KeptForAWhile(ttl_seconds=0), 1)
        await asyncio.sleep(0.1)
        gc.collect()
        return page() is None

    assert own_loop.run(close_one())


def test_streamlit_keeps_closed_pages_like_this(monkeypatch):
    before = memory_session_storage.MemorySessionStorage
    monkeypatch.setattr(closed_pages, "take_what_is_given", lambda: None)
    monkeypatch.setattr(memory_session_storage, "MemorySessionStorage", before)
    let_go_soon()
    assert memory_session_storage.MemorySessionStorage is KeptForAWhile


@pytest.mark.parametrize(
    ("now", "most", "then"),
    [(256, 1024, 1024), (256, resource.RLIM_INFINITY, 8192), (256, 256, None), (9000, 9999, None)],
)
def test_as_many_descriptors_are_taken_as_are_given(monkeypatch, now, most, then):
    taken = []
    monkeypatch.setattr(resource, "getrlimit", lambda of: (now, most))
    monkeypatch.setattr(resource, "setrlimit", lambda of, limits: taken.append(limits))
    take_what_is_given()
    assert taken == ([] if then is None else [(then, most)])
