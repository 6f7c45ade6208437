"""An SVG picture with nothing in it but shapes and colours, each named on a list."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers.expat import ExpatError, ParserCreate

from planner.model.errors import PracticeError, Problem
from planner.words import say

SVG = "http://www.w3.org/2000/svg"
SHAPES = {"path", "rect", "circle", "ellipse", "line", "polyline", "polygon"}
HELD = {"svg", "g", "defs", "linearGradient", "radialGradient", "stop", "clipPath"}
DRAWN = SHAPES | HELD
GEOMETRY = {
    "d", "points", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "fx", "fy",
    "width", "height", "viewBox", "preserveAspectRatio", "transform", "id", "offset",
    "gradientUnits", "gradientTransform", "spreadMethod", "clipPathUnits", "version",
}  # fmt: skip
PAINT = {
    "fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity",
    "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray",
    "stroke-dashoffset", "opacity", "stop-color", "stop-opacity", "clip-path", "clip-rule", "color",
    "display", "visibility",
}  # fmt: skip
SAID_BY_CLASS = re.compile(r"((?:\.[\w-]+[\s,]*)+)\{([^}]*)\}")
VALUE = re.compile(r"(?!.*url)[\w\s.,#%()+\-]*", re.ASCII | re.IGNORECASE | re.DOTALL)
OWN = re.compile(r"url\(#[\w.\-]+\)")  # the one thing that may be pointed at: a part of itself
MOST_ELEMENTS = 5_000
MOST_DEPTH = 50
FOREIGN = "metadata"  # what other programs leave in a drawing
NO_PICTURE = say("is no PNG or SVG picture")
Paint = dict[str, dict[str, str]]


def cleaned_svg(content: bytes) -> bytes:
    """The drawing, written anew from what is on the lists; raises PracticeError where none is."""
    _look_through(content)
    root = ElementTree.fromstring(content)
    if root.tag != f"{{{SVG}}}svg":
        raise _refused(NO_PICTURE)
    made = _kept(root, _classes(root))
    made.set("xmlns", SVG)
    if not any(one.tag in SHAPES for one in made.iter()):
        raise _refused(say("holds no shapes: turn its letters and pictures into paths"))
    written: bytes = ElementTree.tostring(made, encoding="utf-8")
    return written


def _look_through(content: bytes) -> None:
    """Refuse what declares entities, is no XML, or holds more than a logo ever does."""
    parser, open_now, all_in_all = ParserCreate(), 0, 0

    def begins(*_: object) -> None:
        nonlocal open_now, all_in_all
        open_now, all_in_all = open_now + 1, all_in_all + 1
        if open_now > MOST_DEPTH or all_in_all > MOST_ELEMENTS:
            raise _refused(say("is too large a drawing: simplify it, or save it as PNG"))

    def ends(*_: object) -> None:
        nonlocal open_now
        open_now -= 1

    def declares(*_: object) -> None:
        raise _refused(say("declares entities, which no drawing needs: save it as plain SVG"))

    parser.StartElementHandler, parser.EndElementHandler = begins, ends
    parser.EntityDeclHandler = declares
    try:
        parser.Parse(content, True)
    except (ExpatError, ValueError, LookupError):
        raise _refused(NO_PICTURE) from None


def _kept(one: Element, classes: Paint) -> Element:
    """The element with its shapes, and what of its attributes is on the lists."""
    made = Element(_name(one), dict(_attributes(one, classes)))
    made.extend(_kept(part, classes) for part in one if _name(part) in DRAWN)
    return made


def _attributes(one: Element, classes: Paint) -> Iterator[tuple[str, str]]:
    """In the order of their weight: attributes, what their class says, then their own style."""
    for name, value in one.attrib.items():
        if name in GEOMETRY | PAINT and _is_plain(value):
            yield name, value
    for of_class in one.get("class", "").split():
        yield from classes.get(of_class, {}).items()
    yield from _declared(one.get("style", ""))


def _classes(root: Element) -> Paint:
    """The colours that a drawing says once for a class of shapes."""
    found: Paint = {}
    for sheet in root.iter(f"{{{SVG}}}style"):
        for named, said in SAID_BY_CLASS.findall(sheet.text or ""):
            for name in re.findall(r"[\w-]+", named):
                found[name] = {**found.get(name, {}), **dict(_declared(said))}
    return found


def _declared(style: str) -> Iterator[tuple[str, str]]:
    """The colours of `fill: red; stroke: none`."""
    for one in style.split(";"):
        name, _, value = (part.strip() for part in one.partition(":"))
        if name in PAINT and _is_plain(value):
            yield name, value


def _is_plain(value: str) -> bool:
    """Whether a value is numbers, words and colours, or a part of the drawing itself."""
    return bool(VALUE.fullmatch(value) or OWN.fullmatch(value))


def _name(one: Element) -> str:
    """The name of an element of a drawing; of anything else, that it is none."""
    space, _, name = str(one.tag).rpartition("}")
    return name if space == f"{{{SVG}" else FOREIGN


def _refused(what: str) -> PracticeError:
    return PracticeError([Problem("logo", what)])
