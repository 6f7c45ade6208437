"""What the plan on the screen is made of, as values that a browser draws; no words of their own."""

from collections.abc import Iterable
from typing import Any

Data = dict[str, Any]


def text(words: str, look: str = "") -> Data:
    """A paragraph as it is typed; `look` is a name of the style sheet."""
    return {"kind": "text", "text": words, "look": look}


def strong(words: str) -> Data:
    """A paragraph of our own words, in which **this** stands out."""
    return {"kind": "strong", "text": words}


def heading(words: str) -> Data:
    """A heading within a fold or the panel."""
    return {"kind": "heading", "text": words}


def pictured(found: Data) -> Data:
    """A picture over the whole width."""
    return {"kind": "picture", "picture": found}


def listed(items: Iterable[str], ordered: bool = False) -> Data:
    """A list, numbered where the order counts."""
    return {"kind": "list", "items": list(items), "ordered": ordered}


def table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> Data:
    """A table whose first column names the rows."""
    return {"kind": "table", "head": list(head), "rows": [list(row) for row in rows]}


def cited(citation: str, checked: str) -> Data:
    """A source, and how far it was checked."""
    return {"kind": "cited", "text": citation, "checked": checked}


def opens(what: str, label: str) -> Data:
    """A button that opens something else in the place of what stands open."""
    return {"kind": "opens", "opens": what, "label": label}


def act(kind: str, label: str, line: str, look: str = "") -> Data:
    """A button that does something to a line of the plan."""
    return {"kind": "act", "act": kind, "label": label, "line": line, "look": look}
