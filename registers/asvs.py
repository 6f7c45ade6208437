"""`docs/security/asvs.md`: level 1 of OWASP's ASVS 5.0, and how each requirement stands here."""

import tomllib
from collections import Counter
from itertools import groupby
from typing import Literal

from pydantic import BaseModel, ConfigDict

from registers.locked import ROOT

DATA = ROOT / "docs" / "security" / "asvs.toml"
PAGE = ROOT / "docs" / "security" / "asvs.md"
STATES = {"met": "met", "not-applicable": "not applicable", "open": "open"}
HEAD = "| | What is asked | | How it stands, and where it is tested |\n|---|---|---|---|\n"
BEFORE = """\
# Level 1 of the ASVS 5.0

Each requirement of level 1 of OWASP's Application Security Verification Standard 5.0.0, by its
number and in a few words of our own; the standard itself (github.com/OWASP/ASVS, CC BY-SA 4.0) says
it in full. Made from `docs/security/asvs.toml` by `python -m registers asvs`;
`tests/house/test_asvs.py` holds it to the standard's numbers and the tests to what there is. The
program's makers filled it in; nobody else has looked. `SECURITY.md` says what is defended against
whom.

"""


class Requirement(BaseModel):
    """One requirement and how it stands."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: str
    chapter: str
    what: str
    state: Literal["met", "not-applicable", "open"]
    why: str
    tests: tuple[str, ...]


def read() -> tuple[Requirement, ...]:
    """Every requirement in its order."""
    kept = tomllib.loads(DATA.read_text(encoding="utf-8"))
    return tuple(map(Requirement.model_validate, kept["requirement"]))


def page() -> str:
    """The table to be read."""
    kept = read()
    chapters = groupby(kept, key=lambda one: one.chapter)
    return BEFORE + _counted(kept) + "".join(_chapter(name, list(rows)) for name, rows in chapters)


def _counted(kept: tuple[Requirement, ...]) -> str:
    counts: Counter[str] = Counter(one.state for one in kept)
    told = ", ".join(f"{counts[state]} {words}" for state, words in STATES.items())
    return f"{len(kept)} requirements: {told}.\n"


def _chapter(name: str, rows: list[Requirement]) -> str:
    return f"\n## {name}\n\n{HEAD}" + "".join(map(_row, rows))


def _row(one: Requirement) -> str:
    tests = ", ".join(f"`{path}`" for path in one.tests)
    stands = f"{one.why}. {tests}".strip()
    return f"| {one.number} | {one.what} | {STATES[one.state]} | {stands} |\n"
