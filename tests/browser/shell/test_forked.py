"""A server that is forked starts whatever was run in the process that asks for it."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from tests.browser.conftest import ROOT, free_port, start
from tests.browser.forked import Forked


def test_a_page_that_was_tried_before_is_not_run_by_the_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, tried = tmp_path / "page.py", ModuleType("__main__")
    page.write_text("raise SystemExit('run anew')", encoding="utf-8")
    tried.__file__ = str(page)
    monkeypatch.setitem(sys.modules, "__main__", tried)
    server = start(ROOT / "app.py", ROOT, {}, free_port(), run=Forked)
    assert server.poll() is None
    server.kill()
    server.wait()
    assert sys.modules["__main__"] is tried
