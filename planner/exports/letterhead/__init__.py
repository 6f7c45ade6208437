"""How each paper begins: the practice, its therapist and how to reach them; nothing where unset."""

from dataclasses import dataclass

from planner.exports.letterhead.logo import PNG, drawing_of, picture_in
from planner.model.practice import Practice
from planner.words import joined, say
from planner.words.typed import printable

MOST_BESIDE = 34  # letters
NO_NAME = say("the practice")


@dataclass(frozen=True)
class Letterhead:
    """The lines at the top of a paper; `logo` is a drawing (SVG), `pictured` its words."""

    logo: str
    pictured: str
    name: str
    address: str
    therapist: str
    licence: str
    phone: str
    fax: str
    email: str
    accent: str


def letterhead(practice: Practice) -> Letterhead | None:
    """The head of a paper; None where there is nothing to say."""
    made = Letterhead(
        logo=_drawing(practice.logo) if practice.logo else "",
        pictured=say("Logo of {name}", name=printable(practice.name) or NO_NAME),
        name=printable(practice.name),
        address=printable(practice.address),
        therapist=printable(practice.therapist),
        licence=_licence(practice),
        phone=printable(practice.phone),
        fax=printable(practice.fax),
        email=printable(practice.email),
        accent=practice.accent,
    )
    said = (made.logo, made.name, made.address, made.phone, made.email, made.therapist)
    return made if any((*said, made.licence)) else None


def in_lines(practice: Practice) -> tuple[str, ...]:
    """The same as lines of plain text."""
    reach = joined(printable(practice.phone), printable(practice.email), by=" · ")
    lines = (practice.name, practice.address, signed_by(practice), reach)
    return tuple(printable(one) for one in lines if one)


def beside_the_line(practice: Practice) -> str:
    """Who signs, as it stands before the line to sign on: a long name would leave no line."""
    who = signed_by(practice)
    return who if who and len(who) <= MOST_BESIDE else say("Therapist")


def signed_by(practice: Practice) -> str:
    """Who signs: the therapist with their licence; empty where nobody is named."""
    who = printable(practice.therapist)
    return joined(who, _licence(practice), by=", ") if who else ""


def _licence(practice: Practice) -> str:
    number = printable(practice.licence)
    return say("licence {number}", number=number) if number else ""


def _drawing(logo: str) -> str:
    """The logo as SVG, whichever it is: pixels are held in a drawing of their own size."""
    kind, content = picture_in(logo)
    if kind != PNG:
        return content.decode()
    return drawing_of(content)
