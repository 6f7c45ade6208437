"""`visit session`, `visit consent` and `visit note`: what happens between visits, each a file."""

import json
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from pydantic import JsonValue

from planner.command import diary
from planner.command.files import UsageError, read, write
from planner.command.looking_back import add_log, looked_back, sessions_at
from planner.command.practice import add_practice, practice_of
from planner.command.said import one_of, pairs, value_of, visit_at
from planner.command.shell import ARGPARSE, Commands, add_language, day
from planner.exports.notes import chart
from planner.exports.notes.first_note import first_note
from planner.exports.notes.session_note import Logged, session_note
from planner.exports.notes.soap import TITLE, VisitNote
from planner.exports.notes.visit_note import visit_note
from planner.knowledge import load
from planner.model.between.consent import AgreedBy, Consent, Point, read_consent
from planner.model.between.note import About, AddedAs, Note, Part, read_note
from planner.model.between.session import Session, read_session
from planner.model.errors import Problem
from planner.model.record.library_words import recognised
from planner.model.visit import Draft
from planner.model.vocabulary import Answer, Pressure, Technique
from planner.visit.between import consenting, logging, noting
from planner.visit.between.logging import Followed, followed
from planner.visit.between.noting import Writer
from planner.visit.draft import whole
from planner.visit.said.follow_up import said_there
from planner.words import say

NOT_DONE = "none"
NOTHING = "nothing"


def add(doing: Commands) -> None:
    """Add what is done between visits."""
    for name, (carry_out, options, about) in DOING.items():
        one = doing.add_parser(name, help=about)
        one.add_argument("file", type=Path)
        one.add_argument("said", nargs="*", metavar="PLACE=VALUE")
        options(one)
        one.set_defaults(carry_out=carry_out)


def _of(draft: Draft) -> Followed:
    found = followed(draft, load())
    if found is None:
        raise UsageError([Problem("visit", say("has no plan that a session could follow"))])
    return found


def _session_options(parser: ArgumentParser) -> None:
    parser.add_argument("--on", type=day, metavar="DATE")
    parser.add_argument("--session", type=Path, metavar="F")
    add_language(parser)


def _session(chosen: Namespace) -> JsonValue:
    """A session as the plan has it, or one of a file, with what is said of it."""
    of = _of(visit_at(chosen.file))
    made = (
        read_session(read(chosen.session), load().known_ids)
        if chosen.session
        else logging.as_planned(of, chosen.on or date.today())
    )
    for place, value in pairs(chosen.said):
        made = _told(made, place, value, of)
    return _json(made)


def _told(made: Session, place: str, value: str, of: Followed) -> Session:
    if place in list(Technique):
        return _line(made, Technique(place), value, of)
    if place in logging.RATED:
        return logging.rated(made, place, value_of(value))  # type: ignore[arg-type]
    if place == NOTHING:
        return logging.nothing_done(made)
    without, said = logging.put(made, place, None), value_of(value)
    if said is None:
        return without
    told = {**json.loads(without.as_text), place: said}
    return read_session(json.dumps(told), load().known_ids)


def _line(made: Session, technique: Technique, value: str, of: Followed) -> Session:
    """How firm a technique was done, as the plan has it otherwise, or that it was not."""
    if value == NOT_DONE:
        return logging.not_done(made, technique)
    line = logging.line_of(technique, of.plan)
    known = technique in [one.technique for one in made.done]
    there = made if known or line is None else logging.done(made, line)
    return logging.how_firm(there, technique, one_of(Pressure, value, technique.value))


def _consent_options(parser: ArgumentParser) -> None:
    parser.add_argument("--on", type=day, metavar="DATE")
    parser.add_argument("--consent", type=Path, metavar="F")
    parser.add_argument("--pdf", type=Path, metavar="F")
    add_practice(parser)
    add_language(parser)


def _consent(chosen: Namespace) -> JsonValue:
    """A consent still to be asked for, or one of a file, with what is said; and its page."""
    of, knowledge = _of(visit_at(chosen.file)), load()
    practice = practice_of(chosen)
    made = (
        read_consent(read(chosen.consent), knowledge.known_ids)
        if chosen.consent
        else consenting.begun(of.plan, chosen.on or date.today(), "\n".join(practice.consent))
    )
    made = _agreed(made, dict(pairs(chosen.said)))
    read_consent(made.as_text, knowledge.known_ids)
    if chosen.pdf:
        from planner.exports.paper.consent_page import consent_pdf

        write(chosen.pdf, consent_pdf(of.plan, knowledge, made, practice, chosen.language))
    return _json(made)


