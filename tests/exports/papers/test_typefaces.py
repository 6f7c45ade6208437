"""Names in ten scripts: shown, copied as they were typed, with the same typefaces everywhere."""

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from planner.exports.given import Given
from planner.exports.paper import typeface, typesetting
from planner.exports.paper.handout.making import handout_pdf
from planner.exports.paper.typesetting import compiled
from planner.knowledge import load
from planner.model.errors import ExportError
from planner.visit.main_line import first_visit
from planner.words import SOURCE
from tests.conftest import client_with

ROOT = Path(__file__).parents[3]
NAMES = {
    "Latin": "Anna-Lena Größmann",
    "Vietnamese": "Nguyễn Thị Phượng",
    "Greek": "Ελένη Παπαδοπούλου",
    "Cyrillic": "Ольга Иванова",
    "Arabic": "محمد عبد الرحمن",
    "Hebrew": "דוד בן־גוריון",
    "Devanagari": "अमृता श्रीवास्तव",
    "Thai": "สมชาย ศรีสุวรรณ",
    "Chinese": "王小明",
    "Japanese": "山田 花子",
    "Korean": "김민수",
    "an emoji": "J.S. 😀",
}
LONG = "Featherstonehaugh-Cholmondeleyvereingtonshire-Worthingtonbrooksmith"
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def handout(label):
    intake = client_with("low-back-pain", client={"label": label, "age": 40})
    return handout_pdf(Given(first_visit(intake, load()), intake, load(), SOURCE), diary=False)


LINE = """#import "style.typ": *
#set document(title: "A line", date: date-of((2026, 11, 23)))
#set text(font: fonts, lang: data.lang)
#show: as-typed
#data.line
"""


@pytest.fixture
def line(tmp_path, monkeypatch):
    """A line of text set by itself, in the look that the papers share."""
    shutil.copy(typesetting.TEMPLATES / "style.typ", tmp_path)
    (tmp_path / "line.typ").write_text(LINE)
    monkeypatch.setattr(typesetting, "TEMPLATES", tmp_path)
    return lambda words: compiled("line.typ", {"line": words}, SOURCE)


def copied(document):
    """The words of page one as a reader of PDFs copies them; it turns a right-to-left run round."""
    page = pypdfium2.PdfDocument(document)[0]
    return page.get_textpage().get_text_range()


@pytest.fixture
def fresh(monkeypatch):
    """Typefaces loaded anew, before and after; the monkeypatch to change where they are."""
    for loaded in (typeface.bundled, typeface.families):
        loaded.cache_clear()
    yield monkeypatch
    monkeypatch.undo()
    for loaded in (typeface.bundled, typeface.families):
        loaded.cache_clear()


@pytest.mark.parametrize("script", NAMES)
def test_a_name_is_shown_and_copied_as_it_was_typed_without_this_computers_typefaces(
    script, monkeypatch
):
    monkeypatch.setattr(typeface, "needs_han", lambda _: pytest.fail("a letter was not shown"))
    made = handout(NAMES[script])
    assert b"pdfuaid" in made
    found = copied(made)
    assert not UNSEEN.search(found)
    assert set(NAMES[script].split()) <= set(found.split())


def test_no_face_comes_twice_so_that_no_order_of_files_decides():
    faces = Counter((one.family, one.style, one.weight) for one in typeface.bundled().fonts())
    assert [face for face, times in faces.items() if times > 1] == []
    assert len(faces) > 30


def test_only_what_is_bundled_is_used_where_it_has_every_letter():
    inside = (str(typeface.OURS), "site-packages")
    paths = {one.path for one in typeface.bundled().fonts()} - {None}  # None: within typst itself
    assert [path for path in paths if not any(part in path for part in inside)] == []


def test_two_folders_made_in_opposite_order_give_the_same_bytes(fresh, tmp_path):
    made = []
    files = sorted(typeface.OURS.glob("*.otf"))
    for name, order in (("forth", files), ("back", files[::-1])):
        (tmp_path / name).mkdir()
        for file in order:
            shutil.copyfile(file, tmp_path / name / file.name)
        fresh.setattr(typeface, "OURS", tmp_path / name)
        typeface.bundled.cache_clear()
        typeface.families.cache_clear()
        made.append(handout("Anna"))
    assert made[0] == made[1]


PRINTS = """
import hashlib, sys
from tests.exports.papers.test_typefaces import NAMES, handout
print(hashlib.sha256(b"".join(handout(name) for name in NAMES.values())).hexdigest())
"""


@pytest.mark.slow
def test_two_processes_give_the_same_bytes_for_every_script():
    told = {
        subprocess.run(
            [sys.executable, "-c", PRINTS], cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout
        for _ in range(2)
    }
    assert len(told) == 1


def test_a_long_name_is_copied_without_anything_put_in():
    found = copied(handout(LONG))
    assert not UNSEEN.search(found)
    # A line may end within it: the copy then has a line there, and pdfium a mark for a hyphen.
    assert LONG.replace("-", "") in re.sub(r"[\r\n\ufffe-]", "", found)


@pytest.mark.parametrize("script", ["Arabic", "Hebrew"])
def test_what_follows_a_name_from_right_to_left_stays_at_its_right(script, line):
    text = pypdfium2.PdfDocument(line(f"For {NAMES[script]} · 23 November"))[0].get_textpage()
    at = {one: text.get_charbox(n)[0] for n, one in enumerate(text.get_text_range())}
    name = [at[one] for one in NAMES[script] if one in at and one != " "]
    assert at["F"] < min(name) < max(name) < at["·"] < at["2"] < at["v"]


def test_a_sentence_from_right_to_left_keeps_its_order_around_a_number(line):
    text = pypdfium2.PdfDocument(line("ללכת 20 דקות"))[0].get_textpage()
    at = {one: text.get_charbox(n)[0] for n, one in enumerate(text.get_text_range())}
    assert at["ד"] < at["2"] < at["כ"]


def test_a_letter_that_no_typeface_has_is_named_and_never_an_empty_box():
    with pytest.raises(ExportError, match="no typeface here can show: 𒀀"):
        handout("𒀀𒀀")


def without_han(fresh):
    fresh.setattr(typeface, "HAN_PACKAGE", "no_such_package")
    typeface_of = typeface.bundled
    fresh.setattr(typeface, "bundled", lambda **_: typeface_of())


def test_without_the_optional_typeface_a_chinese_name_tells_how_to_get_it(fresh):
    without_han(fresh)
    with pytest.raises(ExportError, match=r"明.*pip install -r requirements-cjk\.txt"):
        handout("王小明")
    assert (ROOT / "requirements-cjk.txt").is_file()


def test_without_the_optional_typeface_other_names_need_none(fresh):
    without_han(fresh)
    assert NAMES["Thai"] in copied(handout(NAMES["Thai"]))


@pytest.mark.parametrize(
    ("language", "shapes"), [("en", "SC"), ("zh", "SC"), ("ja", "JP"), ("ko", "KR")]
)
def test_the_han_shapes_are_those_of_the_readers_language(language, shapes):
    assert typeface.families(language)[-1] == f"Noto Sans CJK {shapes}"
    assert typeface.families(language)[0] == "Source Sans Pro"


def test_a_family_that_nobody_has_is_refused(monkeypatch):
    monkeypatch.setattr(typeface, "families", lambda _: ("No Such Family",))
    with pytest.raises(ExportError, match="no such family"):
        handout("Anna")
