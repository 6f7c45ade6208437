"""What is done to a practice where it is set: one field, one answer at a time."""

import json
from collections.abc import Collection

from pydantic import ValidationError

from planner.knowledge import Knowledge
from planner.model.errors import PracticeError
from planner.model.practice import MOST_POINTS, Practice, Therapist, Usual
from planner.model.record import problems_of
from planner.model.vocabulary import Locale, Technique

CURRENCY = {
    Locale.US: "USD", Locale.UK: "GBP", Locale.IE: "EUR", Locale.AU: "AUD", Locale.NZ: "NZD",
    Locale.CA: "CAD", Locale.EU: "EUR",
}  # fmt: skip
MOST_WORDS = 500  # of a point of consent


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
    points = [line.strip()[:MOST_WORDS] for line in text.splitlines() if line.strip()]
    return saying(practice, consent=points[:MOST_POINTS])


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
