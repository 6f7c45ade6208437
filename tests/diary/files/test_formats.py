"""A diary product is one function and one row of the table: nobody else lists them by hand."""

from pathlib import Path

import pytest

from planner.diary import TITLES
from planner.diary.columns.formats import FORMATS

ROOT = Path(__file__).resolve().parents[3]
TABLE = ROOT / "planner/diary/columns/formats.py"
CODE = [path for room in ("planner", "records", "ui") for path in (ROOT / room).rglob("*.py")]


def test_each_product_has_a_name_and_a_title_of_its_own():
    assert len(TITLES) == len(FORMATS) == len(set(TITLES.values()))
    assert all(name == name.lower() != title for name, title in TITLES.items())


def test_no_line_of_headings_belongs_to_two_products():
    known = [headings for product in FORMATS for headings in product.headings]
    assert len(known) == len(set(known))


@pytest.mark.parametrize("path", CODE, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_other_module_lists_the_products(path):
    text = path.read_text(encoding="utf-8")
    quoted = [word for product in FORMATS for word in (product.name, product.title)
              if f'"{word}"' in text]  # fmt: skip
    assert path == TABLE or len(quoted) < 2, quoted


def test_the_readme_names_every_product():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [title for title in TITLES.values() if title not in readme] == []