def _agreed(made: Consent, said: dict[str, str]) -> Consent:
    name = said.pop("name", made.name)
    for place, value in said.items():
        if place in list(Point):
            told = one_of(Answer, value, place) is Answer.YES
            made = consenting.told(made, Point(place), told)
        elif place == "by":
            made = consenting.agreed(made, one_of(AgreedBy, value, place), name)
        elif place == "withdrawn":
            made = consenting.withdrawn(made, _day_said(value))
        else:
            yes = one_of(Answer, value, place) is Answer.YES
            made = consenting.place_said(made, consenting.a_place(place, load()), yes)
    return made


def _day_said(value: str) -> date:
    try:
        return day(value)
    except ArgumentTypeError as error:
        raise UsageError([Problem("withdrawn", recognised(str(error), ARGPARSE))]) from None


def _note_options(parser: ArgumentParser) -> None:
    parser.add_argument("--note", type=Path, metavar="F")
    parser.add_argument("--sign", metavar="NAME")
    parser.add_argument("--licence", default="")
    parser.add_argument("--at", type=datetime.fromisoformat, metavar="TIME")
    parser.add_argument("--add", choices=tuple(one.value for one in AddedAs))
    parser.add_argument("--words", default="")
    parser.add_argument("--of-session", type=Path, metavar="F")
    parser.add_argument("--diary", type=Path, metavar="F")
    parser.add_argument("--text", type=Path, metavar="F")
    parser.add_argument("--pdf", type=Path, metavar="F")
    add_log(parser)
    add_practice(parser)
    diary.add_options(parser)  # they bring the language along


def _note(chosen: Namespace) -> JsonValue:
    """The note of a visit or a session, filled in, changed by hand, signed or added to."""
    draft = visit_at(chosen.file)
    about, made, head = _filled(draft, chosen)
    filled = chart.filled(made, chosen.language)
    note = read_note(read(chosen.note)) if chosen.note else noting.begun(about, "", draft.on)
    for place, words in pairs(chosen.said):
        note = noting.by_hand(note, one_of(Part, place, "note"), words or None)
    note = _closed(note, filled, head, chosen)
    _written(note, made, head, chosen)
    return _json(note)


def _closed(note: Note, filled: noting.Parts, head: chart.Head, chosen: Namespace) -> Note:
    who = Writer(chosen.sign or "", chosen.licence)
    at = chosen.at or datetime.now(UTC)
    if chosen.add:
        return noting.added(note, AddedAs(chosen.add), chosen.words, who, at)
    return noting.signed(note, filled, head.lines, who, at) if chosen.sign else note


def _filled(draft: Draft, chosen: Namespace) -> tuple[About, VisitNote, chart.Head]:
    """What a note is filled in from: a session, a review, or a first visit."""
    if chosen.of_session:
        return _of_session(draft, chosen)
    knowledge = load()
    if said_there(draft).last:
        visit = whole(draft)
        back = looked_back(visit, chosen)
        verdict = said_there(visit).verdict
        made = visit_note(back.review, back.facts, knowledge, verdict, visit.assessment)
        about = About.REVIEW
    else:
        made, about = first_note(_of(draft).plan, draft, knowledge), About.FIRST_VISIT
    head = chart.head_of(TITLE, made.client, chart.Times(draft.on), chosen.language)
    return about, made, head


def _of_session(draft: Draft, chosen: Namespace) -> tuple[About, VisitNote, chart.Head]:
    (said,) = sessions_at([chosen.of_session])
    log, plan = sessions_at(chosen.session), _of(draft).plan
    before = max((one for one in log if one.on < said.on), key=lambda one: one.on, default=None)
    made = session_note(Logged(said, plan, before), load())
    times = chart.times_of(said, log, plan)
    return (
        About.SESSION,
        made,
        chart.head_of(chart.SESSION_NOTE, plan.client, times, chosen.language),
    )


def _written(note: Note, made: VisitNote, head: chart.Head, chosen: Namespace) -> None:
    how = (chosen.language, practice_of(chosen))
    if chosen.text:
        parts = noting.text_of(note, chart.filled(made, chosen.language))
        write(chosen.text, chart.chart_text(note, parts, head, *how).encode())
    if chosen.pdf:
        from planner.exports.paper.chart_pdf import chart_pdf

        locale = visit_at(chosen.file).locale
        write(chosen.pdf, chart_pdf(note, made, head, locale, *how))


def _json(value: Session | Consent | Note) -> JsonValue:
    found: JsonValue = json.loads(value.as_text)
    return found


Carry = Callable[[Namespace], Any]
DOING: dict[str, tuple[Carry, Callable[[ArgumentParser], None], str]] = {
    "session": (_session, _session_options, "a session logged: as planned but for what is said"),
    "consent": (_consent, _consent_options, "consent: six points, who agrees, sensitive places"),
    "note": (_note, _note_options, "a note of a visit or session: by hand, signed, added to"),
}
