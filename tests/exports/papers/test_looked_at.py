"""Each check of the papers finds the page that it is for, and lets a good one pass."""

import shutil

import pdfua
import pytest
import typst

from planner.exports.paper import typesetting
from planner.words import SOURCE
from tests.exports.papers import looked_at

SET = """#import "style.typ": *
#set document(title: "A page", date: date-of((2026, 11, 23)))
#set page(paper: "a4", margin: margins)
#set text(font: fonts, lang: data.lang, size: 12pt)
#show: as-typed
"""
GOOD = "One line of text. \\\n" * 6


@pytest.fixture
def page(tmp_path, monkeypatch):
    """The last page of what is written in typst, in the look that the papers share."""
    shutil.copy(typesetting.TEMPLATES / "style.typ", tmp_path)
    monkeypatch.setattr(typesetting, "TEMPLATES", tmp_path)

    def made(body, **data):
        (tmp_path / "page.typ").write_text(SET + body)
        return looked_at.pages(typesetting.compiled("page.typ", data, SOURCE))[-1]

    return made


def test_a_good_page_is_not_minded(page):
    assert looked_at.minded(page(GOOD), looked_at.CLIENT_TYPE) == []


@pytest.mark.parametrize("where", ["dx: -30pt", "dx: 540pt", "dy: -15pt", "dy: 800pt"])
def test_a_word_too_near_an_edge_is_found(where, page):
    (found,) = looked_at.off_the_page(page(f"#place({where})[edge]\n{GOOD}"))
    assert "'edge'" in found


def test_a_word_over_another_is_found(page):
    found = looked_at.over_each_other(page(f"{GOOD}#place(dy: -20pt)[Hidden]"))
    assert any("'Hidden'" in one for one in found)


def test_lines_set_close_are_not_over_each_other(page):
    body = f"#set par(leading: 0.42em)\n{GOOD.replace('text', 'Ågypqj')}"
    assert looked_at.over_each_other(page(body)) == []


def test_small_type_is_found_also_within_a_picture(page):
    drawn = (
        '<svg xmlns=\\"http://www.w3.org/2000/svg\\" viewBox=\\"0 0 200 50\\">'
        '<text x=\\"0\\" y=\\"20\\" font-size=\\"12\\">scale</text></svg>'
    )
    small = page(f"{GOOD}#text(size: 11.5pt)[small]")
    shrunk = page(f'{GOOD}#image(bytes("{drawn}"), alt: "a", width: 100pt)')
    assert looked_at.too_small(small, 12.0) == ["page 1: 11.5 pt: 'small'"]
    assert looked_at.too_small(shrunk, 12.0) == ["page 1: 6.0 pt: 'scale'"]


def test_a_page_with_three_lines_is_found_and_its_foot_does_not_count(page):
    three = "#set page(footer: [the foot])\none \\\ntwo \\\nthree"
    assert looked_at.alone(page(three)) == ["page 1: 3 lines"]
    assert looked_at.alone(page(f"{GOOD}#pagebreak()\nA line alone.")) == ["page 2: 1 lines"]


def test_a_mark_that_nobody_sees_is_found(page):
    assert looked_at.with_marks(page(f"{GOOD}Feather\\u{{200b}}stone")) == [
        "page 1: U+200B in the text"
    ]


def test_a_sentence_that_is_not_printed_is_found_and_one_over_two_lines_is_not(page):
    found = (page("#block(width: 60pt)[A well-known rule of the house]"),)
    assert looked_at.missing(found, ["A well-known rule of the house"]) == []
    assert looked_at.missing(found, ["the house is shut"]) == ["nowhere: 'the house is shut'"]


def test_a_paper_without_tags_is_found(tmp_path):
    bare = typst.compile(b"= A heading", pdf_tags=False)
    (tmp_path / "bare.pdf").write_bytes(bare)
    assert b"pdfuaid" not in bare
    assert pdfua.validate(str(tmp_path / "bare.pdf")).findings
