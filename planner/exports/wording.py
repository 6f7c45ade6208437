"""Ids and closed words as a reader meets them on paper."""

import unicodedata
from collections.abc import Iterable
from datetime import date

from planner.knowledge import Knowledge
from planner.model.errors import NotForHandout, Problem
from planner.model.ids import LineId, RegionId
from planner.model.plan import Plan
from planner.model.vocabulary import Certainty, Day, PhaseName, Pressure, Role, Stance, Verification

MASSAGE = "massage"
MAY_BREAK = "\u200b"
LONGEST_WORD, PIECE = 24, 8
KINDS = {"foot-care": "foot care", "headache-diary": "headache diary"}
FEELS = {Pressure.LIGHT: "light", Pressure.MODERATE: "medium", Pressure.FIRM: "firm"}
ROLES = {Role.MAIN: "main technique", Role.ADJUNCT: "added to the main one"}
PHASES = {
    PhaseName.START: "Start",
    PhaseName.CONSOLIDATE: "Consolidate",
    PhaseName.MAINTAIN: "Maintain",
}
DAYS = {
    Day.MON: "Mon",
    Day.TUE: "Tue",
    Day.WED: "Wed",
    Day.THU: "Thu",
    Day.FRI: "Fri",
    Day.SAT: "Sat",
    Day.SUN: "Sun",
}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
CERTAINTIES = {
    Certainty.HIGH: "high certainty",
    Certainty.MODERATE: "moderate certainty",
    Certainty.LOW: "low certainty",
    Certainty.VERY_LOW: "very low certainty",
    Certainty.NOT_GRADED: "certainty not graded",
    Certainty.CONVENTION: "usual practice, not tested",
}
STANCES = {
    Stance.STRONG_FOR: "strongly for",
    Stance.CONDITIONAL_FOR: "for, with conditions",
    Stance.CONFLICTING: "guidelines disagree",
    Stance.INSUFFICIENT: "too little is known",
    Stance.AGAINST: "against",
}
CHECKED = {
    Verification.READ: "read",
    Verification.PARTLY_READ: "partly read",
    Verification.CITATION_ONLY: "citation only",
    Verification.UNVERIFIED: "not verified",
}


def hand_out_or_refuse(plan: Plan, place: str) -> None:
    """Raise NotForHandout unless the clearance lets the plan leave the screen."""
    if not plan.clearance.may_be_handed_out:
        what = f"no plan is handed out while the clearance is '{plan.clearance}'"
        raise NotForHandout([Problem(place, what)])


def day_in_words(day: date) -> str:
    """A date nobody can read the wrong way round: "23 November 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday_in_words(day: date) -> str:
    """A date with its weekday: "Monday 23 November 2026"."""
    return f"{WEEKDAYS[day.weekday()]} {day_in_words(day)}"


def name_of(one: str, knowledge: Knowledge) -> str:
    """The name of a technique, therapy, home task or kind of home task."""
    if one == MASSAGE:
        return "Massage"
    for named in (knowledge.techniques, knowledge.therapies, knowledge.self_care):
        if (line := LineId(one)) in named:
            return named[line].name
    words = KINDS.get(one, one.replace("-", " "))
    return words[:1].upper() + words[1:]


def places(regions: Iterable[RegionId], knowledge: Knowledge) -> tuple[str, ...]:
    """Region labels with the person's own side; left and right of one place become one line."""
    sides: dict[str, list[str]] = {}
    for one in regions:
        region = knowledge.regions[one]
        sides.setdefault(region.label.removesuffix(f", {region.side}"), []).append(region.side)
    return tuple(_with_sides(label, found) for label, found in sides.items())


def _with_sides(label: str, sides: list[str]) -> str:
    if set(sides) == {"midline"}:
        return label
    return f"{label} ({'both sides' if len(set(sides)) > 1 else f'{sides[0]} side'})"


def zones(regions: Iterable[RegionId], knowledge: Knowledge) -> tuple[str, ...]:
    """The parts of the body as a client says them: "the lower back"."""
    found = (knowledge.zones[knowledge.regions[one].zone].in_words for one in regions)
    return tuple(dict.fromkeys(found))


def listed(words: Iterable[str]) -> str:
    """A list as a sentence has it: "a, b and c"."""
    *most, last = [*words] or [""]
    return f"{', '.join(most)} and {last}" if most else last


def sentence(words: str) -> str:
    """The words with a capital and a full stop."""
    words = words.strip()
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?", "…")) else ".")


def number(value: float) -> str:
    """A number without a useless ".0"."""
    return f"{value:g}"


def printable(text: str) -> str:
    """The text without control and direction marks, its blanks made single."""
    kept = (" " if unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp") else one for one in text)
    return " ".join("".join(kept).split())


def breakable(text: str) -> str:
    """The printable text with places to break a word that is wider than a line."""
    words = printable(text).split()
    return " ".join(MAY_BREAK.join(_pieces(word)) for word in words)


def _pieces(word: str) -> list[str]:
    if len(word) <= LONGEST_WORD:
        return [word]
    return [word[at : at + PIECE] for at in range(0, len(word), PIECE)]


def clipped(text: str, most: int) -> str:
    """At most so many characters; what is left out shows as an ellipsis."""
    text = printable(text)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
