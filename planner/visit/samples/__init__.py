"""Invented clients to try the program with; each file says only what is not a plain no."""

from pathlib import Path

FOLDER = Path(__file__).parent


def with_a_plan() -> dict[str, Path]:
    """The samples that get a plan, by name."""
    return _by_name("*.json")


def without_a_plan() -> dict[str, Path]:
    """The samples whose answers stop a plan or hold it back, by name."""
    return _by_name("no-plan/*.json")


def _by_name(pattern: str) -> dict[str, Path]:
    return {path.stem: path for path in sorted(FOLDER.glob(pattern))}
