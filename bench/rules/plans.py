"""A plan beside the reading and writing that any program must do; a base ten times as large."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.rules import ten_times
from bench.table.measured import Found, Measured, in_turn
from planner.knowledge import Knowledge
from planner.knowledge.load import DATA, load
from planner.model.intake import Intake, read_intake
from planner.model.plan import Plan
from planner.safety.asking.others import spelled_out
from planner.visit import samples
from planner.visit.main_line import first_visit

TIMES = 10
LOADS = 5


def beside_a_round_trip(turns: int) -> Mapping[str, Found]:
    """One plan, the mean over the samples; beside it the same intake and plan read and written."""
    knowledge = load()
    intakes = _intakes(knowledge)
    texts = [(one.model_dump_json(), first_visit(one, knowledge)) for one in intakes]
    written = [(intake, plan.model_dump_json()) for intake, plan in texts]
    found = in_turn(
        lambda: _plans(intakes, knowledge), lambda: [_round_trip(*one) for one in written], turns
    )
    return {"plan": _each(found, len(intakes))}


def ten_times_as_large(turns: int) -> Mapping[str, Found]:
    """Loading with its checks, and the same plans, on a base ten times as large and as it is."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        ten_times.write(folder, TIMES)
        loading = in_turn(partial(_loaded, folder), partial(_loaded, DATA), min(turns, LOADS))
        small, large = load(DATA), load(folder)
    intakes = _intakes(small)
    planning = in_turn(lambda: _plans(intakes, large), lambda: _plans(intakes, small), turns)
    there = f"{len(large.conditions)} pain sources, {len(large.questions):,} questions"
    return {
        "knowledge-load": loading._replace(note=f"{there}, {len(large.self_care):,} home tasks"),
        "knowledge-plan": _each(planning, len(intakes)),
    }


def _intakes(knowledge: Knowledge) -> list[Intake]:
    paths = samples.with_a_plan().values()
    read = (read_intake(path.read_bytes(), knowledge.known_ids) for path in paths)
    return [spelled_out(intake, knowledge) for intake in read]


def _plans(intakes: list[Intake], knowledge: Knowledge) -> list[Plan]:
    return [first_visit(intake, knowledge) for intake in intakes]


def _round_trip(intake: str, plan: str) -> tuple[str, str]:
    return (
        Intake.model_validate_json(intake).model_dump_json(),
        Plan.model_validate_json(plan).model_dump_json(),
    )


def _loaded(folder: Path) -> Knowledge:
    load.cache_clear()
    return load(folder)


def _each(found: Measured, number: int) -> Measured:
    """Of one plan, where so many were made in each turn."""
    ours, theirs = (tuple(one / number for one in side) for side in (found.ours, found.theirs))
    return found._replace(ours=ours, theirs=theirs)
