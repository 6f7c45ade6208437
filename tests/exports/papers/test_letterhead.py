"""Names and logo stand on every paper; of a logo nothing is kept but what it draws."""

import io
from base64 import b64encode
from datetime import date

import pytest
from PIL import Image
from pypdf import PdfReader

from planner.exports import documents
from planner.exports.letterhead import letterhead, logo
from planner.exports.paper.handout import month_sheet_pdf
from planner.exports.paper.progress import progress_pdf
from planner.exports.paper.question_form import question_form_pdf
from planner.knowledge import load
from planner.model.errors import PracticeError
from planner.model.practice import NOT_SET
from planner.visit.main_line import first_visit
from planner.words import SOURCE
from tests.conftest import sample
from tests.exports.conftest import pages
from tests.exports.fhir.bundles import care_plan, only
from tests.exports.progress.test_progress_page import made as looked_back
from tests.practices import DRAWN, oak_street, painted

ON = date(2026, 11, 23)
HEAD = (
    "Oak Street Massage", "12 Oak Street, Portland OR", "Ana Ruiz, LMT", "licence OR 23117",
    "555 0198", "ana@oakstreet.example",
)  # fmt: skip
HOSTILE = b"""<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"
 viewBox="0 0 10 10" onload="alert(1)"><script>alert(2)</script>
 <style>.a, .b {fill:#123456; background:url(http://x/y)} @import "http://x";</style>
 <a xlink:href="javascript:alert(3)"><rect width="9" height="9"/></a>
 <image href="file:///etc/passwd"/><use xlink:href="#p"/><foreignObject><b>x</b></foreignObject>
 <g style="stroke:red;fill:url(http://e/#x)" onclick="x()"><path id="p" class="a" d="M0 0L5 5z"
 filter="url(#f)" fill="url(a.svg#b)"/></g><animate to="javascript:x"/></svg>"""


def drawing(content):
    return logo.picture_in(logo.cleaned(content))[1].decode()


def papers(practice):
    """Each paper that leaves the room, by what it is."""
    known, out = load(), {}
    for name, kinds in (("three-sources", ("pdf",)), ("hold-clot", ("pdf", "note"))):
        intake = sample(name)
        plan = first_visit(intake, known)
        for kind in kinds:
            made = documents.document(kind, plan).make(
                documents.Given(plan, intake, known, SOURCE, practice)
            )
            out[f"{name} {kind}"] = made
    out["month"] = month_sheet_pdf(ON, "US", practice=practice)
    out["progress"] = progress_pdf(*looked_back("step-down"), load(), practice=practice)
    out["form"] = question_form_pdf(["low-back-pain"], "US", load(), practice=practice)
    return out


def told_by(document):
    return " ".join(pages(document)) if document.startswith(b"%PDF") else document.decode()


def test_every_paper_names_the_practice_the_therapist_and_how_to_reach_them():
    for name, document in papers(oak_street()).items():
        told = told_by(document)
        assert not [one for one in HEAD if one not in told], name


@pytest.mark.parametrize("picture", [DRAWN, painted()], ids=["drawn", "painted"])
def test_the_logo_stands_on_every_printed_paper_with_words_for_who_cannot_see_it(picture):
    practice = oak_street(logo=logo.cleaned(picture))
    for name, document in papers(practice).items():
        if document.startswith(b"%PDF"):
            assert b"pdfuaid" in document, name
            assert "Logo of Oak Street Massage" in alternatives(document), name


def alternatives(document):
    """What a PDF says in the place of its pictures."""
    read = PdfReader(io.BytesIO(document))
    objects = (read.get_object(number) for number in range(1, len(read.xref[0]) + 1))
    return [one["/Alt"] for one in objects if isinstance(one, dict) and "/Alt" in one]


def test_a_paper_of_a_practice_never_set_is_plain():
    assert letterhead(NOT_SET) is None
    assert papers(NOT_SET)["month"] == month_sheet_pdf(ON, "US")


