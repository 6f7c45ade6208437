"""Read every TOML file of the knowledge base into checked entries."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, get_type_hints

from pydantic import ValidationError

from planner.knowledge.base import Knowledge
from planner.knowledge.check import faults
from planner.knowledge.entries import (
    clinical,
    conduct,
    interventions,
    judging,
    limits,
    measuring,
    safety,
    ticks,
    wordings,
)
from planner.knowledge.entries.entry import Entry
from planner.knowledge.entries.weights import Weights
from planner.knowledge.phrases import in_phrases
from planner.knowledge.resolve import known_ones, unknown
from planner.model.errors import KnowledgeError, Problem

DATA = Path(__file__).parent / "data"


class Unguarded(Problem):
    """An entry that names no column to guard it."""


Tables = Mapping[str, dict[str, Any]]
Problems = tuple[Problem, ...]

BY_ID: Mapping[str, type[Entry]] = {
    "review": clinical.Review,
    "sources": clinical.Source,
    "findings": clinical.Finding,
    "techniques": clinical.TechniqueEntry,
    "zones": clinical.Zone,
    "regions": clinical.Region,
    "conditions": clinical.Condition,
    "judging": judging.Judging,
    "likely": judging.Likely,
    "therapies": interventions.Therapy,
    "kinds": interventions.Kind,
    "finer_tags": interventions.FinerTagEntry,
    "home_rules": interventions.HomeRule,
    "self_care": interventions.Task,
    "groups": safety.Group,
    "red_flags": safety.RedFlag,
    "precautions": safety.Precaution,
    "follow_ups": safety.FollowUp,
    "retired": ticks.Retired,
    "region_rules": safety.RegionRule,
    "interactions": safety.Interaction,
    "combinations": safety.CombinationRule,
    "consent": conduct.ConsentPoint,
    "scope": conduct.ScopeRule,
    "locales": clinical.Place,
    "activities": conduct.ActivityEntry,
    "claims": clinical.Claim,
    "conflicts": clinical.Conflict,
    "review_rules": clinical.ReviewRule,
    "wordings": wordings.Wording,
    "stop_signs": conduct.StopSigns,
    "questionnaires": measuring.Questionnaire,
}
NESTED: Mapping[str, type[Entry]] = {
    "condition_techniques": clinical.RankedTechnique,
    "doses": clinical.Dose,
    "stances": interventions.StanceEntry,
    "ticks": ticks.Tick,
    "tick_outcomes": ticks.TickOutcome,
    "limits": limits.LimitEntry,
    "movements": measuring.Movement,
}


FILES = (*BY_ID, *NESTED, "weights")
DIGITS = 8


@cache
def load(folder: Path = DATA) -> Knowledge:
    """The whole knowledge base; raises KnowledgeError with every fault in it."""
    parts: dict[str, Any] = {}
    problems: list[Problem] = []
    for name in FILES:
        parts[name], found = _part(folder, name)
        problems.extend(found)
    if problems:
        raise KnowledgeError(_with_columns(problem, parts) for problem in problems)
    review = parts["review"]["knowledge"]
    parts["review"] = review.model_copy(update={"version": f"{review.version}+{_digest(folder)}"})
    knowledge = Knowledge(**{**parts, "weights": Weights(**parts["weights"])})
    if wrong := tuple(faults(knowledge)):
        raise KnowledgeError(wrong)
    return knowledge


def _with_columns(problem: Problem, parts: Mapping[str, Any]) -> Problem:
    """A missing column is told with those there are: it is what guards a therapy or a task."""
    if not isinstance(problem, Unguarded):
        return problem
    columns = {column for row in parts["precautions"].values() for column in row.therapies}
    known = known_ones("", columns)
    return Problem(problem.place, f"is missing; {known}")


def _part(folder: Path, name: str) -> tuple[dict[str, Any], Problems]:
    """One file as entries, and what is wrong with it; a faulty entry is told and left out."""
    try:
        text = (folder / f"{name}.toml").read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        return {}, (_unreadable(name, error),)
    return _understood(name, text)


def _unreadable(name: str, error: Exception) -> Problem:
    return Problem(f"{name}.toml", f"cannot be read: {error}")


def _understood(name: str, text: str) -> tuple[dict[str, Any], Problems]:
    """The text of a file as entries."""
    try:
        tables: Tables = tomllib.loads(text)
    except ValueError as error:
        return {}, (_unreadable(name, error),)
    if name == "weights":
        return _weights(tables)
    if name in BY_ID:
        return _entries(BY_ID[name], tables, name)
    each = {key: _entries(NESTED[name], of, f"{name}.{key}") for key, of in tables.items()}
    problems = tuple(problem for _, found in each.values() for problem in found)
    return {key: found for key, (found, _) in each.items()}, problems


def _weights(tables: Tables) -> tuple[dict[str, Any], Problems]:
    """Each table of weights, of its own type."""
    kinds: dict[str, type[Entry]] = get_type_hints(Weights)
    problems = [*unknown("weights", tables, kinds)]
    problems += [Problem(f"weights.{one}", "is missing") for one in kinds if one not in tables]
    found: dict[str, Any] = {}
    for key in kinds.keys() & tables.keys():
        entry, wrong = _entries(kinds[key], {key: tables[key]}, "weights")
        found |= entry
        problems += wrong
    return found, tuple(problems)


def _digest(folder: Path) -> str:
    """A short sum of every file: two bases that differ in one word have two versions."""
    whole = sha256()
    for name in FILES:
        whole.update((folder / f"{name}.toml").read_text(encoding="utf-8").encode())
    return whole.hexdigest()[:DIGITS]


def _entries(kind: type[Entry], tables: Tables, name: str) -> tuple[dict[str, Any], Problems]:
    """Every table as an entry, and the faults of those that are none."""
    found: dict[str, Any] = {}
    problems: list[Problem] = []
    for key, table in tables.items():
        try:
            entry = kind.model_validate_json(json.dumps({"id": key, **table}))
            found[key] = in_phrases(entry, name, key)
        except ValidationError as error:
            problems.extend(_faults_of(error, f"{name}.{key}"))
    return found, tuple(problems)


def _faults_of(error: ValidationError, place: str) -> Iterator[Problem]:
    """pydantic's findings, each with file, id and field."""
    for found in error.errors():
        field = ".".join(str(step) for step in found["loc"])
        unguarded = (found["type"], found["loc"]) == ("missing", ("column",))
        yield (Unguarded if unguarded else Problem)(f"{place}.{field}", str(found["msg"]))
