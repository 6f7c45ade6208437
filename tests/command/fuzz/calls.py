"""Command lines of every kind, each by value."""

from collections.abc import Callable

from planner.knowledge import load
from planner.model.vocabulary import Locale
from tests.command.fuzz.of_records import of_records
from tests.command.fuzz.of_visits import between, changed_visit, plan_in_force
from tests.command.fuzz.parts import Call, Parts

FILES = {
    "csv": "csv", "client-csv": "csv", "xlsx": "xlsx", "ics": "ics", "fhir": "json", "note": "txt",
}  # fmt: skip
PAPERS = (
    "pdf", "client-pdf", "large-pdf", "month-pdf", "therapist-pdf", "evidence-pdf", "slip", "card",
)  # fmt: skip


def next_call(parts: Parts) -> Call:
    """The next call."""
    make = parts.rng.choices([*MADE], [*MADE.values()])[0]
    return make(parts)


def plan(parts: Parts) -> Call:
    """A plan, and its files."""
    files, leaves = parts.documents(FILES, 0.15)
    paper, papers = parts.documents({parts.one_of(*PAPERS): "pdf"}, 0.12)
    letter = parts.place("pdf")
    letters = parts.sometimes(0.03, "--letter", parts.known("therapy"), letter)
    after = parts.sometimes(0.12, "--after", parts.file("plan")) if parts.shelf.has("plan") else []
    words = [
        "plan", parts.file("intake"), *files, *paper, *letters, *after, *parts.practice(),
        *parts.sometimes(0.1, "--even-so"), *parts.sometimes(0.1, "--alarm", 60),
        *parts.language(),
    ]  # fmt: skip
    return Call(words, [*leaves, *papers, *([letter] if letters else [])], "plan")


def questions(parts: Parts) -> Call:
    """The questions that an intake leaves."""
    return Call(["questions", parts.file("intake"), *parts.language()], [])


def review(parts: Parts) -> Call:
    """A review of a plan, once there is one."""
    if not parts.shelf.has("plan"):
        return plan(parts)
    more, papers = parts.documents({"pdf": "pdf", "note": "txt"}, 0.12)
    words = [
        "review", parts.file("plan"), parts.diary(), *parts.diary_options(), *more,
        *parts.sometimes(0.3, "--started", parts.day()),
        *parts.sometimes(0.6, "--follow-up", parts.file("follow-up")),
        *parts.sometimes(0.3, "--intake", parts.file("intake")),
        *parts.sessions(), *parts.practice(), *parts.sometimes(0.1, "--even-so"),
    ]  # fmt: skip
    return Call(words, papers, "review")


def diary(parts: Parts) -> Call:
    """A diary read."""
    more, papers = parts.documents({"doctor-pdf": "pdf"}, 0.1)
    words = [
        "diary", parts.diary(), *parts.diary_options(), *more, *parts.practice(),
        *parts.sometimes(0.6, "--started", parts.one_of("2026-11-23", parts.day())),
        *parts.sometimes(0.3, "--summary"), *parts.sometimes(0.1, "--from", parts.day()),
        *parts.sometimes(0.1, "--to", parts.day()), *parts.sometimes(0.1, "--label", parts.text()),
        *parts.sometimes(0.1, "--question", parts.text()),
    ]  # fmt: skip
    return Call(words, papers)


def form(parts: Parts) -> Call:
    """The questions on paper."""
    some = parts.rng.sample(sorted(load().conditions), parts.rng.randint(1, 4))
    paper = parts.place("pdf")
    words = [
        "form", str(paper), *parts.sometimes(0.7, "--conditions", ",".join(some)),
        *parts.sometimes(0.3, "--locale", parts.one_of(*Locale)), *parts.practice(),
        *parts.language(),
    ]  # fmt: skip
    return Call(words, [paper])


def practice(parts: Parts) -> Call:
    """A practice checked."""
    return Call(["practice", parts.file("practice")], [], "practice")


MADE: dict[Callable[[Parts], Call], int] = {
    plan: 31,
    questions: 5,
    review: 20,
    diary: 12,
    form: 1,
    practice: 3,
    between: 9,
    changed_visit: 13,
    plan_in_force: 3,
    of_records: 3,
}
