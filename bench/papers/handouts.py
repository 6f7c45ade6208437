"""How long a handout takes, first and later, against WeasyPrint; how long a picture takes to read.

    python -m bench.papers.handouts [--against]

Each handout is of another client, so that nothing of the one before is taken over. Times are of the
processor, so that another program's work does not count. --against needs WeasyPrint (`pip install
weasyprint`, and Pango on the machine): it gets the same words as plain paragraphs, the week and the
diary as tables, and the same four pictures, each client's anew, tagged, in the same typeface.
"""

import argparse
import subprocess
import sys
from html import escape
from importlib import import_module
from statistics import median
from time import process_time

from bench import ROOT
from planner.exports import documents
from planner.exports.documents import Document, Given
from planner.exports.paper import typeface
from planner.figures import stored
from planner.figures.style import Theme
from planner.knowledge import load
from planner.model.intake import read_intake
from planner.safety.others import spelled_out
from planner.visit import samples
from planner.visit.main_line import first_visit
from planner.words import SOURCE
from tests.exports.papers.every_paper import paper

RUNS = 15
BOX = "<i></i>"
FOUR_PICTURES = "knee-anticoagulant"
FIRST = "from bench.papers.handouts import handout_after_start; print(handout_after_start())"


def main() -> None:
    """Print the figures."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--against", action="store_true")
    said = asked.parse_args()
    tasks = load().self_care
    reads = [milliseconds_to_read(task, theme) for task in tasks for theme in Theme]
    print(f"read a picture, the slowest of {len(reads):3}   {max(reads):8.2f} ms (target 5)")
    first = [float(_in_a_process_of_its_own()) for _ in range(3)]
    print(f"first handout after start               {median(first):8.1f} ms (target 1000)")
    for name in samples.with_a_plan():
        given = given_of(name)
        pictures = sum(stored.still(one.id) is not None for one in given.plan.self_care)
        took = milliseconds_to_print(given)
        print(f"handout {name:31} {took:8.1f} ms, {pictures} pictures (target 150)")
    if said.against:
        ours = milliseconds_to_print(given_of(FOUR_PICTURES))
        theirs = milliseconds_of_weasyprint()
        print(
            f"WeasyPrint, the same words and pictures {theirs:8.1f} ms: {theirs / ours:.1f} times"
        )


def handout() -> Document:
    """The client's own paper, or where there is none of its own the plan that holds it."""
    own = (one for one in documents.DOCUMENTS if one.kind == "client-pdf")
    return next(own, documents.PLAN_PDF)


def given_of(name: str) -> Given:
    """What the handout of a sample is made from."""
    path = samples.with_a_plan()[name]
    intake = spelled_out(read_intake(path.read_bytes(), load().known_ids), load())
    return Given(first_visit(intake, load()), intake, load(), SOURCE)


def of_client(given: Given, number: int) -> Given:
    """The same plan of another client."""
    return given._replace(plan=given.plan.replaced(client=f"Client {number}"))


def _in_a_process_of_its_own() -> str:
    ran = subprocess.run(
        [sys.executable, "-c", FIRST], cwd=ROOT, check=True, capture_output=True, text=True
    )
    return ran.stdout


def handout_after_start() -> float:
    """The first handout of a process, what it loads for it with it."""
    given = given_of(FOUR_PICTURES)
    typeface.bundled.cache_clear()
    begin = process_time()
    handout().make(given)
    return (process_time() - begin) * 1000


def milliseconds_to_read(task: str, theme: Theme) -> float:
    """One picture, read for the first time."""
    begin = process_time()
    stored.still(task, theme)
    return (process_time() - begin) * 1000


def milliseconds_to_print(given: Given) -> float:
    """The handout, the middle of several clients."""
    times = []
    for number in range(RUNS + 1):
        of = of_client(given, number)
        begin = process_time()
        handout().make(of)
        times.append((process_time() - begin) * 1000)
    return median(times[1:])


def milliseconds_of_weasyprint() -> float:
    """The same words and pictures by WeasyPrint, the middle of several clients."""
    weasyprint = import_module("weasyprint")
    fonts = import_module("weasyprint.text.fonts").FontConfiguration()

    times = []
    for number in range(RUNS + 1):
        page = as_html(of_client(given_of(FOUR_PICTURES), number))
        begin = process_time()
        weasyprint.HTML(string=page).write_pdf(font_config=fonts, pdf_variant="pdf/ua-1")
        times.append((process_time() - begin) * 1000)
    return median(times[1:])


def as_html(given: Given) -> str:
    """The words of a handout as paragraphs, its week and diary as tables, its pictures thrice."""
    one = handout()
    said = paper(one.name, one.reader, lambda: one.make(given)).said
    drawn = [picture for task in given.plan.self_care if (picture := stored.still(task.id))]
    words = "".join(f"<p>{escape(sentence)}</p>" for sentence in said)
    faces = "".join(_face(name, weight) for name, weight in (("Regular", 400), ("Bold", 700)))
    figures = "".join(f'<div style="width:66pt">{picture}</div>' for picture in drawn)
    week = _table([[picture, *[BOX] * 7] for picture in drawn])
    diary = _table([[f"Day {day}", "", "", "", *[BOX] * (len(drawn) + 3)] for day in range(31)])
    heads = _table([drawn])
    return (
        f'<html lang="en"><head><title>Your plan</title><style>{faces}'
        f"body{{font-family:ours;font-size:12pt}}"
        f"td{{border-bottom:0.5pt solid grey}}svg{{width:66pt}}"
        f"i{{display:inline-block;width:12pt;height:12pt;border:1pt solid black}}</style></head>"
        f"<body><h1>{escape(given.plan.client)}</h1>"
        f"{week}{words}{heads}{diary}{figures}</body></html>"
    )


def _table(rows: list[list[str]]) -> str:
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    return f"<table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def _face(name: str, weight: int) -> str:
    path = (typeface.OURS / f"SourceSansPro-{name}.otf").as_uri()
    return f"@font-face{{font-family:ours;font-weight:{weight};src:url({path})}}"


if __name__ == "__main__":
    main()
