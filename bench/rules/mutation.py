"""The ways in which `mutants.py` makes a line of code wrong, one place at a time."""

import ast
from collections.abc import Iterator
from copy import deepcopy
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
TURNED = {"min": "max", "max": "min", "any": "all", "all": "any"}
AROUND = 40  # letters that are shown beside a difference
WORDING = {"say", "say_many", "Problem"}  # calls that hold words for people


class Mutant(NamedTuple):
    """A module with one place made wrong; `what` says which, without its line."""

    path: str
    line: int
    last: int
    what: str
    tree: ast.Module

    @property
    def key(self) -> str:
        """What an allowed survivor is known by: it outlives a move of the line."""
        return f"{self.path} {self.what}"


def mutants_of(path: Path, root: Path) -> list[Mutant]:
    """Every mutant of a module, in the order of the file."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = []
    for number, (node, within) in enumerate(_places(tree)):
        for changed in _changes(node):
            if ast.unparse(changed) == ast.unparse(node):
                continue
            what = f"{within}: {_difference(_short(node), _short(changed))}"
            whole = _with(tree, number, changed)
            name, last = path.relative_to(root).as_posix(), node.end_lineno or node.lineno
            found.append(Mutant(name, node.lineno, last, what, whole))
    return found


def _short(node: ast.AST) -> str:
    return " ".join(ast.unparse(node).split())


def _difference(old: str, new: str) -> str:
    """Where two lines of code differ, with some of what stands around it."""
    alike = max(0, _alike(old, new) - AROUND)
    end = max(0, _alike(old[alike:][::-1], new[alike:][::-1]) - AROUND)
    shown = (one[alike : len(one) - end] for one in (old, new))
    return " -> ".join(f"{'...' * (alike > 0)}{one}{'...' * (end > 0)}" for one in shown)


def _alike(one: str, other: str) -> int:
    """How many letters two texts begin with in common."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _with(tree: ast.Module, number: int, changed: ast.AST) -> ast.Module:
    """A copy of the module with its so many-th place changed."""
    copied = deepcopy(tree)
    place = [node for node, _ in _places(copied)][number]
    _Swap(place, changed).visit(copied)
    return ast.fix_missing_locations(copied)


class _Swap(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self.old, self.new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        """The new node where the old one stood."""
        if node is self.old:
            return ast.copy_location(self.new, node)
        visited: ast.AST = super().visit(node)
        return visited


Place = tuple[ast.expr | ast.stmt, str]


def _places(node: ast.AST, within: str = "") -> Iterator[Place]:
    """Every place that can be made wrong, with the function it stands in; words are left alone."""
    for name, child in _children(node):
        if _is_words(name, child):
            continue
        inside = f"{within}.{child.name}".strip(".") if isinstance(child, NAMED) else within
        if isinstance(child, ast.expr | ast.Return):
            yield child, within
        yield from _places(child, inside)


NAMED = (ast.FunctionDef, ast.ClassDef)


def _children(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    for name, value in ast.iter_fields(node):
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.AST):
                yield name, one


def _is_words(name: str, child: ast.AST) -> bool:
    """Whether a child is a type, a docstring, an import, a list of names, or a sentence."""
    if name in ("annotation", "returns", "decorator_list", "bases", "slice"):
        return True
    if isinstance(child, ast.Import | ast.ImportFrom | ast.Raise | ast.JoinedStr):
        return True
    if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
        return True
    if isinstance(child, ast.Assign) and ast.unparse(child.targets[0]) == "__all__":
        return True
    called = child.func if isinstance(child, ast.Call) else None
    return isinstance(called, ast.Name) and called.id in WORDING


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    """What can be put in the place of a node."""
    match node:
        case ast.Compare(left=left, ops=[operator], comparators=[right]):
            yield ast.Compare(left, [COMPARED[type(operator)]()], [right])
        case ast.BoolOp(op=operator, values=values):
            yield ast.BoolOp(ast.Or() if isinstance(operator, ast.And) else ast.And(), values)
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in RECKONED:
            yield ast.BinOp(left, RECKONED[type(operator)](), right)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            yield operand
        case ast.Call(func=ast.Name(id=name), args=args, keywords=keywords) if name in TURNED:
            yield ast.Call(ast.Name(TURNED[name], ast.Load()), args, keywords)
        case ast.Constant(value=bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(value=int(value) | float(value)):
            yield ast.Constant(value + 1)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            yield ast.IfExp(test, orelse, body)
        case ast.Return(value=value) if value is not None:
            yield ast.Return(_other(value))
        case _:
            yield from _shorter(node)


def _other(value: ast.expr) -> ast.expr:
    """Another answer of the same kind where the kind shows, else none at all."""
    if isinstance(value, ast.Compare | ast.BoolOp):
        return ast.UnaryOp(ast.Not(), value)
    if isinstance(value, ast.Tuple) and value.elts:
        return ast.Tuple([], ast.Load())
    return ast.Constant(None)


def _shorter(node: ast.AST) -> Iterator[ast.AST]:
    """A list without its last element, a comprehension without its condition."""
    match node:
        case ast.Tuple(elts=[*kept, _]) | ast.List(elts=[*kept, _]) if kept:
            yield type(node)(kept, ast.Load())
        case ast.Set(elts=[*kept, _]) if kept:
            yield ast.Set(kept)
        case ast.Dict(keys=[*keys, _], values=[*values, _]) if keys:
            yield ast.Dict(keys, values)
        case ast.ListComp() | ast.SetComp() | ast.GeneratorExp() | ast.DictComp():
            if node.generators[0].ifs:
                bare = deepcopy(node)
                bare.generators[0].ifs = []
                yield bare
        case _:
            return
