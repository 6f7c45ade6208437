"""The table of security requirements has each of level 1 once, and names tests that are there."""

from collections import Counter

from registers import asvs
from registers.locked import ROOT

# Level 1 of ASVS 5.0.0, as its own table (5.0/docs_en, CSV) marks it: section, first to last.
LEVEL_1 = {
    "1.2": range(1, 6),
    "1.3": range(1, 3),
    "1.5": range(1, 2),
    "2.1": range(1, 2),
    "2.2": range(1, 3),
    "2.3": range(1, 2),
    "3.2": range(1, 3),
    "3.3": range(1, 2),
    "3.4": range(1, 3),
    "3.5": range(1, 4),
    "4.1": range(1, 2),
    "4.4": range(1, 2),
    "5.2": range(1, 3),
    "5.3": range(1, 3),
    "6.1": range(1, 2),
    "6.2": range(1, 9),
    "6.3": range(1, 3),
    "6.4": range(1, 3),
    "7.2": range(1, 5),
    "7.4": range(1, 3),
    "8.1": range(1, 2),
    "8.2": range(1, 3),
    "8.3": range(1, 2),
    "9.1": range(1, 4),
    "9.2": range(1, 2),
    "10.4": range(1, 6),
    "11.3": range(1, 3),
    "11.4": range(1, 2),
    "12.1": range(1, 2),
    "12.2": range(1, 3),
    "13.4": range(1, 2),
    "14.2": range(1, 2),
    "14.3": range(1, 2),
    "15.1": range(1, 2),
    "15.2": range(1, 2),
    "15.3": range(1, 2),
}
ROWS = asvs.read()


def test_each_requirement_of_level_1_stands_once_and_in_its_order():
    numbers = [f"{section}.{one}" for section, ones in LEVEL_1.items() for one in ones]
    assert [one.number for one in ROWS] == numbers
    assert len(numbers) == 70


def test_what_is_met_names_its_tests_and_the_rest_says_why():
    assert not [one.number for one in ROWS if (one.state == "met") != bool(one.tests)]
    assert all(one.why and one.what for one in ROWS)
    assert set(Counter(one.state for one in ROWS)) == set(asvs.STATES)


def test_every_test_that_is_named_is_there():
    paths = {path for one in ROWS for path in one.tests}
    assert not [path for path in paths if not (ROOT / path).is_file()]
    assert all(path.startswith("tests/") and "/test_" in path for path in paths)


def test_the_page_says_what_the_data_says():
    assert asvs.PAGE.read_text() == asvs.page()
