"""What the files in deploy/ say, read out of them: the image, the services, the proxy."""

import json
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
NAMES = ("app1", "app2")  # of the app servers
VARIABLE = re.compile(r"\$\{(\w+):\?[^}]*\}")


@dataclass
class Image:
    """What a Dockerfile says of the image that it builds."""

    copied: list[tuple[str, str]] = field(default_factory=list)
    environment: dict[str, str] = field(default_factory=dict)
    command: list[str] = field(default_factory=list)
    health: list[str] = field(default_factory=list)

    def read(self, instruction: str, said: str) -> None:
        """Take in one line of the file."""
        match instruction:
            case "COPY":
                *sources, target = shlex.split(said)
                self.copied += [(source, target) for source in sources]
            case "ENV":
                self.environment |= dict(one.split("=", 1) for one in shlex.split(said))
            case "CMD":
                self.command = json.loads(said)
            case "HEALTHCHECK":
                self.health = json.loads(said[said.index("[") :])


def image() -> Image:
    """The image of an app server."""
    lines = (DEPLOY / "Dockerfile").read_text().replace("\\\n", " ").splitlines()
    found = Image()
    for line in lines:
        if line.strip() and not line.startswith("#"):
            found.read(*line.split(maxsplit=1))
    return found


def lay_out(folder: Path) -> None:
    """Put into a folder what the image has in its own, and nothing else."""
    for source, target in image().copied:
        end = folder / target
        if (ROOT / source).is_dir():
            _link_all(ROOT / source, end)
            continue
        end = end / Path(source).name if target.endswith(("/", ".")) else end
        end.parent.mkdir(parents=True, exist_ok=True)
        end.write_bytes((ROOT / source).read_bytes())


def _link_all(source: Path, target: Path) -> None:
    """A folder that is the other one: what is in it is not changed here."""
    target.symlink_to(source, target_is_directory=True)


def service(name: str, said: Mapping[str, str]) -> dict[str, Any]:
    """A service of the compose file, its variables filled in."""
    text = (DEPLOY / "compose.yaml").read_text()
    whole = yaml.safe_load(VARIABLE.sub(lambda found: said[found[1]], text))
    found: dict[str, Any] = whole["services"][name]
    return found


def to_fill_in(example: str) -> list[str]:
    """The names that an example file leaves empty."""
    text = (DEPLOY / example).read_text()
    return re.findall(r"""^(\w+) ?=(?: ?"")?$""", text, re.MULTILINE)


def filled_in(example: str, values: Mapping[str, str]) -> str:
    """An example file, with these values in the place of its own."""
    lines = (DEPLOY / example).read_text().splitlines()
    return "\n".join(_filled_in(line, values) for line in lines) + "\n"


def _filled_in(line: str, values: Mapping[str, str]) -> str:
    name, sign, before = line.partition("=")
    value = values.get(name.strip())
    if not sign or value is None or line.startswith("#"):
        return line
    quoted = f' "{value}"' if '"' in before else value
    return f"{name}={quoted}"


def proxy(put: Mapping[str, str]) -> str:
    """The proxy's configuration, with other addresses and paths in the place of its own."""
    text = (DEPLOY / "nginx.conf").read_text()
    for before, after in put.items():
        assert before in text, f"nginx.conf says nothing of {before!r}"
        text = text.replace(before, after)
    return text
