"""The code to scan: read as a camera reads it, it is the plan's short text and nothing personal."""

import pypdfium2
import pytest
import zxingcpp

from planner.exports.paper.handout import handout, handout_pdf
from planner.exports.paper.handout.short import MOST_BYTES, short_text
from planner.words import SOURCE
from tests.exports.handout.test_page_one import HARBOUR, HARD, given

VERSION_15 = 17 + 4 * 15  # modules on a side


def scanned(document):
    """What a camera reads on each page."""
    read = pypdfium2.PdfDocument(document)
    pictures = [page.render(scale=3).to_pil() for page in read]
    read.close()
    return [[one.text for one in zxingcpp.read_barcodes(picture)] for picture in pictures]


@pytest.mark.parametrize("diary", [True, False])
def test_it_is_read_back_and_is_never_on_page_one(diary):
    of = given(practice=HARBOUR)
    first, *others = scanned(handout_pdf(of, diary=diary))
    assert first == []
    (text,) = [one for page in others for one in page]
    assert text == short_text(handout(of).page, SOURCE)
    assert all(row.name in text for row in handout(of).page.tasks)


@pytest.mark.parametrize("case", HARD)
def test_it_stays_small_and_names_nobody(case):
    of = given(**HARD[case])
    text = short_text(handout(of).page, SOURCE)
    assert len(text.encode()) <= MOST_BYTES
    assert of.plan.client not in text
    assert not [one for one in of.plan.conditions if of.knowledge.conditions[one].plain in text]
    assert "http" not in text


def test_it_is_no_larger_than_version_15():
    drawn = handout(given(**HARD["many answers"])).code
    side = int(drawn.split('width="')[1].split('"')[0])
    assert side <= VERSION_15 + 8
