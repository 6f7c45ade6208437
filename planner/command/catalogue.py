"""The catalogue of messages: gathered from code, papers, charts and facts with one command.

python -m planner catalogue [FOLDER]          planner.pot anew, every language brought up to it
python -m planner catalogue --check           exit 2 where the template is not what it should be
"""

import re
from argparse import Namespace
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import islice
from pathlib import Path
from string import Formatter
from typing import Any, NamedTuple

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as CatalogMessage
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from planner.command.shell import Commands
from planner.exports.paper.said_in_typst import said_in
from planner.knowledge import Knowledge, load
from planner.model.errors import Problem, WordsError
from planner.model.phrase import Message, Phrase, phrases_in
from planner.system.writing import PUBLIC, leave
from planner.words import say
from planner.words.fills import DATES, MARKS
from planner.words.languages import BETWEEN, CATALOGUES, NOBODY_YET, PATTERN, TEMPLATE, base_of

ROOT = Path(__file__).parents[2]
HEADER = "# Every message of the pain-plan builder; made by `python -m planner catalogue`."
BEGUN = "# {name} of the pain-plan builder.\n# Clinician: {nobody}"
ROOMS = ("planner", "records", "ui")
KEYWORDS: dict[str, Any] = {
    "say": (1,),
    "say_many": (1, 2),
    "say_in": ((1, "c"), 2),
    "tell": (1,),
    "template": (1,),
    "tell_many": (1, 2),
}
NOISE = re.compile(
    r'^"(?:POT-Creation-|PO-Revision-|Project-Id-|Report-Msgid-|Last-Translator|Language-Team|'
    r"Generated-By).*\n",
    re.MULTILINE,
)
NAMED = 20  # messages that a language still lacks, told by their words
METHODS = {".py": "python", ".js": "javascript"}


class Found(NamedTuple):
    """A message and one place where it is said."""

    message: Message
    place: str
    line: int = 0


def add(commands: Commands) -> None:
    """The command `catalogue`."""
    made = commands.add_parser("catalogue", help="the messages of the program, for translators")
    made.add_argument("--check", action="store_true", help="only compare, exit 2 when it is stale")
    made.add_argument("--add", metavar="CODE", help="begin a language: es, pt-BR …")
    made.set_defaults(carry_out=_catalogue)


def _catalogue(chosen: Namespace) -> Mapping[str, object]:
    found = found_everywhere(ROOT, load())
    written = template_text(found)
    if chosen.check:
        _refuse_stale(written)
    else:
        leave(TEMPLATE, written.encode(), mode=PUBLIC)
    if chosen.add:
        _begin(chosen.add)
    languages = {path.stem: _up_to_date(path, not chosen.check) for path in _languages()}
    return {"messages": len({one.message for one in found}), "languages": languages}


def _refuse_stale(written: str) -> None:
    if not TEMPLATE.exists() or TEMPLATE.read_text(encoding="utf-8") != written:
        what = say("is not what the program says; run `python -m planner catalogue`")
        raise WordsError([Problem(TEMPLATE.name, what)])


def _begin(code: str) -> None:
    """An empty catalogue for a language, with its rule of plurals; one that is there stays."""
    try:
        locale = Locale.parse(code, sep="-")
    except (ValueError, UnknownLocaleError) as error:
        what = say("'{code}' is no language code: {fault}", code=code, fault=str(error))
        raise WordsError([Problem("--add", what)]) from None
    path = CATALOGUES / f"{code}.po"
    if not path.exists():
        header = BEGUN.format(name=locale.english_name, nobody=NOBODY_YET)
        begun = Catalog(locale=locale, header_comment=header, fuzzy=False)
        leave(path, _text(begun).encode(), mode=PUBLIC)


def _languages() -> list[Path]:
    return sorted(CATALOGUES.glob("*.po"))


def _up_to_date(path: Path, write: bool) -> dict[str, object]:
    """One language brought up to the template, and how much of it is said, also by area."""
    with TEMPLATE.open("rb") as file:
        template = read_po(file)
    with path.open("rb") as file:
        catalogue = read_po(file, locale=path.stem.replace("-", "_"))
    is_variant = bool(base_of(path.stem))
    catalogue.update(template, no_fuzzy_matching=is_variant)
    if is_variant:
        _leave_what_differs(catalogue)
    if write:
        leave(path, _text(catalogue).encode(), mode=PUBLIC)
    asked = [one for one in catalogue if one.id]
    _refuse_other_fills(path, asked)
    areas = sorted({_area(one) for one in asked})
    by_area = {area: _told([one for one in asked if _area(one) == area]) for area in areas}
    return {**_told(asked), "next": _to_say(asked), "areas": by_area}


