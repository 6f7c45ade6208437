"""What the program is built of is listed, with its licence, and the lists are true."""

import json
from importlib.metadata import PackageNotFoundError, distribution

import pytest
from packaging.utils import canonicalize_name

from registers.bill import BILL, faults
from registers.licences import declared, read_by_hand
from registers.locked import LOCK, ROOT, Locked, locked
from registers.notice import NOTICE, lines

LOCKED = locked(LOCK.read_text())
LISTED = lines(NOTICE.read_text())
IMAGE = {  # what deploy/Dockerfile starts from, as markers name it
    "python_full_version": "3.11.14",
    "python_version": "3.11",
    "sys_platform": "linux",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
}


def test_notice_lists_the_locked_packages_and_no_other():
    assert set(LISTED) == {one.name for one in LOCKED}
    assert not [one.name for one in LISTED.values() if one.licence in ("not said", "not known")]


@pytest.mark.parametrize("one", LOCKED, ids=lambda one: f"{one.name}-{one.version}")
def test_a_package_stands_with_the_licence_that_its_metadata_gives(one: Locked):
    try:
        here = distribution(one.name)
    except PackageNotFoundError:
        pytest.skip("not for this system")
    if here.version != one.version:
        pytest.skip("a newer version is installed here; CI looks at the locked one")
    assert LISTED[one.name].licence == declared(here)


def test_what_was_read_by_hand_is_still_needed_and_says_where():
    assert set(read_by_hand()) <= set(LISTED)
    assert all(one["read"] and one["where"] for one in read_by_hand().values())
    vague = {one.name for one in LISTED.values() if one.licence.lower() == "bsd license"}
    assert vague <= set(read_by_hand())


def test_copyleft_and_typefaces_are_named_where_somebody_looks():
    before, _, _ = NOTICE.read_text().partition("alembic ")
    for one in LISTED.values():
        if any(kind in one.licence for kind in ("GPL", "MPL", "OFL")):
            assert one.name in before, one
    assert "planner/exports/paper/typeface/" in before
    assert (ROOT / "planner/exports/paper/typeface/LICENSE.txt").is_file()


BILLED = json.loads(BILL.read_text())


def test_the_bill_is_as_its_schema_says():
    assert not faults(BILL.read_text())
    assert faults(BILL.read_text().replace('"bomFormat"', '"format"', 1))


def test_the_bill_holds_the_locked_set_of_the_image_and_no_other():
    billed = {(canonicalize_name(one["name"]), one["version"]) for one in BILLED["components"]}
    assert billed == {(one.name, one.version) for one in LOCKED if one.is_for(IMAGE)}
    assert f"FROM python:{IMAGE['python_version']}" in (ROOT / "deploy/Dockerfile").read_text()


def test_each_part_of_the_bill_has_a_licence_and_hangs_on_the_program():
    assert all(one["licenses"] for one in BILLED["components"])
    below = {one["ref"]: one.get("dependsOn", []) for one in BILLED["dependencies"]}
    reached, waiting = set(), [BILLED["metadata"]["component"]["bom-ref"]]
    while waiting:
        one = waiting.pop()
        if one not in reached:
            reached.add(one)
            waiting += below[one]
    assert reached == set(below)


def test_the_bill_names_no_machine():
    assert "file:" not in BILL.read_text() and str(ROOT) not in BILL.read_text()
