"""What is done to a practice where it is set: one field, one answer at a time."""

import json
from collections.abc import Collection, Mapping
from zoneinfo import available_timezones

from babel.core import get_global
from pydantic import ValidationError

from planner.knowledge import Knowledge
from planner.model import sizes
from planner.model.errors import PracticeError
from planner.model.phrase import Phrase
from planner.model.practice import Practice, Therapist, Usual
from planner.model.record.refusal import problems_of
from planner.model.vocabulary import Locale, Technique
from planner.words import say

CURRENCY = {
    Locale.US: "USD", Locale.UK: "GBP", Locale.IE: "EUR", Locale.AU: "AUD", Locale.NZ: "NZD",
    Locale.CA: "CAD", Locale.EU: "EUR",
}  # fmt: skip
ACCENTS: dict[str, Phrase] = {  # each dark enough for small words on white
    "#0f5068": say("Petrol"),
    "#1f4e8c": say("Blue"),
    "#2f5d1e": say("Green"),
    "#5b3a8c": say("Violet"),
    "#7a2456": say("Plum"),
    "#7a3b10": say("Brown"),
    "#3b4252": say("Slate"),
}
TERRITORY = {Locale.UK: "GB"}  # where the standard calls a country otherwise


def saying(practice: Practice, **said: object) -> Practice:
    """The practice with fields said as JSON says them; raises PracticeError."""
    whole = {**practice.model_dump(mode="json"), **said}
    try:
        return Practice.model_validate_json(json.dumps(whole))
    except ValidationError as error:
        raise PracticeError(problems_of(error, "practice")) from None


def saying_own(own: Therapist, field: str, said: str) -> Therapist:
    """A therapist's own part with one field said; raises PracticeError."""
    whole = {**own.model_dump(mode="json"), field: said}
    try:
        return Therapist.model_validate_json(json.dumps(whole))
    except ValidationError as error:
        raise PracticeError(problems_of(error, "therapist")) from None


def moved_to(practice: Practice, locale: Locale) -> Practice:
    """In another country; the currency follows, unless it was another one than the country's."""
    is_usual = practice.currency == CURRENCY[practice.locale]
    currency = CURRENCY[locale] if is_usual else practice.currency
    return saying(practice, locale=locale, currency=currency)


def zones(locale: Locale) -> tuple[str, ...]:
    """Every time zone by its name, those of a country first; Europe's where it is no country."""
    where: Mapping[str, str] = get_global("zone_territories")
    here = TERRITORY.get(locale, locale.value)

    def is_near(zone: str) -> bool:
        return zone.startswith("Europe/") if locale is Locale.EU else where[zone] == here

    known = sorted(available_timezones().intersection(where))
    return (*filter(is_near, known), *(zone for zone in known if not is_near(zone)))


def offering(practice: Practice, lengths: Collection[int]) -> Practice:
    """With these lengths of a session; each keeps the price it has."""
    prices = {one: price for one, price in practice.prices.items() if one in lengths}
    return saying(practice, session_minutes=sorted(lengths), prices=prices)


def priced(practice: Practice, minutes: int, price: float | None) -> Practice:
    """With another price for a length; without one it costs as much as the next longer."""
    others = {one: kept for one, kept in practice.prices.items() if one != minutes}
    return saying(practice, prices=others if price is None else {**others, minutes: price})


def never_offering(practice: Practice, lines: Collection[str]) -> Practice:
    """Without these techniques and therapies, for every new client."""
    techniques = [one for one in lines if one in list(Technique)]
    therapies = [one for one in lines if one not in techniques]
    usual = {"techniques_declined": techniques, "therapies_declined": therapies}
    return saying(practice, usual=usual)


def never_offered(practice: Practice) -> tuple[str, ...]:
    """The techniques and therapies that no new visit proposes."""
    return (*practice.usual.techniques_declined, *practice.usual.therapies_declined)


def worded(practice: Practice, text: str) -> Practice:
    """With the practice's own points of consent, one a line."""
    points = [line.strip()[: sizes.LINE] for line in text.splitlines() if line.strip()]
    return saying(practice, consent=points[: sizes.CONSENT_POINTS])


def parted(practice: Practice) -> tuple[Practice, Therapist]:
    """What the whole practice shares, and the part of the therapist who sets it."""
    own = Therapist(name=practice.therapist, licence=practice.licence)
    return practice.replaced(therapist="", licence="", usual_plans=()), own


def still_known(practice: Practice, knowledge: Knowledge) -> Practice:
    """The practice without therapies that the facts no longer have; it opens all the same."""
    kept = [one for one in practice.usual.therapies_declined if one in knowledge.therapies]
    usual = Usual(
        techniques_declined=practice.usual.techniques_declined, therapies_declined=tuple(kept)
    )
    return practice.replaced(usual=usual)
