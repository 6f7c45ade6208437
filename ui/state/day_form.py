"""How a day is typed in the language of the screen, as Streamlit's date fields call it."""

from babel import Locale
from babel.dates import get_date_format

from ui.state.language import spoken

PARTS = {"y": "YYYY", "M": "MM", "d": "DD"}
ORDERS = ("yMd", "dMy", "Mdy")  # those that a date field takes
BETWEEN = "/-."


def day_form() -> str:
    """The order of day, month and year, and what stands between: DD/MM/YYYY, say."""
    return form_in(spoken().locale)


def form_in(locale: Locale) -> str:
    """The same of a language; an order that a date field does not take begins with the year."""
    pattern = str(get_date_format("short", locale).pattern)
    order = "".join(dict.fromkeys(one for one in pattern if one in PARTS))
    between = next((one for one in pattern if one in BETWEEN), BETWEEN[0])
    return between.join(PARTS[one] for one in (order if order in ORDERS else ORDERS[0]))
