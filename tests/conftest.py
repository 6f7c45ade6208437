"""What every test can ask for."""

import gc
import json
import os
from collections.abc import Callable, Generator, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import Phase, settings

from planner.figures import stored
from planner.figures.style import Theme, style
from planner.knowledge import Knowledge, load
from planner.model.intake import Intake, read_intake
from planner.model.vocabulary import Answer
from planner.safety.asking.others import spelled_out
from planner.safety.asking.questions import questions
from planner.visit import samples
from records import Settings, Store
from tests.house.coverage_floor import (  # noqa: F401  (pytest finds its hooks here)
    pytest_sessionfinish,
    pytest_terminal_summary,
)

# The same examples on every machine: a quarter of them in the default run, all of them in what is
# exhaustive; HYPOTHESIS_PROFILE=explore looks for new ones.
settings.register_profile("house", derandomize=True, deadline=None, max_examples=25)
settings.register_profile("exhaustive", derandomize=True, deadline=None)
settings.register_profile("explore", deadline=None)
# For bench/rules/mutants.py: that a test fails is enough, no smaller example is looked for.
settings.register_profile(
    "unshrunk", derandomize=True, deadline=None, phases=[Phase.explicit, Phase.generate]
)
PROFILE = os.environ.get("HYPOTHESIS_PROFILE", "house")
settings.load_profile(PROFILE)


def examples(most: int, **also: object) -> settings:
    """So many examples in what is exhaustive; in the default run a quarter, no fewer than 25."""
    number = min(most, max(25, most // 4)) if PROFILE == "house" else most
    return settings(max_examples=number, **also)


AGREED = {
    "cancer-related-pain": [
        {"for": "cancer-related-pain", "by": "Oncology team", "on": "2026-11-16"}
    ],
    "scar-pain": [{"for": "r-abdomen", "by": "The client, in writing", "on": "2026-11-16"}],
}
SAMPLES = {**samples.with_a_plan(), **samples.without_a_plan()}
SAMPLE_NAMES = sorted(SAMPLES)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, None, None]:
    """What is collected stays until the end: Python need not look through it again and again."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@pytest.fixture(scope="session", autouse=True)
def records_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever a test keeps, it keeps in a folder of its own, never among real records."""
    path = tmp_path_factory.mktemp("records") / "records.db"
    os.environ["PAIN_PLAN_DATABASE"] = f"sqlite:///{path}"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"  # nor its key


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite file with the tables and nothing in them; copying it is faster than making it."""
    path = tmp_path_factory.mktemp("ready") / "records.db"
    Store(Settings.at(path)).close()
    return path


Draw = Callable[..., None]
PICTURE = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {} 60'><style>{}</style>{}</svg>"


@pytest.fixture
def drawn(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Draw]:
    """Pictures of this test alone: a square for each task that is asked for, and for no other."""

    def draw(task: str, kind: str = stored.STILL) -> None:
        square = "<rect class='skin' width='40' height='40'/>"
        made = PICTURE.format(80, style(Theme.LIGHT), square)
        (tmp_path / stored.file_name(task, kind)).write_text(made)
        _forget()

    monkeypatch.setattr(stored, "DRAWN", tmp_path)
    _forget()
    yield draw
    _forget()


def _forget() -> None:
    stored._read.cache_clear()
    stored._names.cache_clear()


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load()


@cache
def sample(name: str) -> Intake:
    """One of the sample intakes."""
    return spelled_out(read_intake(SAMPLES[name].read_bytes(), load().known_ids), load())


def sample_text(name: str) -> str:
    """One of the sample intakes as a file in which every answer is spelled out."""
    answers = {row: answer.value for row, answer in sample(name).answers.items()}
    said = {**json.loads(SAMPLES[name].read_bytes()), "answers": answers}
    del said["others"]
    return json.dumps(said)


def answered_no(intake: Intake) -> Intake:
    """The intake with every question that applies and has no answer answered no."""
    while open_ids := [one.id for one in questions(intake, load()) if one.answer is None]:
        answers = {**intake.answers, **dict.fromkeys(open_ids, Answer.NO)}
        intake = intake.model_copy(update={"answers": answers})
    return intake


def client_with(condition: str, *regions: str, **changes: object) -> Intake:
    """An adult with one long-lasting, assessed pain and nothing flagged; `changes` override.

    Where the pain itself, or its usual place, asks for an agreement, that is recorded.
    """
    pain = {"condition": condition, "regions": list(regions), "months": 18, "assessed": True}
    intake = {
        "format": 1,
        "on": "2026-11-23",
        "client": {"label": "T.T.", "age": 45},
        "pain": [pain],
        "severity": {"average": 5},
        "clearances": AGREED.get(condition, []),
        **changes,
    }
    return _answered_no(json.dumps(intake))


@cache  # many tests begin with the same client
def _answered_no(intake: str) -> Intake:
    return answered_no(read_intake(intake, load().known_ids))
