"""Months and weekdays as diaries name them, in the languages diaries come in."""

import re

from planner.diary.values.lexicon import plain

MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan ene gen janv januar january januari janvier enero gennaio janeiro"
            " sty styczen stycznia",
            "feb fev fevr februar february februari fevrier febrero febbraio fevereiro"
            " lut luty lutego",
            "mar mrz maerz march marz mars maart mrt marzo marco maa marzec marca",
            "apr abr avr april avril abril aprile kwi kwiecien kwietnia",
            "may mai mag mei maj mayo maio maggio maja",
            "jun giu juin june juni junio junho giugno cze czerwiec czerwca",
            "jul lug juil july juli juillet julio julho luglio lip lipiec lipca",
            "aug ago aout august augustus augusti agosto sie sierpien sierpnia",
            "sep sept set september septembre septiembre setembro settembre wrz wrzesien wrzesnia",
            "oct okt ott out october oktober octobre octubre outubro ottobre"
            " paz pazdziernik pazdziernika",
            "nov november novembre noviembre novembro lis listopad listopada",
            "dec dez dic des december dezember decembre diciembre dezembro dicembre desember"
            " gru grudzien grudnia",
        ),
        start=1,
    )
    for word in words.split()
}
WEEKDAYS = {
    word: number
    for number, words in enumerate(
        ("mon mo lun ma pon seg", "tue di mar wto wt ter", "wed mi mer mie wo sro sr qua",
         "thu do jeu jue gio czw cz qui", "fri fr ven vie vr pia pt sex", "sat sa sam sab za sob",
         "sun so dim dom zo nie ndz nd")
    )
    for word in words.split()
}  # fmt: skip


def month_number(text: str) -> int | None:
    """The number of a month written as a number or a name."""
    return int(text) if text.isdigit() else MONTHS.get(plain(text))


def weekday_number(text: str) -> int | None:
    """The weekday a word begins like, Monday being 0."""
    name = plain(text)
    return WEEKDAYS.get(name[:3], WEEKDAYS.get(name[:2])) if name else None


YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
NAMED_MONTH = re.compile(r"[^\W\d_]{3,}")
NUMBERED_MONTH = re.compile(
    r"(?:19|20)\d{2}\s?[-/.]\s?(\d{1,2})|(\d{1,2})\s?[-/.]\s?(?:19|20)\d{2}"
)
LONGEST_TITLE = 40  # letters
MONTHS_A_YEAR = 12


def year_in(text: str) -> int | None:
    """The one year that a title names."""
    years = set(YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 else None


SHORT_YEAR = re.compile(r"([^\W\d_]{3,})\.?\s?['\u2019]?\s?(\d{2})")


def _of_short_year(text: str) -> tuple[int, int] | None:
    """The year and month of "Feb '25" or "Feb 25"."""
    found = SHORT_YEAR.fullmatch(text.strip())
    month = month_number(found[1]) if found else None
    return (2000 + int(found[2]), month) if found and month else None


def month_titled(text: str) -> tuple[int, int] | None:
    """The year and month of a title such as "February 2025" or "02/2025"; None of any other."""
    year = year_in(text) if len(text) <= LONGEST_TITLE else None
    if year is None:
        return _of_short_year(text)
    numbered = NUMBERED_MONTH.fullmatch(text.strip())
    if numbered:
        month = int(numbered[1] or numbered[2])
        return (year, month) if 1 <= month <= MONTHS_A_YEAR else None
    named = [number for word in NAMED_MONTH.findall(text) if (number := month_number(word))]
    others = re.findall(r"\d+", text)
    return (year, named[0]) if len(named) == 1 and len(others) == 1 else None
