"""What each change of a visit is told on the command line."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from planner.command import diary
from planner.command.looking_back import add_log
from planner.command.shell import add_language, day
from planner.model.diary import MilestoneKind
from planner.model.vocabulary import Change, Pressure
from planner.visit.decision import Choice

UNDO, TAKE_BACK = "undo", "none"
RATED = ("before", "now")


def add_options(name: str, parser: ArgumentParser) -> None:
    """What one change asks for."""
    for flag, how in OPTIONS[name].items():
        parser.add_argument(flag, **how)
    if name == "decide":
        add_log(parser)
        diary.add_options(parser)  # they bring the language along
    else:
        add_language(parser)


DAY = {"type": day, "metavar": "DATE"}
WORDS = {"default": ""}
SAID = {"said": {"nargs": "+", "metavar": "PLACE=VALUE"}}
SCORE = {"type": float, "metavar": "SCORE"}
OPTIONS: dict[str, dict[str, dict[str, Any]]] = {
    "next": {"--on": DAY, "--follows": WORDS},
    "say": SAID,
    "answer": SAID,
    "log": {
        "day": DAY,
        "pain": SCORE,
        "--sleep": SCORE,
        "--in-the-way": SCORE,
        "--session": {"action": "store_true"},
        "--note": WORDS,
    },
    "compare": {
        "--days": {"type": int, "metavar": "DAYS"},
        "--bad-from": SCORE,
        "--as-usual": {"action": "store_true"},
    },
    "milestone": {
        "day": DAY,
        "kind": {"choices": tuple(one.value for one in MilestoneKind)},
        "words": {"nargs": "?", "default": ""},
        "--remove": {"action": "store_true"},
    },
    "rate": {"goal": {"type": int}, "part": {"choices": RATED}, "score": {"type": int}},
    "edit": {
        "line": {},
        "change": {"choices": (*(one.value for one in Change), UNDO)},
        "--words": WORDS,
        "--other": {"default": "", "metavar": "LINE"},
        "--values": {"default": "", "metavar": "JSON"},
        "--own": {"default": "", "metavar": "JSON"},
    },
    "back": {},
    "again": {},
    "begin-from": {"name": {}, "--practice": {"type": Path, "required": True, "metavar": "F"}},
    "clear": {
        "row": {},
        "by": {},
        "--on": DAY,
        "--minutes": {"type": int},
        "--times-a-week": {"type": float},
        "--pressure": {"choices": tuple(one.value for one in Pressure)},
        "--leave-out": {**WORDS, "metavar": "REGION,…"},
        "--until": DAY,
        "--limits": WORDS,
    },
    "set-aside": {"row": {}, "reason": {}},
    "hand-out": {},
    "decide": {
        "choice": {"choices": tuple(one.value for one in Choice)},
        "--reason": WORDS,
        "--diary": {"type": Path, "metavar": "F"},
    },
}