def _told(asked: Collection[CatalogMessage]) -> dict[str, int]:
    """How many messages are said, stale (their English has changed since) and open."""
    return {
        "said": sum(_is_said(one) and not one.fuzzy for one in asked),
        "stale": sum(one.fuzzy for one in asked),
        "open": sum(not _is_said(one) for one in asked),
    }


def _to_say(asked: Iterable[CatalogMessage]) -> list[str]:
    """The first messages that are open or stale, each with its context."""
    left = (one for one in asked if one.fuzzy or not _is_said(one))
    return [": ".join(filter(None, (one.context, _one(one.id)))) for one in islice(left, NAMED)]


def _one(id: str | Sequence[str]) -> str:
    return id if isinstance(id, str) else id[0]


def _area(message: CatalogMessage) -> str:
    """Where a message is said first: a room of the program and, in the planner, a room of that."""
    _, _, place = message.auto_comments[0].partition(" ")
    room, *within = Path(place).parts
    return f"{room}/{within[0]}" if room == "planner" else room


def _leave_what_differs(variant: Catalog) -> None:
    """The rest of a regional variant is said by its language."""
    for one in [one for one in variant if one.id and not _is_said(one)]:
        variant.delete(one.id, one.context)


def _refuse_other_fills(path: Path, asked: Iterable[CatalogMessage]) -> None:
    """A fill that the program does not give would stop it; one left out would go unsaid."""
    what = say("has other fills than its message")
    said = [one for one in asked if _is_said(one) and not one.fuzzy]
    if wrong := [one.id for one in said if _fills(one.string) != _fills(one.id)]:
        raise WordsError([Problem(f"{path.name} '{''.join(one)}'", what) for one in wrong])


def _fills(forms: Iterable[str] | None) -> set[str]:
    """The names of the fills in all forms; a brace that is left open is none of ours."""
    try:
        return {name for _, name, _, _ in Formatter().parse("".join(forms or ())) if name}
    except ValueError as fault:
        return {str(fault)}


def _is_said(message: CatalogMessage) -> bool:
    """Whether every form of a message has its words."""
    forms = message.string
    return bool(forms) if isinstance(forms, str) else all(forms or ("",))


def found_everywhere(root: Path, knowledge: Knowledge) -> list[Found]:
    """Every message of the program, facts last."""
    found = [one for room in ROOMS for one in _in_code(root, root / room)]
    dates = [Message(PATTERN, one) for one in DATES.values()]
    marks = [Message(BETWEEN, one) for one in MARKS]
    forms = [Found(one, "planner/words/fills.py") for one in (*dates, *marks)]
    return [*found, *forms, *_in_facts(knowledge)]


def _in_code(root: Path, room: Path) -> Iterator[Found]:
    for path in sorted(room.rglob("*")):
        place = path.relative_to(root).as_posix()
        if path.suffix in METHODS:
            with path.open("rb") as file:
                told = list(extract(METHODS[path.suffix], file, KEYWORDS))
            yield from (_found(one, place) for one in told)
        elif path.suffix == ".typ":
            yield from _in_typst(path.read_text(encoding="utf-8"), place)


def _found(told: tuple[Any, ...], place: str) -> Found:
    line, ids, _, context = told
    one, many = ids if isinstance(ids, tuple) else (ids, "")
    return Found(Message(context or "", one, many), place, line)


def _in_typst(text: str, place: str) -> Iterator[Found]:
    for line, words in said_in(text):
        yield Found(Message("", words), place, line)


def _in_facts(knowledge: Knowledge) -> Iterator[Found]:
    """The words of the facts, each under its file, id and field."""
    for name in vars(knowledge):
        for _, phrase in phrases_in(getattr(knowledge, name)):
            for message in _messages(phrase):
                if re.split("[ .]", message.context)[0] == name:
                    yield Found(message, f"planner/knowledge/data/{name}.toml")


def _messages(phrase: Phrase) -> Iterator[Message]:
    yield phrase.message
    for part in phrase.fill.values():
        if isinstance(part, Phrase):
            yield from _messages(part)


def template_text(found: Iterable[Found]) -> str:
    """The template as it is kept: no dates, no line numbers that move with every edit."""
    places: dict[Message, set[str]] = {}
    for each in found:
        places.setdefault(each.message, set()).add(each.place)
    catalogue = Catalog(header_comment=HEADER, fuzzy=False)
    for (context, one, many), where in places.items():
        ids = (one, many) if many else one
        comments = [f"in {place}" for place in sorted(where)]
        catalogue.add(ids, context=context or None, auto_comments=comments)
    return _text(catalogue)


def _text(catalogue: Catalog) -> str:
    packed = BytesIO()
    write_po(packed, catalogue, width=100, sort_output=False)
    told = packed.getvalue().decode("utf-8")
    return NOISE.sub("", told)
