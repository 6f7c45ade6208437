"""`NOTICE`: every locked package with the licence that its metadata gives."""

import re
from collections.abc import Mapping
from importlib.metadata import Distribution
from typing import NamedTuple

from packaging.utils import NormalizedName, canonicalize_name

from registers.licences import declared, read_by_hand
from registers.locked import LOCK, ROOT, locked

NOTICE = ROOT / "NOTICE"
LINE = re.compile(r"^([\w.-]+) {2,}(\S.*?)(?: {2,}(read: .+))?$", re.MULTILINE)
NAME, LICENCE = 32, 54  # columns
BEFORE = """\
Pain-plan builder, under the MIT licence (LICENSE).

In this repository, by others
-----------------------------
Source Sans Pro (planner/exports/paper/typeface/), by Adobe: SIL Open Font License 1.1, whose text
is beside the files (LICENSE.txt). "Source" is a reserved font name.

Installed with it, and not in this repository
---------------------------------------------
Each package of requirements.lock with the licence that its own metadata gives. "read" is what its
licence file says where the metadata names a family or none. Each wheel brings its licence text
(PACKAGE.dist-info), and that of what it carries in turn. This list is no legal advice.

Worth a look before it is passed on in an image or an installer:
- LGPL-3.0: psycopg and psycopg-binary, only where records are on a server
  (requirements-server.txt). Used as they are and replaceable by another version.
- MPL-2.0: certifi, the list of certificate authorities, as it is.
- OFL-1.1: the typefaces in manimgx-fonts and fontpkg-ibm-plex-sans-arabic, as they are; and of
  requirements-cjk.txt, which is not in the lock, those in noto-cjk-sans-otc.
- The wheels of numpy and scipy carry the GCC runtime (GPL-3.0 with the runtime exception) and
  libquadmath (LGPL-2.1 or later); those of pillow, psycopg-binary, pyarrow, pypdfium2, typst and
  vl-convert-python carry further libraries, each under its own licence.

"""
AFTER = "\nMade by `python -m registers` from the metadata of the locked set; not edited by hand.\n"


class Line(NamedTuple):
    """A package, its licence as it is declared, and what was read beyond that."""

    name: NormalizedName
    licence: str
    read: str = ""


def lines(text: str) -> dict[NormalizedName, Line]:
    """The packages of a NOTICE, by name."""
    _, _, listed = text.partition(BEFORE)
    found = (Line(canonicalize_name(one[1]), one[2], one[3] or "") for one in LINE.finditer(listed))
    return {one.name: one for one in found}


def notice(packages: Mapping[NormalizedName, Distribution], before: str) -> str:
    """The whole file; a package that is not for this system keeps its line of before."""
    kept = lines(before)
    names = sorted({one.name for one in locked(LOCK.read_text(encoding="utf-8"))})
    known = (_line(name, packages) or kept.get(name) or Line(name, "not known") for name in names)
    return BEFORE + "".join(f"{_written(one)}\n" for one in known) + AFTER


def _line(name: NormalizedName, packages: Mapping[NormalizedName, Distribution]) -> Line | None:
    by_hand = read_by_hand().get(name, {})
    says = declared(packages[name]) if name in packages else by_hand.get("declared")
    read = f"read: {by_hand['read']} ({by_hand['where']})" if by_hand else ""
    return Line(name, says or "not said", read) if says is not None else None


def _written(line: Line) -> str:
    said = f"{line.name:<{NAME}}  {line.licence}"
    return f"{said:<{NAME + LICENCE}}  {line.read}" if line.read else said
