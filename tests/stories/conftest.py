"""Until a change is whole: the tests that wait for the rest of it."""

from pathlib import Path

import pytest

WAITING = frozenset((Path(__file__).parent / "waiting.txt").read_text().splitlines())


def pytest_collection_modifyitems(items):
    for item in items:
        if item.nodeid.rpartition("/")[2] in WAITING:
            item.add_marker(pytest.mark.xfail(reason="waits", strict=False))
