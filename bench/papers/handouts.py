"""How long a handout takes, first and later; how long a picture takes to read.

    python -m bench.papers.handouts

Each handout is of another client, so that nothing of the one before is taken over. Times are of the
processor, so that another program's work does not count.
"""

import subprocess
import sys
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
from planner.safety.asking.others import spelled_out
from planner.visit import samples
from planner.visit.main_line import first_visit
from planner.words import SOURCE

RUNS = 15
FOUR_PICTURES = "knee-anticoagulant"
FIRST = "from bench.papers.handouts import handout_after_start; print(handout_after_start())"


def main() -> None:
    """Print the figures."""
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


if __name__ == "__main__":
    main()
