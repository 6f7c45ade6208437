"""A day is typed in the order of the language, never in one that a date field does not take."""

import pytest
from babel import Locale, localedata

from ui.parts.day_field import ORDERS, form_in

TAKEN = {"y": "YYYY", "M": "MM", "d": "DD"}


@pytest.mark.parametrize(
    ("code", "form"),
    [
        ("en_CA", "YYYY-MM-DD"),
        ("en_US", "MM/DD/YYYY"),
        ("en_GB", "DD/MM/YYYY"),
        ("es_419", "DD/MM/YYYY"),
        ("es_ES", "DD/MM/YYYY"),
        ("de", "DD.MM.YYYY"),
        ("ar", "DD/MM/YYYY"),
        ("ja", "YYYY/MM/DD"),
    ],
)
def test_a_day_is_typed_as_it_is_written_there(code, form):
    assert form_in(Locale.parse(code)) == form


EVERY = sorted(localedata.locale_identifiers())


@pytest.mark.parametrize("of", [EVERY[::20], pytest.param(EVERY, marks=pytest.mark.slow)],
                         ids=["some", "every"])  # fmt: skip
def test_no_language_has_a_form_that_a_date_field_refuses(of):
    forms = {form_in(Locale.parse(code)) for code in of}
    taken = {sign.join(TAKEN[one] for one in order) for order in ORDERS for sign in "/-."}
    assert forms <= taken