@pytest.mark.slow
def test_a_head_costs_no_sheet_of_the_form_and_no_page_of_the_month():
    bare, headed = papers(NOT_SET), papers(oak_street())
    for name in ("form", "month", "progress", "hold-clot pdf"):
        assert len(pages(headed[name])) == len(pages(bare[name])), name
    assert "Page 1 of" in pages(headed["three-sources pdf"])[0]


def test_who_wrote_it_is_in_the_calendar_and_in_the_care_plan():
    intake, known = sample("three-sources"), load()
    plan = first_visit(intake, known)
    of = (plan, intake, known, SOURCE, oak_street())
    calendar = documents.PLAN_ICS.make(documents.Given(*of)).decode().replace("\r\n ", "")
    assert 'ORGANIZER;CN="Ana Ruiz, LMT":mailto:ana@oakstreet.example' in calendar
    bundle = documents.PLAN_FHIR.make(documents.Given(*of))
    therapist = only(bundle, "Practitioner")
    assert therapist["name"][0]["text"] == "Ana Ruiz, LMT"
    assert only(bundle, "Organization")["name"] == "Oak Street Massage"
    assert care_plan(bundle)["author"]["reference"] == f"urn:uuid:{therapist['id']}"


def test_of_a_drawing_only_shapes_and_colours_are_kept():
    kept = drawing(HOSTILE)
    assert 'd="M0 0L5 5z"' in kept
    assert 'fill="#123456"' in kept
    for part in ("script", "alert", "href", "url(", "on", "image", "use", "style", "http://x"):
        assert part not in kept.replace("http://www.w3.org/2000/svg", ""), part


def test_a_cleaned_drawing_is_clean():
    assert drawing(drawing(HOSTILE).encode()) == drawing(HOSTILE)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"GIF89a", b"<html><script/></html>", b"\xff\xfe\x00<", b"\x89PNG\r\n\x1a\ncut",
        painted()[:60], b" " * 2_000_001,
        b'<!DOCTYPE s [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>',
        b'<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg/>',
        b'<svg xmlns="http://www.w3.org/2000/svg">' + b"<g>" * 99_000,
        b'<svg xmlns="http://www.w3.org/2000/svg"><text>Oak</text></svg>',
    ],
    ids=range(11),
)  # fmt: skip
def test_what_is_no_picture_is_refused_in_a_sentence(content):
    with pytest.raises(PracticeError) as refused:
        logo.cleaned(content)
    assert [one.place for one in refused.value.problems] == ["logo"]


def test_a_picture_of_too_many_pixels_is_refused_in_a_sentence():
    with pytest.raises(PracticeError) as refused:
        logo.cleaned(painted((6000, 6000)))
    assert [one.place for one in refused.value.problems] == ["logo"]


def test_a_png_is_written_anew_without_what_stood_beside_its_pixels():
    secret = Image.open(io.BytesIO(painted())).info | {"Comment": "taken at home"}
    written = io.BytesIO()
    Image.new("RGB", (900, 30), "red").save(written, "PNG", exif=b"home", pnginfo=None, **secret)
    kind, kept = logo.picture_in(logo.cleaned(written.getvalue() + b"<script>"))
    assert kind == "image/png"
    assert b"home" not in kept
    assert b"script" not in kept
    assert max(Image.open(io.BytesIO(kept)).size) <= 480


def test_a_logo_in_a_practices_file_is_cleaned_too():
    came = logo.kept_as("image/svg+xml", HOSTILE)
    assert logo.cleaned_again(came) == logo.cleaned(HOSTILE)
    for bad in ("logo.svg", "data:text/html;base64," + b64encode(b"<b>").decode(), "data:;,x"):
        with pytest.raises(PracticeError):
            logo.cleaned_again(bad)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("J.S.", "pain-plan-J-S-2026-11-23.pdf"),
        ("../../Åsa 4/b", "pain-plan-Åsa-4-b-2026-11-23.pdf"),
        ("Client", "pain-plan-2026-11-23.pdf"),
        ("", "pain-plan-2026-11-23.pdf"),
    ],
)
def test_a_file_is_named_after_its_client(label, name):
    assert documents.file_name("pain-plan", label, "2026-11-23.pdf") == name
