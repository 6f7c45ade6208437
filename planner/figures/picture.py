"""A picture as data: two poses of the figure, what is seen of them, and what stands about."""

import json
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from planner.figures.body.pose import Pose, Triple, merged
from planner.figures.paint.camera import View
from planner.figures.signs.kinds import AnySign
from planner.model.record import Record

DATA = Path(__file__).parent / "data"
BASES = "bases"


class Show(StrEnum):
    """How the start is shown beside the end."""

    GHOST = "ghost"  # light, behind the end
    FRAMES = "frames"  # side by side
    STACKED = "stacked"  # one above the other
    END = "end"  # not at all


class Felt(Record):
    """Where it is felt: a landmark and a shift from it."""

    at: str
    shift: Triple = (0.0, 0.0, 0.0)


class Pointer(Record):
    """An arrow: the path of a landmark (`follow`), `points` from one, or a `ring` round one.

    `shift` moves it away from the body. `on` says of which pose the landmark is.
    """

    follow: str | None = None
    at: str | None = None
    points: tuple[Triple, ...] = ()
    ring: float = 0.0
    across: Literal["x", "y", "z"] = "y"  # the axis a ring goes round
    sweep: float = 300.0  # degrees of a ring
    begin: float = 0.0
    shift: Triple = (0.0, 0.0, 0.0)
    longer: float = 1.0
    double: bool = False
    on: Literal["start", "middle", "end"] = "end"
    straight: bool = False


class PropAt(Record):
    """Something that stands about: kind, place and size, and which parts it is over or under."""

    kind: str
    at: Triple = (0.0, 0.0, 0.0)
    size: Triple | None = None
    yaw: float = 0.0
    name: str | None = None  # of its surface; its kind where not said
    between: tuple[str, ...] = ()  # landmarks it is stretched between or held by
    shift: Triple = (0.0, 0.0, 0.0)
    over: tuple[str, ...] = ()
    under: tuple[str, ...] = ()  # the parts that grip or cover it
    front: bool = False
    on: Literal["start", "end", "both"] = "both"
    signs: tuple[AnySign, ...] = ()  # flat, about its middle on the page


class Crop(Record):
    """What of the page is kept: a box round landmarks, padded left, top, right, bottom."""

    of: tuple[str, ...]
    pad: tuple[float, float, float, float] = (0.1, 0.1, 0.1, 0.1)


class Picture(Record):
    """One exercise of the whole figure."""

    camera: View = View()
    start: Pose
    end: Pose
    middle: Pose | None = None
    moves: tuple[str, ...] = ()
    felt: tuple[Felt, ...] = ()
    arrows: tuple[Pointer, ...] = ()
    props: tuple[PropAt, ...] = ()
    over: tuple[tuple[str, str], ...] = ()  # the first is painted over the second
    hides: tuple[str, ...] = ()
    show: Show = Show.GHOST
    ghost_over: tuple[str, ...] = ()  # parts that the light start lies over, else behind all
    crop: Crop | None = None
    crossed: bool = False  # the start is how not to do it
    dynamic: bool = False  # carried by its swing or by water: not balanced at rest
    contacts: tuple[tuple[str, str], ...] = ()  # part, surface: what else has to touch

    def pose_at(self, on: str) -> int:
        """Which of its poses is the start, the middle or the end."""
        return {"start": 0, "middle": 1, "end": len(self.poses()) - 1}[on]

    def poses(self) -> tuple[Pose, ...]:
        """Its poses in the order they are gone through."""
        return tuple(pose for pose in (self.start, self.middle, self.end) if pose is not None)


class PictureError(ValueError):
    """What is wrong with the data of a picture, and in which table."""


class _Table(Record):
    """One table of a data file before its poses are made whole."""

    base: str
    pose: dict[str, Any] = Field(default_factory=dict)
    start: dict[str, Any] = Field(default_factory=dict)
    middle: dict[str, Any] | None = None
    end: dict[str, Any] = Field(default_factory=dict)


def picture_of(task: str, table: Mapping[str, Any]) -> Picture:
    """The picture that one table tells: differences from a base posture, for start and end."""
    try:
        own = {name: table[name] for name in _Table.model_fields if name in table}
        told = _Table.model_validate(own)
        common = merged(_base(told.base), told.pose)
        poses: dict[str, Any] = {
            "start": merged(common, told.start),
            "end": merged(merged(common, told.start), told.end),
        }
        if told.middle is not None:
            poses["middle"] = merged(merged(common, told.start), told.middle)
        rest = {name: value for name, value in table.items() if name not in own}
        return Picture.model_validate_json(json.dumps({**rest, **poses}))
    except (ValidationError, KeyError) as fault:
        raise PictureError(f"The picture of {task} cannot be read: {fault}") from fault


def _base(name: str) -> dict[str, Any]:
    base = _bases()[name]
    return (
        merged(_base(base["base"]), {k: v for k, v in base.items() if k != "base"})
        if ("base" in base)
        else base
    )


@cache
def _bases() -> dict[str, dict[str, Any]]:
    return tomllib.loads((DATA / f"{BASES}.toml").read_text(encoding="utf-8"))


@cache
def tables() -> dict[str, tuple[str, dict[str, Any]]]:
    """Every task's kind of picture (the folder its data is in) and its table."""
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    for path in sorted(DATA.glob("*/*.toml")):
        for task, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if task in found:
                raise PictureError(f"{task} is told twice: again in {path.name}.")
            found[task] = (path.parent.name, table)
    return found
