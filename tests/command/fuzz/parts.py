"""The parts that command lines are put together from: files to read, places to leave, options."""

import random
from pathlib import Path
from typing import Any, NamedTuple

from planner.model.diary import Blank, Part
from tests.command.fuzz.scratch import Scratch
from tests.command.fuzz.shelf import Shelf
from tests.command.fuzz.values import TEXTS

COLUMNS = ("Pain (0-10)", "count-days", "Sleep", "x")


class Call(NamedTuple):
    """A command line; `leaves` are the files it promises, `answers` what kind its answer is."""

    words: list[str]
    leaves: list[Path]
    answers: str = ""
    program: str = "planner"

    @property
    def name(self) -> str:
        """The command, as the tally names it."""
        if self.program == "records":
            return f"records {self.words[0]}"
        return " ".join(self.words[: 2 if self.words[0] == "visit" else 1])


class Parts:
    """Makes the parts of calls; their files lie in one folder, which is emptied between calls."""

    def __init__(self, rng: random.Random, folder: Path, shelf: Shelf, records: Scratch) -> None:
        """What every part is chosen from."""
        self.rng, self.folder, self.shelf, self.records = rng, folder, shelf, records
        self._number = 0

    def put(self, data: bytes, ending: str) -> str:
        """A file to read."""
        self._number += 1
        path = self.folder / f"in-{self._number}.{ending}"
        path.write_bytes(data)
        return str(path)

    def file(self, kind: str) -> str:
        """A file of a kind, by value."""
        return self.put(self.shelf.file(kind), "json")

    def diary(self) -> str:
        """A diary, by value."""
        return self.put(self.shelf.diary(), "csv")

    def place(self, ending: str) -> Path:
        """A place for a file that is left."""
        self._number += 1
        return self.folder / f"out-{self._number}.{ending}"

    def sometimes(self, chance: float, *words: Any) -> list[str]:
        """These words, or none."""
        return [str(one) for one in words] if self.rng.random() < chance else []

    def one_of(self, *words: Any) -> str:
        """One of some words."""
        return str(self.rng.choice(words))

    def known(self, kind: str) -> str:
        """An id of the knowledge base."""
        return self.rng.choice(self.shelf.values.known[kind])

    def day(self) -> str:
        """A day."""
        return self.shelf.values.day()

    def text(self) -> str:
        """A text, as a shell can hand it on."""
        return self.rng.choice(TEXTS).replace("\0", "")

    def word(self) -> str:
        """A text that is no option and not empty."""
        return self.text().strip("- \n") or "x"

    def practice(self) -> list[str]:
        """`--practice`, sometimes."""
        return ["--practice", self.file("practice")] if self.rng.random() < 0.15 else []

    def language(self) -> list[str]:
        """`--language`, sometimes."""
        return self.sometimes(0.06, "--language", self.one_of("en", "en-XA", "en-XA", "es"))

    def documents(self, kinds: dict[str, str], chance: float) -> tuple[list[str], list[Path]]:
        """Options that ask for files, each by its kind and the ending of its name."""
        words, leaves = [], []
        for kind, ending in kinds.items():
            if self.rng.random() < chance:
                leaves.append(self.place(ending))
                words += [f"--{kind}", str(leaves[-1])]
        return words, leaves

    def sessions(self) -> list[str]:
        """`--session`, sometimes."""
        if not self.shelf.has("session"):
            return []
        return self.sometimes(0.3, "--session", self.file("session"))

    def diary_options(self) -> list[str]:
        """What a diary leaves open, answered."""
        asked, one_of = self.sometimes, self.one_of
        return [
            *asked(0.15, "--date-order", one_of("dmy", "mdy", "ymd")),
            *asked(0.1, "--pain", one_of(*COLUMNS)),
            *asked(0.1, "--scale", one_of("0,10", "1,5", "0,100", "-5,5")),
            *asked(0.1, "--direction", one_of("higher-is-worse", "higher-is-better")),
            *asked(0.03, "--person", "Ana"),
            *asked(0.05, "--year", one_of(1990, 2026, 2100)),
            *asked(0.05, "--word-order", "none,mild,severe"),
            *asked(0.1, "--blank", one_of(*Blank)),
            *asked(0.1, "--column", f"{one_of(*Part)}=Notes"),
            *asked(0.05, "--heading-row", one_of(1, 2, 200)),
            *asked(0.1, "--baseline", one_of(7, 28, 3650)),
            *asked(0.1, "--bad-from", one_of(0, 5, 10)),
            *self.language(),
        ]
