"""Where the records are and which key seals them, as the environment says it."""

import base64
import logging
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import keyring
import keyring.backend
import pytest
from keyring.errors import KeyringLocked

from records import Settings
from records.errors import SettingsError

KEY = bytes(range(32))
WRITTEN = base64.b64encode(KEY).decode()


class Keyring(keyring.backend.KeyringBackend):
    """A system keyring that holds one password, or is locked."""

    priority = 1

    def __init__(self, password: str | None, *, is_locked: bool = False) -> None:
        super().__init__()
        self.password, self.is_locked = password, is_locked

    def get_password(self, service: str, username: str) -> str | None:
        assert (service, username) == ("pain-plan-builder", "key")
        if self.is_locked:
            raise KeyringLocked("ask the user")
        return self.password

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError


@pytest.fixture
def system_keyring():
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


def test_without_a_word_the_records_are_in_this_user_s_own_folder(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("XDG_DATA_HOME", "/home/ann/data")
    made = Settings.from_environment({})
    assert made.path is not None and made.path.name == "records.db"
    assert made.path.parent.name == "pain-plan-builder"
    assert made.keys == ()


@pytest.mark.parametrize(
    ("said", "says"),
    [
        ("records.db", "is not a database address"),
        ("mysql://ann@clinic/records", "does not keep records in .mysql."),
        ("sqlite://", "use a SQLite file or PostgreSQL"),
        ("sqlite:///:memory:", "use a SQLite file or PostgreSQL"),
    ],
)
def test_an_address_that_is_none_is_a_sentence(said: str, says: str):
    with pytest.raises(SettingsError, match=rf"^PAIN_PLAN_DATABASE: .*{says}"):
        Settings.from_environment({"PAIN_PLAN_DATABASE": said})


def test_a_server_without_what_speaks_to_one_is_a_sentence(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("records.settings.find_spec", {"psycopg": None}.__getitem__)
    with pytest.raises(SettingsError, match=r"install -r requirements-server\.txt"):
        Settings.from_environment({"PAIN_PLAN_DATABASE": "postgresql://ann@clinic/records"})


def test_records_in_a_file_need_nothing_that_speaks_to_a_server(tmp_path: Path):
    code = (
        "import sys; sys.modules['psycopg'] = None; from pathlib import Path;"
        "from records import Settings, open_store;"
        "open_store(Settings.at(Path(sys.argv[1]) / 'records.db')).of('local').clients()"
    )
    run = [sys.executable, "-c", code, str(tmp_path)]
    assert subprocess.run(run, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("written", [WRITTEN, base64.urlsafe_b64encode(KEY).decode()])
def test_a_key_is_32_bytes_in_either_base64(written: str):
    assert Settings.from_environment({"PAIN_PLAN_KEY": written}).keys == (KEY,)


def test_several_keys_stand_side_by_side():
    said = f"{WRITTEN}, {base64.b64encode(KEY[::-1]).decode()}"
    assert Settings.from_environment({"PAIN_PLAN_KEY": said}).keys == (KEY, KEY[::-1])


@pytest.mark.parametrize("said", ["password", "é", WRITTEN[:-4], f"{WRITTEN},short", ","])
def test_a_key_that_is_none_is_a_sentence_that_does_not_repeat_it(said: str):
    with pytest.raises(SettingsError, match=r"PAIN_PLAN_KEY: key . is not 32 bytes") as refused:
        Settings.from_environment({"PAIN_PLAN_KEY": said})
    assert said == "," or said not in str(refused.value)


def test_the_system_keyring_is_asked_when_the_environment_has_no_key(system_keyring: Any):
    system_keyring(Keyring(WRITTEN))
    assert Settings.from_environment({}).keys == (KEY,)
    other = base64.b64encode(KEY[::-1]).decode()
    assert Settings.from_environment({"PAIN_PLAN_KEY": other}).keys == (KEY[::-1],)
    system_keyring(Keyring(None))
    assert Settings.from_environment({}).keys == ()


def test_a_locked_keyring_is_not_taken_for_an_empty_one(system_keyring: Any):
    system_keyring(Keyring(None, is_locked=True))
    with pytest.raises(SettingsError, match=r"does not answer .*: unlock it, or set PAIN_PLAN_KEY"):
        Settings.from_environment({})


def test_neither_keys_nor_passwords_are_shown(caplog: pytest.LogCaptureFixture):
    said = {
        "PAIN_PLAN_DATABASE": "postgresql://ann:hidden@clinic/records",
        "PAIN_PLAN_KEY": WRITTEN,
    }
    made = Settings.from_environment(said)
    logging.getLogger().warning("%s", SimpleNamespace(settings=made))
    assert "hidden" not in made.place and "hidden" not in caplog.text
    assert WRITTEN not in repr(made) and repr(KEY) not in repr(made)
