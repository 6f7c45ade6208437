"""`figures`: every picture drawn afresh from its data, with a sheet of all, and what is wrong."""

from argparse import Namespace
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from planner.command.files import UsageError, put_in_place, write
from planner.command.shell import Commands
from planner.figures.stored import MOVING, file_name
from planner.knowledge import load
from planner.model.errors import PlannerError, Problem
from planner.system.reading import NO_REASON
from planner.system.writing import PUBLIC, unwritable
from planner.words import joined, say

if TYPE_CHECKING:
    from planner.figures.draw import Drawn

SHEET = "contact_sheet.png"


class FaultyPictures(PlannerError):
    """Pictures that were drawn and are not right."""


def add(commands: Commands) -> None:
    """Add the command."""
    figures = commands.add_parser("figures", help="the pictures of home tasks, drawn afresh")
    figures.add_argument("folder", type=Path, metavar="DIR")
    figures.add_argument("--sheet", type=Path, metavar="F.png", help="all of them on one sheet")
    figures.set_defaults(carry_out=_figures)


def _figures(chosen: Namespace) -> dict[str, object]:
    """Every picture as a file; raises FaultyPictures once all are written."""
    _look_for_what_draws()
    from planner.figures.draw import draw, drawable, faults

    _make(chosen.folder)
    pictures = {task: draw(task) for task in drawable()}
    for task, drawn in pictures.items():
        _write(chosen.folder, task, drawn)
    sheet = chosen.sheet or chosen.folder / SHEET
    write(sheet, _sheet(pictures), PUBLIC)
    put_in_place()
    if wrong := [Problem(task, joined(*found)) for task in pictures if (found := faults(task))]:
        raise FaultyPictures(wrong)
    moving = sum(one.moving is not None for one in pictures.values())
    return {"pictures": len(pictures), "moving": moving, "sheet": str(sheet)}


def _look_for_what_draws() -> None:
    """Drawing is for whoever changes a picture: the app and the papers read what is drawn."""
    if find_spec("shapely") is None:
        what = say("is not installed, and draws: `pip install -r requirements-dev.txt`")
        raise UsageError([Problem("shapely", what)])


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise UsageError([Problem(str(folder), say("is a file; name a folder"))]) from None
    except (OSError, ValueError) as error:
        raise unwritable(folder, getattr(error, "strerror", None) or NO_REASON) from None


def _write(folder: Path, task: str, drawn: "Drawn") -> None:
    write(folder / file_name(task), drawn.still.encode(), PUBLIC)
    if drawn.moving is not None:
        write(folder / file_name(task, MOVING), drawn.moving.encode(), PUBLIC)


def _sheet(pictures: Mapping[str, "Drawn"]) -> bytes:
    from planner.exports.paper.contact_sheet import contact_sheet

    names = {str(one.id): one.name for one in load().self_care.values()}
    return contact_sheet({names.get(task, task): drawn.still for task, drawn in pictures.items()})
