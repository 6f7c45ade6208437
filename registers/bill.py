"""The bill of materials (CycloneDX) of the locked set as it is installed."""

import json
import subprocess
import sys
from collections.abc import Mapping
from importlib.metadata import Distribution
from pathlib import Path
from typing import Any

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.utils import NormalizedName, canonicalize_name

from registers.licences import declared
from registers.locked import LOCK, ROOT, locked

BILL = ROOT / "docs" / "security" / "sbom.cdx.json"
VERSION = SchemaVersion.V1_6
TOOL = ["-m", "cyclonedx_py", "environment", "--pyproject", "pyproject.toml"]
MADE_WITH = {"components": [{"type": "application", "name": "cyclonedx-py"}]}
HOW = ["--output-reproducible", "--sv", VERSION.to_version(), "--of", "JSON"]


def bill(folder: Path, packages: Mapping[NormalizedName, Distribution]) -> str:
    """What is installed in a virtual environment, as JSON that its schema accepts."""
    run = [sys.executable, "-W", "ignore", *TOOL, *HOW, str(folder)]
    made = subprocess.run(run, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    whole = _with_what_it_asks_for(_with_every_licence(json.loads(made), packages))
    whole["metadata"]["tools"] = MADE_WITH  # a newer tool is no other bill
    return json.dumps(whole, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def faults(text: str) -> str:
    """What the schema refuses in a bill; nothing where it is as it should be."""
    return str(JsonStrictValidator(VERSION).validate_str(text) or "")


def _with_every_licence(
    made: dict[str, Any], packages: Mapping[NormalizedName, Distribution]
) -> dict[str, Any]:
    for one in made["components"]:
        says = declared(packages[canonicalize_name(one["name"])])
        one.setdefault("licenses", [{"license": {"name": says}}])
    return made


def _with_what_it_asks_for(made: dict[str, Any]) -> dict[str, Any]:
    """The program depends on what its requirements name; the rest is there for those."""
    asked = {
        one.name
        for one in locked(LOCK.read_text(encoding="utf-8"))
        if any(by.startswith("-r ") for by in one.wanted_by)
    }
    refs = [one["bom-ref"] for one in made["components"] if canonicalize_name(one["name"]) in asked]
    root = made["metadata"]["component"]["bom-ref"]
    next(one for one in made["dependencies"] if one["ref"] == root)["dependsOn"] = sorted(refs)
    return made
