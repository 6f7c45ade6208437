"""A PostgreSQL server that cannot be used: a sentence each time, and nothing lost."""

from dataclasses import replace

import psycopg
import pytest
from sqlalchemy.engine import make_url

from records import Settings
from records.errors import Locked, ReadOnly, Unreachable
from records.storage.opening import ONE_AT_A_TIME
from tests.records.conftest import KNOWLEDGE, NewPlace, Open, address, body, rows, summary


@pytest.fixture
def place(new_place: NewPlace) -> Settings:
    return new_place("postgresql")


@pytest.mark.parametrize(
    "url", ["postgresql://ann:hidden@127.0.0.1:9/records", "postgresql:///?host=/nowhere"]
)
def test_a_server_that_is_not_there_is_said_without_the_password(opened: Open, url: str):
    with pytest.raises(Unreachable, match="does not answer") as refused:
        opened(
            Settings.from_environment({"PAIN_PLAN_DATABASE": url, "PAIN_PLAN_KEY": "A" * 43 + "="})
        )
    assert "hidden" not in str(refused.value)


def test_a_database_that_the_server_does_not_have_is_said(place: Settings, opened: Open):
    with pytest.raises(Unreachable, match="has a database of this name"):
        opened(replace(place, url=place.url.set(database="nowhere")))


def test_a_user_whom_the_server_does_not_know_is_said(place: Settings, opened: Open):
    with pytest.raises(Unreachable, match="takes this user and password"):
        opened(replace(place, url=place.url.set(username="stranger")))


def test_a_table_that_another_program_holds_is_said_and_loses_nothing(
    place: Settings, opened: Open
):
    store = opened(place)
    ann = store.of("ann")
    at = ann.begin(body(pain=1), summary(), KNOWLEDGE)
    with psycopg.connect(address(place)) as other:
        other.execute("LOCK TABLE client IN EXCLUSIVE MODE")
        with pytest.raises(Locked, match="what was saved before is still there"):
            ann.save(at.token, 1, body(pain=2), summary(), KNOWLEDGE)
    assert ann.save(at.token, 1, body(pain=2), summary(), KNOWLEDGE).revision == 2


def test_a_server_that_takes_no_writing_is_said_and_loses_nothing(place: Settings, opened: Open):
    store = opened(place)
    at = store.of("ann").begin(body(pain=1), summary(), KNOWLEDGE)
    store.close()
    with psycopg.connect(address(place), autocommit=True) as other:
        name = place.url.database
        other.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = on")
        try:
            with pytest.raises(ReadOnly, match="what was saved before is still there"):
                store.of("ann").save(at.token, 1, body(pain=2), summary(), KNOWLEDGE)
        finally:
            other.execute(f"ALTER DATABASE {name} RESET default_transaction_read_only")
    store.close()
    assert rows(store, "SELECT count(*) FROM revision") == [(1,)]


def test_a_connection_that_was_cut_is_made_again(place: Settings, opened: Open):
    ann = opened(place).of("ann")
    at = ann.begin(body(pain=1), summary(), KNOWLEDGE)
    with psycopg.connect(address(place), autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    assert ann.save(at.token, 1, body(pain=2), summary(), KNOWLEDGE).revision == 2


def test_a_read_sees_one_moment(place: Settings, opened: Open):
    store = opened(place)
    ann = store.of("ann")
    with store.database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM client").scalar() == 0
        ann.begin(body(), summary(), KNOWLEDGE)
        assert connection.exec_driver_sql("SELECT count(*) FROM client").scalar() == 0


def test_any_way_to_write_the_address_means_this_program_s_driver():
    for url in ("postgresql://u@h/d", "postgresql+psycopg://u@h/d", "postgresql+asyncpg://u@h/d"):
        made = Settings.from_environment({"PAIN_PLAN_DATABASE": url})
        assert made.url == make_url("postgresql+psycopg://u@h/d")


def test_a_migration_waits_for_another_that_is_under_way(place: Settings, opened: Open):
    with psycopg.connect(address(place), autocommit=True) as other:
        other.execute("SELECT pg_advisory_lock(%s)", [ONE_AT_A_TIME])
        with pytest.raises(Locked):
            opened(place)
    assert opened(place).of("ann").clients().lines == ()
