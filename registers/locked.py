"""The locked set: each package with its version, its hashes and the systems it is for."""

import re
from pathlib import Path
from typing import NamedTuple

from packaging.markers import Marker
from packaging.utils import NormalizedName, canonicalize_name

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "requirements.lock"
PINNED = re.compile(
    r"^(?P<name>[\w.-]+)(?:\[[\w,]+\])?==(?P<version>[\w.+!-]+)(?: ; (?P<where>[^\\\n]+?))?"
    r"(?P<hashes>(?: \\\n    --hash=\S+)*)\n(?P<wanted>(?:    #.*\n?)*)",
    re.MULTILINE,
)


class Locked(NamedTuple):
    """One package at one version."""

    name: NormalizedName
    version: str
    hashes: tuple[str, ...]
    where: str  # a marker; empty for every system
    wanted_by: tuple[str, ...]  # packages, and "-r FILE" for what is asked for in a file

    def is_for(self, system: dict[str, str]) -> bool:
        """Whether it is installed on a system, as markers name it."""
        return not self.where or Marker(self.where).evaluate(system)


def locked(text: str) -> tuple[Locked, ...]:
    """Every package of a lock file, in its order."""
    return tuple(_one(found) for found in PINNED.finditer(text))


def _one(found: re.Match[str]) -> Locked:
    wanted = re.sub(r"#|\bvia\b", "", found["wanted"])
    return Locked(
        canonicalize_name(found["name"]),
        found["version"],
        tuple(re.findall(r"--hash=(\S+)", found["hashes"])),
        found["where"] or "",
        tuple(line.strip() for line in wanted.splitlines() if line.strip()),
    )
