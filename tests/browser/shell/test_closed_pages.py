"""Pages that are opened and closed take nothing away from the one that stays open."""

from pathlib import Path

import pytest

from bench.pages.closed import pages_under

PAGES, LIMIT = 60, 130  # each page held three descriptors for twelve hours: 40 would have done


@pytest.mark.slow
def test_many_pages_under_a_small_limit_leave_the_open_one_as_it_was(tmp_path: Path) -> None:
    found = pages_under(LIMIT, PAGES, tmp_path / "records.db", stays=20)
    assert found["of them not opened"] == 0
    assert found["answers on the disk"] == found["answers given meanwhile"]
    assert found["one more page opens"] is True
    assert found["descriptors once their time is over"] < 40
