"""Under which licence a package stands, as its own metadata says it."""

import tomllib
from collections.abc import Iterable
from importlib.metadata import Distribution, distributions
from pathlib import Path

from packaging.utils import NormalizedName, canonicalize_name

READ = Path(__file__).with_name("licences_read.toml")
SHORT = 60  # a longer field holds the text of a licence, not its name
OSI = "License :: OSI Approved :: "


def installed(folders: Iterable[str]) -> dict[NormalizedName, Distribution]:
    """What is installed in these folders, by name."""
    return {canonicalize_name(one.name): one for one in distributions(path=list(folders))}


def declared(package: Distribution) -> str:
    """The licence in the metadata: its expression, else its field, else what it is filed under."""
    metadata = package.metadata
    [expression, *_] = metadata.get_all("License-Expression") or [""]
    [field, *_] = metadata.get_all("License") or [""]
    if "\n" in field or len(field) > SHORT:
        field = ""
    filed = metadata.get_all("Classifier") or []
    under = ", ".join(one.removeprefix(OSI) for one in filed if one.startswith(OSI))
    return expression or field.strip() or under


def read_by_hand() -> dict[str, dict[str, str]]:
    """What somebody read where the metadata leaves it open, with where it was read."""
    return tomllib.loads(READ.read_text(encoding="utf-8"))
