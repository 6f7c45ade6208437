"""`visit` in every form: a change of a visit, and what happens between visits."""

from collections.abc import Callable

from planner.model.diary import MilestoneKind
from planner.model.vocabulary import Answer, Change, Pressure
from planner.visit.decision import Choice
from tests.command.fuzz.parts import Call, Parts

SAID = (
    "severity/average=6", "severity/average=0", "severity/now=", "severity/worst=11",
    "client/label=Zoë", 'client/label="\\ud800"', "client/label=[[[]]]", "client/age=7",
    "client/age=1e999", "preferences/session_minutes=45", "preferences/currency=GBP",
    "preferences/currency=yes", 'preferences/days=["mon"]', "preferences/monthly_budget=0",
    "preferences/first_session=2199-12-31", "severity/average=NaN", "nowhere=1",
)  # fmt: skip
VALUES = ('{"minutes": 30}', '{"weeks": 4}', '{"level": 1}', '{"sets": 2}', '{"pressure": "firm"}')
Words = Callable[[Parts], list[str]]


def plan_in_force(parts: Parts) -> Call:
    """The plan in force of a visit."""
    return Call(["visit", "plan", parts.file("visit")], [], "plan")


def changed_visit(parts: Parts) -> Call:
    """A change of a visit."""
    what = parts.one_of(*CHANGES)
    return Call(["visit", what, parts.file("visit"), *CHANGES[what](parts)], [], "visit")


def between(parts: Parts) -> Call:
    """A session, a consent or a note."""
    what = parts.one_of(*BETWEEN)
    words, kinds = BETWEEN[what]
    more, leaves = parts.documents(kinds, 0.1)
    kept = []
    if what != "session" and parts.shelf.has(what):
        kept = parts.sometimes(0.4, f"--{what}", parts.file(what))
    return Call(["visit", what, parts.file("visit"), *words(parts), *more, *kept], leaves, what)


def _session(parts: Parts) -> list[str]:
    asked = parts.sometimes
    return [
        *asked(0.3, f"swedish={parts.one_of(*Pressure, 'none')}"),
        *asked(0.2, f"before={parts.rng.randint(0, 10)}"),
        *asked(0.3, f"words={parts.text()}"),
        *asked(0.3, f"home_days={parts.rng.randint(0, 7)}"),
        *asked(0.3, "after_last_time=better"),
        *asked(0.1, "nothing=yes"),
        *asked(0.8, "--on", parts.day()),
    ]


def _consent(parts: Parts) -> list[str]:
    asked = parts.sometimes
    return [
        *asked(0.5, f"nature={parts.one_of(*Answer)}"),
        *asked(0.5, "by=client"),
        *asked(0.2, f"name={parts.text()}"),
        *asked(0.1, f"withdrawn={parts.day()}"),
        *asked(0.7, "--on", parts.day()),
        *parts.practice(),
    ]


def _note(parts: Parts) -> list[str]:
    of = []
    if parts.shelf.has("session"):
        of = parts.sometimes(0.4, "--of-session", parts.file("session"))
    at = parts.shelf.values.moment({}).replace("Z", "+00:00")
    return [
        *parts.sometimes(0.4, f"{parts.one_of(*'SOAP')}={parts.text()}"),
        *parts.sometimes(0.3, "--sign", parts.text()),
        *parts.sometimes(0.3, "--at", at),
        *of,
        *parts.sessions(),
        *parts.practice(),
    ]


def _edit(parts: Parts) -> list[str]:
    change = parts.one_of(*Change)
    words = [parts.known("technique, therapy or home task"), change]
    if change == Change.REWORD:
        return [*words, "--words", parts.text()]
    if change in (Change.REPLACE, Change.MOVE):
        return [*words, "--other", parts.known("technique, therapy or home task")]
    return [*words, "--values", parts.one_of(*VALUES)] if change == Change.SET else words


def _milestone(parts: Parts) -> list[str]:
    words = [parts.day(), parts.one_of(*MilestoneKind), parts.word()[:80]]
    return [*words, *parts.sometimes(0.2, "--remove")]


def _log(parts: Parts) -> list[str]:
    asked = parts.sometimes
    return [
        parts.day(), parts.one_of(0, 4, 7.5, 10, 10.5, "nan"), *asked(0.3, "--sleep", 3),
        *asked(0.3, "--note", parts.text()), *asked(0.3, "--session"),
    ]  # fmt: skip


def _clear(parts: Parts) -> list[str]:
    asked = parts.sometimes
    return [
        parts.known("question"), "Dr Lee",
        *asked(0.3, "--minutes", parts.one_of(10, 30, 60, 181)),
        *asked(0.3, "--until", parts.day()), *asked(0.3, "--on", parts.day()),
        *asked(0.3, "--times-a-week", parts.one_of(1, 0.5, 2, "inf")),
        *asked(0.3, "--limits", parts.text()),
    ]  # fmt: skip


def _decide(parts: Parts) -> list[str]:
    return [
        parts.one_of(*Choice), *parts.diary_options(), *parts.sessions(),
        *parts.sometimes(0.5, "--diary", parts.diary()),
        *parts.sometimes(0.3, "--started", parts.day()),
    ]  # fmt: skip


CHANGES: dict[str, Words] = {
    "next": lambda parts: ["--on", parts.day()],
    "say": lambda parts: [parts.one_of(*SAID), *parts.sometimes(0.2, parts.one_of(*SAID))],
    "answer": lambda parts: [f"{parts.known('question')}={parts.one_of(*Answer, 'none')}"],
    "log": _log,
    "compare": lambda parts: ["--days", parts.one_of(7, 14, 28, 0)],
    "milestone": _milestone,
    "rate": lambda parts: ["1", parts.one_of("before", "now"), parts.one_of(*range(12))],
    "edit": _edit,
    "back": lambda _: [],
    "again": lambda _: [],
    "begin-from": lambda parts: [
        parts.one_of("Desk", "Desk", "Desk", parts.word()),
        "--practice",
        parts.file("practice"),
    ],
    "clear": _clear,
    "set-aside": lambda parts: [parts.known("question"), parts.word()],
    "hand-out": lambda _: [],
    "decide": _decide,
}
BETWEEN: dict[str, tuple[Words, dict[str, str]]] = {
    "session": (_session, {}),
    "consent": (_consent, {"pdf": "pdf"}),
    "note": (_note, {"text": "txt", "pdf": "pdf"}),
}
