"""The practice, set once: what stands on its papers, and what each new visit begins with."""

from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, Field, StringConstraints

from planner.model import sizes
from planner.model.errors import PracticeError
from planner.model.phrase import tell
from planner.model.practice.usual_plan import UsualPlan
from planner.model.record import KnownIds, Record, read_record
from planner.model.record.checked import (
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
from planner.model.vocabulary import Locale

Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=sizes.NAME)]
Mail = Annotated[
    str,
    StringConstraints(
        strip_whitespace=True, max_length=sizes.NAME, pattern=r"^([^@\s]+@[^@\s]+)?$"
    ),
]
Address = Annotated[str, StringConstraints(strip_whitespace=True, max_length=sizes.ADDRESS)]
DARK_ENOUGH = 7.0  # to 1, on white paper
LINEAR_UP_TO, WEIGHTS = 0.04045, (0.2126, 0.7152, 0.0722)  # of sRGB, IEC 61966-2-1


def contrast_on_white(colour: str) -> float:
    """The contrast of a colour ("#0f5068") on white, from 1 to 21, as WCAG 2.2 defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= LINEAR_UP_TO else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 1.05 / (sum(w * c for w, c in zip(WEIGHTS, linear, strict=True)) + 0.05)


def dark_on_white(colour: str) -> str:
    """Refuse a colour in which small words are hard to read."""
    if contrast_on_white(colour) < DARK_ENOUGH:
        raise ValueError(tell("is too light to read on white paper; choose a darker one"))
    return colour.lower()


def known_zone(name: str) -> str:
    """Refuse a time zone that nobody keeps."""
    try:
        return str(ZoneInfo(name)) if name else name
    except (ValueError, OSError, ZoneInfoNotFoundError):
        raise ValueError(tell("is not a time zone; write it as America/New_York")) from None


Colour = Annotated[
    str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$"), AfterValidator(dark_on_white)
]
Zone = Annotated[str, StringConstraints(max_length=sizes.SHORT), AfterValidator(known_zone)]
Logo = Annotated[str, StringConstraints(strip_whitespace=True, max_length=sizes.LOGO)]
Lengths = Annotated[tuple[Minutes, ...], Field(max_length=sizes.LENGTHS), AfterValidator(each_once)]


class Usual(Record):
    """What this practice never offers, so that no new visit proposes it."""

    techniques_declined: Techniques = ()
    therapies_declined: TherapyIds = ()


class Therapist(Record):
    """One therapist's own part: several share a practice, each with their own name.

    `language` is that of the therapist's screen; empty where none was chosen.
    """

    name: Name = ""
    licence: Name = ""
    phone: Name = ""
    email: Mail = ""
    language: LanguageCode | Literal[""] = ""


class Practice(Record):
    """Everything that is set once.

    `prices` says what each length of a session costs, `session_price` what any costs where no
    list is kept. `logo` is the name of a file beside this one, or the picture itself as
    `planner.exports.letterhead.logo` writes it. `consent`: the practice's own wording, by points.
    `usual_plans` are in a file only: among the records each therapist keeps their own. `accent` is
    the one colour of its papers. `timezone`: by its IANA name; empty is that of the country.
    """

    format: Literal[1]
    name: Name = ""
    therapist: Name = ""
    licence: Name = ""
    phone: Name = ""
    email: Mail = ""
    fax: Name = ""
    address: Address = ""
    logo: Logo = ""
    accent: Colour = "#0f5068"
    timezone: Zone = ""
    locale: Locale = Locale.US
    language: LanguageCode = "en"
    currency: Currency = "USD"
    session_price: Amount | None = None
    session_minutes: Lengths = ()
    prices: Prices = {}
    first_session_minutes: Minutes | None = None
    days: Days = ()
    usual: Usual = Usual()
    usual_plans: Annotated[tuple[UsualPlan, ...], Field(max_length=sizes.USUAL_PLANS)] = ()
    consent: Annotated[tuple[Words, ...], Field(max_length=sizes.CONSENT_POINTS)] = ()

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
