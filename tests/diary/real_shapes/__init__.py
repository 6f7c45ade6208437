"""Look-alikes of real diary files: invented people and values in the shapes people bring.

Each shape is written by code from the days it must be read as.
"""

from tests.diary.real_shapes import apps, attacks, tables
from tests.diary.real_shapes.shape import Shape

SHAPES: dict[str, Shape] = {
    one.name: one for module in (apps, attacks, tables) for one in module.shapes()
}
