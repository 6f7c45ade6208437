"""A note of the chart on paper: four parts, signed or with room to sign, what was added below."""

from collections.abc import Mapping

from planner.exports.notes.chart import OPEN, TITLES, added_in_words, signature_in_words
from planner.exports.notes.soap import NO_DIAGNOSIS, NOTHING_ENTERED
from planner.exports.paper.typesetting import compiled, date_parts, paper_of
from planner.model.between.note import Note, Part
from planner.model.practice import NOT_SET, Practice
from planner.words import SOURCE, Language
from planner.words.typed import breakable


def chart_pdf(
    note: Note,
    parts: Mapping[Part, str],
    head: tuple[str, ...],
    locale: str,
    language: Language = SOURCE,
    practice: Practice = NOT_SET,
) -> bytes:
    """The note as PDF; of a signed note the head and the parts are those signed."""
    said = note.parts if note.is_signed else parts
    title, client, when = (*(note.head or head), "", "", "")[:3]
    data = {
        "date": date_parts(note.on),
        "paper": paper_of(locale),
        "title": title,
        "client": breakable(client),
        "day": when,
        "parts": [
            {"letter": one.value[0].upper(), "name": TITLES[one], "lines": _lines(said[one])}
            for one in Part
        ],
        "signed": signature_in_words(note.signature) if note.signature else OPEN,
        "is_signed": note.is_signed,
        "added": tuple(map(added_in_words, note.addenda)),
        "disclaimer": NO_DIAGNOSIS,
        "small_print": [],
    }
    return compiled("chart.typ", data, language, practice)


def _lines(text: str) -> tuple[str, ...]:
    told = tuple(breakable(line) for line in text.splitlines() if line.strip())
    return told or (NOTHING_ENTERED,)
