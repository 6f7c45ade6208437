"""What the first page is drawn with, named to the browser before it can know that it needs it.

Streamlit's page asks for the program of each kind of element when the first of its kind arrives,
and for what that one leans on after it has been read: three rounds, once the answer is there.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.file_util import get_static_dir

DRAWN_WITH = (
    "Html", "BidiComponent", "Button", "Selectbox", "Multiselect", "TextInput", "NumberInput",
    "FileUploader",
)  # fmt: skip
LEANS_ON = re.compile(r"""(?:from|import)\s*["']\./([\w.-]+\.js)["']""")
NAMED = re.compile(r"static/js/([\w.-]+\.js)")


class Early:
    """Adds to each page the header that names them."""

    def __init__(self, app: ASGIApp) -> None:
        """Before the app."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything on; a page of HTML with the header."""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if headers.get("content-type", "").startswith("text/html"):
                    headers["Link"] = header()
            await send(message)

        await self._app(scope, receive, sent if scope["type"] == "http" else send)


@cache
def header() -> str:
    """The programs as a Link header; empty where this Streamlit calls them otherwise."""
    folder = Path(get_static_dir())
    known = set(NAMED.findall((folder / "index.html").read_text(encoding="utf-8")))
    found = [one for kind in DRAWN_WITH for one in _needed(folder / "static/js", kind, known)]
    return ", ".join(f"<./static/js/{one}>; rel=modulepreload; crossorigin" for one in found)


def _needed(folder: Path, kind: str, known: set[str]) -> Iterator[str]:
    """The program of a kind and all that it leans on, without what is known; those become known."""
    waiting = [one.name for one in folder.glob(f"{kind}.*.js")]
    while waiting:
        name = waiting.pop()
        if name not in known:
            known.add(name)
            yield name
            waiting += LEANS_ON.findall((folder / name).read_text(encoding="utf-8"))
