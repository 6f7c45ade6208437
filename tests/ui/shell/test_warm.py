"""What a server does before it says that it is ready, so that the first page waits for nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
FIRST_PAGE = """
import json, sys
from ui.shell import warm
warm.up()
from ui.state.records_of_session import store
opened, before = store.cache_info().currsize, set(sys.modules)
from streamlit.testing.v1 import AppTest
shown = AppTest.from_file("ui/screen.py", default_timeout=60).run()
from tests.ui.conftest import words
said = words(shown)
new = sorted({one.split(".")[0] for one in set(sys.modules) - before})
sys.stdout.write(json.dumps({"opened": opened, "new": new, "said": said}))
"""


def first_page(database: Path) -> dict[str, object]:
    """Whether the records were open before it, what it loaded anew, and its words."""
    there = {**os.environ, "PAIN_PLAN_DATABASE": f"sqlite:///{database}"}
    run = [sys.executable, "-c", FIRST_PAGE.replace("ui/screen.py", str(ROOT / "ui" / "screen.py"))]
    done = subprocess.run(run, cwd=ROOT, env=there, capture_output=True, text=True, check=True)
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_the_records_are_open_before_the_first_page(tmp_path: Path) -> None:
    found = first_page(tmp_path / "records.db")
    assert found["opened"] == 1
    assert not {"alembic", "sqlalchemy", "keyring", "records"} & {*map(str, found["new"])}


@pytest.mark.slow  # inside the process: records/test_opening.py
def test_records_that_cannot_be_opened_stop_no_server(tmp_path: Path) -> None:
    broken = tmp_path / "records.db"
    broken.write_bytes(b"no records" * 1000)
    found = first_page(broken)
    assert found["opened"] == 0
    assert "Where does it hurt?" in str(found["said"])
