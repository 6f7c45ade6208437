"""Every text that a person types is on the papers that have it, and in every file, as typed."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from html import unescape

import pytest
from pypdf import PdfReader

from planner.exports import documents
from planner.exports.documents import Document
from planner.exports.given import Given
from planner.exports.notes.chart import SESSION_NOTE, chart_text, head_of, times_of
from planner.exports.notes.session_note import Logged, session_note
from planner.exports.paper.chart_pdf import chart_pdf
from planner.exports.paper.consent_page import consent_pdf
from planner.knowledge import load
from planner.model.plan import Plan
from planner.visit.interview import interview
from planner.words import SOURCE
from tests.typed import specimens as one
from tests.typed.specimens import ON_PAPER_ONLY
from tests.typed.stands import Of, typed_in
from tests.ui.conftest import texts_in

TAG = re.compile(r"<[^>]*>")
GUARD = "'"  # before a cell that a spreadsheet would take for a formula
FORMULA = ("=", "+", "-", "@", "\t")


@cache
def given() -> Given:
    draft = one.first_visit()
    found = interview(draft, load())
    assert found is not None
    consent = one.consent(withdrawn=None)
    return Given(found.plan, draft, load(), SOURCE, practice=one.practice(), consent=consent)


def of_kind(*suffixes: str) -> list[Document]:
    return [each for each in documents.due(given().plan) if each.suffix in suffixes]


def printed(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def whole(text: str, of: Of = all) -> set[str]:
    """The places of what stands there; each as it was typed."""
    found = dict(typed_in(text, of))
    assert [place for place, is_whole in found.items() if not is_whole] == []
    return set(found)


def cells(content: bytes) -> Iterator[str]:
    for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))):
        yield from row


def unfolded(calendar: bytes) -> str:
    """What a calendar reads of it (RFC 5545 3.1 and 3.3.11, RFC 6868)."""
    text = calendar.decode().replace("\r\n ", "").replace("^^", "^").replace("\\n", "\n")
    return re.sub(r"\\([\\;,])", r"\1", text)


def said(value: object) -> Iterator[str]:
    """The texts of a file in JSON; of a narrative what a browser shows."""
    for text in texts_in(value):
        yield unescape(TAG.sub("\n", text)) if text.startswith("<div") else text


def test_tables_say_it_as_typed_and_no_cell_is_a_formula():
    for document in of_kind("csv"):
        table = list(cells(document.make(given())))
        assert {"OwnTask.name", "OwnTask.words"} <= whole("\n".join(table))
        assert not [cell for cell in table if cell.startswith(FORMULA) and "q" in cell[:4]]


def test_a_workbook_says_it_as_typed():
    (document,) = of_kind("xlsx")
    with zipfile.ZipFile(io.BytesIO(document.make(given()))) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if "sheet" in name]
    said = "\n".join(unescape(TAG.sub("\n", sheet)) for sheet in sheets)
    assert {"Goal.goal", "OwnTask.name"} <= whole(said)
    assert not [sheet for sheet in sheets if "<f>" in sheet or "hyperlink" in sheet]


def test_a_calendar_says_it_as_typed_once_it_is_read():
    (document,) = of_kind("ics")
    found = whole(unfolded(document.make(given())))
    assert {"OwnTask.name", "Practice.name", "Practice.phone", "Practice.therapist"} <= found


def test_another_records_system_reads_it_as_typed():
    (document,) = of_kind("fhir.json")
    found = whole("\n".join(said(json.loads(document.make(given())))))
    assert {"Person.label", "Goal.goal", "Finding.note", "Practice.fax"} <= found


def test_a_note_in_text_says_it_as_typed():
    (document,) = [each for each in of_kind("txt") if each.kind == "note"]
    found = whole(document.make(given()).decode())
    assert {"Finding.note", "Finding.result", "Practice.licence", "Practice.therapist"} <= found


def plan() -> Plan:
    return given().plan


def test_a_signed_note_is_printed_as_it_was_signed():
    session = one.session()
    made = session_note(Logged(session, plan(), None), load())
    head = head_of(SESSION_NOTE, plan().client, times_of(session, [session], plan()), SOURCE)
    note = one.note("")
    page = printed(chart_pdf(note, made, head, plan().locale, SOURCE, one.practice()))
    written = {"Note.head", "Note.parts", "Signature.by", "Signature.licence", "Addendum.words"}
    assert written <= whole(page)
    text = chart_text(note, note.parts, head, SOURCE, one.practice())
    assert written <= whole(text)


def test_a_consent_is_printed_in_the_practices_own_words():
    given_so = one.consent()
    page = printed(consent_pdf(plan(), load(), given_so, one.practice(), SOURCE))
    assert {"Practice.consent", "Consent.name", "Person.label"} <= whole(page)


@pytest.mark.slow
def test_every_paper_of_a_plan_says_it_as_typed():
    found = {
        each.file_name(plan()): whole(printed(each.make(given())), any) for each in of_kind("pdf")
    }
    assert len(found) > len(documents.letters(plan())) > 1
    assert all(found.values()), "each names at least the practice"
    everywhere = set().union(*found.values())
    assert {"Edit.words", "Override.reason", "ClinicianClearance.by"} <= everywhere
    assert {*ON_PAPER_ONLY} - {"Note.head"} <= everywhere
