"""The practice, set once: what stands on its papers, and what each new visit begins with."""

from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from planner.model.checked import (
    Amount,
    Currency,
    Days,
    LanguageCode,
    Minutes,
    Prices,
    Techniques,
    TherapyIds,
    Words,
    each_once,
)
from planner.model.errors import PracticeError
from planner.model.record import KnownIds, Record, read_record
from planner.model.usual_plan import MOST_PLANS, UsualPlan
from planner.model.vocabulary import Locale

MOST_POINTS = 12  # of consent
MOST_LENGTHS = 12
MOST_LOGO = 400_000  # letters: a cleaned picture as text
Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=120)]
Mail = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=120, pattern=r"^([^@\s]+@[^@\s]+)?$"),
]
Address = Annotated[str, StringConstraints(strip_whitespace=True, max_length=300)]
Logo = Annotated[str, StringConstraints(strip_whitespace=True, max_length=MOST_LOGO)]
Lengths = Annotated[tuple[Minutes, ...], Field(max_length=MOST_LENGTHS), AfterValidator(each_once)]


class Usual(Record):
    """What this practice never offers, so that no new visit proposes it."""

    techniques_declined: Techniques = ()
    therapies_declined: TherapyIds = ()


class Therapist(Record):
    """One therapist's own part: several share a practice, each with their own name."""

    name: Name = ""
    licence: Name = ""
    phone: Name = ""
    email: Mail = ""


class Practice(Record):
    """Everything that is set once.

    `prices` says what each length of a session costs, `session_price` what any costs where no
    list is kept. `logo` is the name of a file beside this one, or the picture itself as
    `planner.exports.letterhead.logo` writes it. `consent`: the practice's own wording, by points.
    `usual_plans` are in a file only: among the records each therapist keeps their own.
    """

    format: Literal[1]
    name: Name = ""
    therapist: Name = ""
    licence: Name = ""
    phone: Name = ""
    email: Mail = ""
    address: Address = ""
    logo: Logo = ""
    locale: Locale = Locale.US
    language: LanguageCode = "en"
    currency: Currency = "USD"
    session_price: Amount | None = None
    session_minutes: Lengths = ()
    prices: Prices = {}
    first_session_minutes: Minutes | None = None
    days: Days = ()
    usual: Usual = Usual()
    usual_plans: Annotated[tuple[UsualPlan, ...], Field(max_length=MOST_PLANS)] = ()
    consent: Annotated[tuple[Words, ...], Field(max_length=MOST_POINTS)] = ()

    @property
    def lengths(self) -> tuple[int, ...]:
        """Every length of a session that is offered, shortest first."""
        return tuple(sorted({*self.session_minutes, *self.prices}))

    def signed_by(self, own: Therapist) -> "Practice":
        """The practice as one of its therapists signs: their own part before the shared one."""
        return self.replaced(
            therapist=own.name or self.therapist,
            licence=own.licence or self.licence,
            phone=own.phone or self.phone,
            email=own.email or self.email,
        )


NOT_SET = Practice(format=1)


def read_practice(text: str | bytes, known: KnownIds | None = None) -> Practice:
    """The practice in a JSON text; raises PracticeError with every problem in it."""
    return read_record(Practice, text, known, name="practice", refusal=PracticeError)


def read_therapist(text: str | bytes) -> Therapist:
    """A therapist's own part in a JSON text; raises PracticeError with every problem in it."""
    return read_record(Therapist, text, None, name="therapist", refusal=PracticeError)
