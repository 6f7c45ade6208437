"""A time of day as the client's country writes it, in its language."""

from datetime import time

import pytest

from planner.model.vocabulary import Locale
from planner.words import in_language, spoken_in
from planner.words.clock import told


@pytest.mark.parametrize(
    ("code", "country", "at", "said"),
    [
        ("en", Locale.US, time(16, 30), "4:30 pm"),
        ("en", Locale.EU, time(16, 30), "16:30"),
        ("es", Locale.US, time(16, 30), "4:30 p. m."),
        ("es", Locale.US, time(9, 5), "9:05 a. m."),
        ("es", Locale.US, time(12), "12:00 p. m."),
        ("es", Locale.EU, time(16, 30), "16:30 h"),
        ("es", Locale.UK, time(9, 5), "9:05 h"),
    ],
)
def test_a_time_of_day(code, country, at, said):
    words = in_language(told(at, country), spoken_in(code, country))
    assert words.replace("\N{NO-BREAK SPACE}", " ") == said
    assert " " not in words or code == "en", "a line never ends within it"
