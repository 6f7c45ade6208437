"""What is kept of the file of an app: the table it gave, and nothing else that was in it."""

import csv
import io
from pathlib import PurePosixPath

from planner.diary.file.read import grids, holds_more
from planner.diary.values.cells import OF_AN_APP


def kept_file(name: str, data: bytes) -> tuple[str, bytes]:
    """The name and the bytes to keep: of an app's own file its table, which is read alike.

    The export of a phone holds all that it ever measured, a backup every photograph.
    """
    found = grids(data, name) if holds_more(data) else ()
    if len(found) != 1 or OF_AN_APP not in found[0].attrs:
        return name, data
    out = io.StringIO(newline="")
    lines = csv.writer(out, delimiter="\t")
    lines.writerows(
        [" ".join(cell.split()) for cell in row] for row in found[0].to_numpy().tolist()
    )
    return f"{PurePosixPath(name).stem}.tsv", out.getvalue().encode()
