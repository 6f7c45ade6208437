"""Names and words for what the screen shows; no decisions, only what to call things."""

from collections.abc import Iterable
from datetime import date

from planner.knowledge import Knowledge
from planner.model.ids import LineId, RegionId
from planner.model.plan import Load, Phase
from planner.model.vocabulary import Certainty, Clearance, Day, Stance, Technique, Verification
from planner.words.plan import how_often

CLEARANCE: dict[Clearance, tuple[str, str]] = {
    Clearance.EMERGENCY: (
        "Emergency",
        "Stop. Get emergency help now. There is no plan of any kind.",
    ),
    Clearance.SAME_DAY: ("Medical help today", "Stop. Medical help today. There is no plan."),
    Clearance.SOON: ("Doctor first", "Stop. A doctor within days. There is no plan until then."),
    Clearance.HOLD: (
        "On hold",
        "No hands-on work until a clinician's clearance is recorded.",
    ),
    Clearance.REBOOK: ("Not today", "Nothing to refer. Book another day."),
    Clearance.ASK: ("Draft", "Questions that apply are still open. Nothing can leave the screen."),
    Clearance.ADJUST: ("Plan with changes", "The answers ask for the changes named here."),
    Clearance.PROCEED: ("Plan", "Nothing in the answers asks for a change."),
}
TONE: dict[Clearance, str] = {
    Clearance.EMERGENCY: "stop",
    Clearance.SAME_DAY: "stop",
    Clearance.SOON: "stop",
    Clearance.HOLD: "hold",
    Clearance.REBOOK: "hold",
    Clearance.ASK: "ask",
    Clearance.ADJUST: "adjust",
    Clearance.PROCEED: "proceed",
}
STANCE: dict[Stance, str] = {
    Stance.STRONG_FOR: "strongly for",
    Stance.CONDITIONAL_FOR: "for, with conditions",
    Stance.CONFLICTING: "guidelines disagree",
    Stance.INSUFFICIENT: "too little known",
    Stance.AGAINST: "against",
}
CERTAINTY: dict[Certainty, str] = {
    Certainty.HIGH: "high",
    Certainty.MODERATE: "moderate",
    Certainty.LOW: "low",
    Certainty.VERY_LOW: "very low",
    Certainty.NOT_GRADED: "not graded",
    Certainty.CONVENTION: "usual practice, not tested",
}
VERIFICATION: dict[Verification, str] = {
    Verification.READ: "read",
    Verification.PARTLY_READ: "read in part",
    Verification.CITATION_ONLY: "citation only",
    Verification.UNVERIFIED: "not yet checked",
}
DAY: dict[Day, str] = {day: day.value.capitalize() for day in Day}
SIDES = {"left", "right"}


def name_of(entry: str, knowledge: Knowledge) -> str:
    """What a technique, therapy or home task is called."""
    line = LineId(entry)
    if entry in knowledge.techniques:
        return knowledge.techniques[Technique(entry)].name
    found = knowledge.therapies.get(line) or knowledge.self_care.get(line)
    return found.name if found else entry.replace("-", " ").replace(":", ", ").capitalize()


def places(regions: Iterable[RegionId], knowledge: Knowledge) -> str:
    """Regions in words, left and right of one place named together."""
    found: dict[str, set[str]] = {}
    for region in (knowledge.regions[one] for one in regions):
        name = region.label.removesuffix(f", {region.side}")
        found.setdefault(name, set()).add(region.side)
    return "; ".join(_with_side(name, sides) for name, sides in found.items())


def _with_side(name: str, sides: set[str]) -> str:
    if sides >= SIDES:
        return f"{name}, both sides"
    side = sides & SIDES
    return f"{name}, {side.pop()}" if side else name


def phase(one: Phase) -> str:
    """A phase in words: how often, how long, for how many weeks."""
    weeks = "1 week" if one.weeks == 1 else f"{one.weeks} weeks"
    return f"{how_often(one.sessions_per_week)}, {one.minutes} minutes, {weeks}"


def load_in_words(load: Load) -> str:
    """Minutes a week and money a month."""
    cost = f", {load.cost_per_month:,.0f} {load.currency} a month" if load.cost_per_month else ""
    over = "" if load.within_budget else ", **over the budget**"
    return f"{load.minutes_per_week:g} minutes a week{cost}{over}"


def day(on: date) -> str:
    """A day as a person writes it."""
    return f"{on.day} {on:%B %Y}"


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun."""
    return f"{number} {one if number == 1 else many}"


def plain(text: str) -> str:
    """A person's own words, or a source's, so that markdown prints them as typed."""
    for mark in "\\`*_[]<>#$~|:":
        text = text.replace(mark, f"\\{mark}")
    return text
