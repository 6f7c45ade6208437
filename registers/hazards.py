"""`docs/hazards.md`: what could hurt somebody and what stands against it, from its data."""

import tomllib
from datetime import date
from itertools import groupby
from typing import Literal

from pydantic import BaseModel, ConfigDict

from registers.locked import ROOT

DATA = ROOT / "docs" / "hazards.toml"
PAGE = ROOT / "docs" / "hazards.md"
BEFORE = """\
# Hazards

What could hurt somebody, how it could come about, the rule that stands against it, and the tests
that guard the rule. Made from `docs/hazards.toml` by `python -m registers hazards`. Vignettes are
in `tests/vignettes/`. `tests/house/test_hazards.py` checks that every rule, vignette, test and
path named here exists, and that this page says what the data says.

The words follow those of risk management (ISO 14971: hazard, severity, risk control, residual
risk), with likelihood for probability, since nobody counted; the scales are our own. **Severity**
is the worst that is likely without the rule; the rule does not change it. **Likelihood** is how
often a practice for long-lasting pain would meet it: before, without the rule; after, with it.
After is one step lower as a rule, two where nothing is known to remain, and none where what
remains is what the harm mostly comes through. All of it is judged, not counted, and no clinician
has signed it off. **Remains** is what the rule does not reach.

"""


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Owner(_Strict):
    """Who answers for a row: a role, and a name once somebody has taken it."""

    role: str
    name: str


class Hazard(_Strict):
    """One hazard with its controls."""

    system: str
    title: str
    cause: str
    severity: Literal["death", "lasting", "passing", "indirect"]
    likelihood: Literal["common", "uncommon", "rare"]
    likelihood_after: Literal["common", "uncommon", "rare", "remote"]
    rule: str
    guarded_by: str
    tests: tuple[str, ...]
    remains: str
    owner: str
    judged_on: date


class Register(_Strict):
    """The scales, the owners and every hazard in its order."""

    severity: dict[str, str]
    likelihood: dict[str, str]
    owner: dict[str, Owner]
    hazard: tuple[Hazard, ...]


def read() -> Register:
    """The register as it is kept."""
    return Register.model_validate(tomllib.loads(DATA.read_text(encoding="utf-8")))


def page() -> str:
    """The register to be read."""
    kept = read()
    systems = groupby(kept.hazard, key=lambda one: one.system)
    parts = [f"## {system}\n\n" + "\n".join(map(_told, rows)) for system, rows in systems]
    return BEFORE + _scales(kept) + "\n" + "\n".join(parts)


def _scales(kept: Register) -> str:
    rows = [
        *(f"| severity | {word} | {means} |" for word, means in kept.severity.items()),
        *(f"| likelihood | {word} | {means} |" for word, means in kept.likelihood.items()),
        *(f"| owner | {key} | {_who(one)} |" for key, one in kept.owner.items()),
    ]
    return "\n".join(["| | Word | Means |", "|---|---|---|", *rows, ""])


def _who(one: Owner) -> str:
    return f"{one.role}: {one.name or 'nobody named yet'}"


def _told(one: Hazard) -> str:
    return "\n".join(
        [
            f"**{one.title}**\n",
            f"- Cause: {one.cause}",
            f"- Severity and likelihood: {one.severity}, {one.likelihood}"
            f"; with the rule {one.likelihood_after}",
            f"- Rule: {one.rule}",
            f"- Guarded by: {one.guarded_by}",
            f"- Tests: {', '.join(f'`{path}`' for path in one.tests)}",
            f"- Remains: {one.remains}",
            f"- Owner: {one.owner}, judged {one.judged_on.isoformat()}",
            "",
        ]
    )
