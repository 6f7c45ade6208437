"""How long a handout takes, and how long a picture takes to be read, once both are warm.

python bench/handout_speed.py

Each handout is of another client, so that nothing of the page before is taken over.
"""

import sys
from pathlib import Path
from statistics import median
from time import process_time

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from planner.exports.paper.pdf import plan_pdf  # noqa: E402
from planner.figures import stored  # noqa: E402
from planner.figures.style import Theme  # noqa: E402
from planner.knowledge import load  # noqa: E402
from planner.model.intake import read_intake  # noqa: E402
from planner.model.plan import Plan  # noqa: E402
from planner.safety.others import spelled_out  # noqa: E402
from planner.visit import samples  # noqa: E402
from planner.visit.main_line import first_visit  # noqa: E402

RUNS = 9


def main() -> None:
    """Print the figures."""
    knowledge = load()
    reads = [milliseconds_to_read(task, theme) for task in knowledge.self_care for theme in Theme]
    print(f"read a picture, the slowest of {len(reads):3}   {max(reads):8.2f} ms (target 5)")
    for name, path in samples.with_a_plan().items():
        intake = spelled_out(read_intake(path.read_bytes(), knowledge.known_ids), knowledge)
        plan = first_visit(intake, knowledge)
        pictures = sum(stored.still(one.id) is not None for one in plan.self_care)
        took = milliseconds_to_print(plan)
        print(f"handout {name:27} {took:8.1f} ms, {pictures} pictures (target 250)")


def milliseconds_to_read(task: str, theme: Theme) -> float:
    """One picture, read for the first time."""
    begin = process_time()
    stored.still(task, theme)
    return (process_time() - begin) * 1000


def milliseconds_to_print(plan: Plan) -> float:
    """The whole handout, the middle of several clients."""
    times = []
    for number in range(RUNS + 1):
        begin = process_time()
        plan_pdf(plan.replaced(client=f"Client {number}"), load())
        times.append((process_time() - begin) * 1000)
    return median(times[1:])


if __name__ == "__main__":
    main()
