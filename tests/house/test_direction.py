"""Nothing is laid out for one direction only: what begins a line says so, not "left"."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "planner" / "exports" / "paper" / "templates"
# A drawing of the body has its own left and right, as whoever looks at it.
SHEETS = [one for one in (ROOT / "ui").rglob("*.css") if one.parent.name != "body_chart"]
SIDED = re.compile(
    r"(?:margin|padding|border|inset)-(?:left|right)\b|(?<![-\w])(?:left|right):(?! 50%)"
    r"|text-align: (?:left|right)|float: (?:left|right)"
)
ALIGNED = re.compile(
    r"\b(?:left|right) \+ |align\((?:left|right)\)|(?:inset|stroke): \((?:left|right)"
)


def named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("sheet", SHEETS, ids=named)
def test_a_page_begins_where_its_language_does(sheet: Path) -> None:
    assert SIDED.findall(sheet.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("template", sorted(TEMPLATES.glob("*.typ")), ids=named)
def test_a_paper_begins_where_its_language_does(template: Path) -> None:
    assert ALIGNED.findall(template.read_text(encoding="utf-8")) == []
