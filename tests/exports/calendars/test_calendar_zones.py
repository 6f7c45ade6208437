"""A time zone in a calendar file says what the zone database says, by rules all readers have."""

import io
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical

from planner.exports.files.calendar.zones import vtimezone
from planner.knowledge import load

YEAR, YEARS = 2026, 10
BY_RULE = (
    "America/New_York",
    "America/St_Johns",
    "America/Santiago",
    "Australia/Lord_Howe",
    "Australia/Sydney",
    "Europe/Berlin",
    "Europe/Dublin",
    "Europe/London",
    "Pacific/Auckland",
    "Pacific/Chatham",
)
WITHOUT_CHANGE = ("America/Phoenix", "Asia/Kolkata", "Asia/Tokyo", "Australia/Brisbane", "UTC")
WITHOUT_A_RULE = ("Africa/Casablanca", "Africa/Cairo", "Asia/Gaza")


def read(name):
    """The zone as another program reads it from the file."""
    text = vtimezone(name, YEAR).to_ical().decode()
    return tzical(io.StringIO(text)).get()


def moments(zone):
    """Every noon of ten years, and each half hour of a day on which the clocks change."""
    day = timedelta(days=1)
    at = datetime(YEAR, 1, 1, 12)
    while at.year < YEAR + YEARS:
        yield at
        if zone.utcoffset(at) != zone.utcoffset(at + day):
            yield from (at + timedelta(minutes=30 * number) for number in range(1, 48))
        at += day


def is_clear(at, zone):
    """Whether the clocks show this time once: not in an hour that is left out or comes twice."""
    return zone.utcoffset(at) == zone.utcoffset(at.replace(fold=1))


@pytest.mark.parametrize("name", [*BY_RULE, *WITHOUT_CHANGE, *WITHOUT_A_RULE])
def test_a_zone_is_read_as_the_database_has_it_for_ten_years(name):
    written, known = read(name), ZoneInfo(name)
    clear = [at for at in moments(known) if is_clear(at, known)]
    off = [at for at in clear if written.utcoffset(at) != known.utcoffset(at)]
    assert off == []


@pytest.mark.parametrize("name", [*BY_RULE, *WITHOUT_CHANGE, *WITHOUT_A_RULE])
def test_no_zone_has_a_list_of_dates(name):
    text = vtimezone(name, YEAR).to_ical().decode()
    assert "RDATE" not in text
    assert f"TZID:{name}\r\n" in text


@pytest.mark.parametrize("name", ["America/New_York", "Europe/Berlin", "Australia/Sydney"])
def test_a_zone_that_keeps_a_rule_is_two_rules_from_1970_on(name):
    blocks = vtimezone(name, YEAR).subcomponents
    assert sorted(one.name for one in blocks) == ["DAYLIGHT", "STANDARD"]
    assert all(one["rrule"].to_ical().startswith(b"FREQ=YEARLY;BYDAY=") for one in blocks)
    assert {one.decoded("dtstart").year for one in blocks} == {1970}


@pytest.mark.parametrize("name", WITHOUT_CHANGE)
def test_a_zone_without_changes_is_standard_time_only(name):
    (block,) = vtimezone(name, YEAR).subcomponents
    assert block.name == "STANDARD" and "rrule" not in block
    assert block.decoded("tzoffsetfrom") == block.decoded("tzoffsetto")


def test_every_country_has_a_zone():
    for place in load().locales.values():
        assert ZoneInfo(place.timezone).key == place.timezone
