"""A diary file with its right answer, and whether a reading is right."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from planner.diary import DiaryReading, read_diary, result
from planner.model.diary import Ask, Blank, Choices, DateOrder, Direction, Question

TODAY = date(2025, 12, 31)
Days = Mapping[date, float]  # the pain of each day on 0 to 10
FIELD = {
    Ask.DATE_ORDER: "date_order", Ask.SCALE: "scale", Ask.DIRECTION: "direction",
    Ask.PAIN_COLUMN: "pain", Ask.PERSON: "person", Ask.YEAR: "year", Ask.WORD_ORDER: "words",
    Ask.BLANK: "blank",
}  # fmt: skip
READ_AS = {Ask.DATE_ORDER: DateOrder, Ask.DIRECTION: Direction, Ask.BLANK: Blank, Ask.YEAR: int}
MOST_ROUNDS = 8
CLOSE = 1e-6


@dataclass(frozen=True)
class Case:
    """A file, the days that were meant, and what its owner answers to each question.

    `must`: what nothing in the file decides, so that silence would be a guess. `answers` has every
    question that may be asked; any other is needless. `people`: whose days are whose.
    """

    kind: str
    data: bytes
    name: str
    days: Days
    answers: Mapping[Ask, object] = field(default_factory=dict)
    must: frozenset[Ask] = frozenset()
    people: Mapping[str, Days] = field(default_factory=dict)
    sessions: frozenset[date] | None = None


def fault(case: Case) -> str | None:
    """What is wrong with how a file is read; None where it is right."""
    if case.people:
        return _fault_of_people(case)
    return _fault_with(case, {}, case.days)


def _fault_of_people(case: Case) -> str | None:
    """The same of a file of several people: each is asked for, and has the own days alone."""
    asked = [one for one in read(case, {}).questions if one.ask is Ask.PERSON]
    if not asked:
        return "the people are not asked about"
    if {*asked[0].choices} != {*case.people}:
        return f"people are {asked[0].choices}, not {tuple(case.people)}"
    faults = (_fault_with(case, {Ask.PERSON: one}, days) for one, days in case.people.items())
    return next(filter(None, faults), None)


def _fault_with(case: Case, given: dict[Ask, object], days: Days) -> str | None:
    """What is wrong once every question is answered as its owner would."""
    answers, asked = dict(given), set(given)
    for _ in range(MOST_ROUNDS):
        reading = read(case, answers)
        asked_now = [one for one in reading.questions if one.ask not in answers]
        for question in asked_now:
            right = _answer(case, question)
            if right is None:
                return f"asks {question.ask} among {question.choices}: {question.why}"
            answers[question.ask] = right
            asked.add(question.ask)
        if not asked_now:
            break
    if case.must - asked:
        return f"silent about {', '.join(case.must - asked)}"
    return _difference(case, reading, days)


def read(case: Case, answers: Mapping[Ask, object]) -> DiaryReading:
    """A file with some questions answered; every row accounted for."""
    choices = Choices.model_validate({FIELD[ask]: said for ask, said in answers.items()})
    reading = read_diary(case.data, case.name, choices, TODAY)
    accounted(reading)
    return reading


def accounted(reading: DiaryReading, on: date = TODAY) -> None:
    """What holds for every file, however broken."""
    assert reading.readings == reading.used + len(reading.skipped)
    assert len({skip.row for skip in reading.skipped}) == len(reading.skipped)
    assert all(skip.why for skip in reading.skipped)
    assert [day.date for day in reading.days] == sorted({day.date for day in reading.days})
    for day in reading.days:
        assert 1990 <= day.date.year <= on.year + 1
        assert day.pain is None or 0 <= day.pain_0_10 <= 10
    middle = reading.days[len(reading.days) // 2].date if reading.days else on
    result(reading, middle).model_dump_json()


def _answer(case: Case, question: Question) -> object | None:
    """The owner's answer; None where it is not to be had, or the question is needless."""
    said = case.answers.get(question.ask)
    if said is None:
        return None
    if question.ask is Ask.WORD_ORDER:
        words = dict.fromkeys(said)
        return tuple(words) if {*words} >= {*question.choices} else None
    wanted = said if isinstance(said, tuple) else (said,)
    choice = next((str(one) for one in wanted if str(one) in question.choices), None)
    if choice is None:
        return None
    if question.ask is Ask.SCALE:
        return tuple(map(int, choice.split(",")))
    return READ_AS.get(question.ask, str)(choice)


def _difference(case: Case, reading: DiaryReading, days: Days) -> str | None:
    """The first day on which a reading differs from what was meant."""
    found = {one.date: one.pain_0_10 for one in reading.days}
    for day in sorted({*found, *days}):
        got, meant = found.get(day), days.get(day)
        if got is None or meant is None or abs(got - meant) > CLOSE:
            why = dict.fromkeys(skip.why for skip in reading.skipped)
            return (
                f"{day}: {got} instead of {meant} ({len(found)} of {len(days)} days; {[*why][:2]})"
            )
    if case.sessions is not None and {*reading.sessions} != case.sessions:
        return f"{len(reading.sessions)} sessions instead of {len(case.sessions)}"
    return None
