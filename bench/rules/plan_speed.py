"""How long the planner takes: loading the knowledge once, then one plan for each sample.

python -m bench.rules.plan_speed
"""

from collections.abc import Callable
from functools import partial
from statistics import median
from time import process_time

from planner.knowledge.load import DATA, load
from planner.model.intake import read_intake
from planner.safety.asking.others import spelled_out
from planner.visit import samples
from planner.visit.main_line import first_visit

RUNS = 200


def milliseconds(work: Callable[[], object]) -> float:
    """The median time of one call on the processor, in milliseconds."""
    times = []
    for _ in range(RUNS):
        begin = process_time()
        work()
        times.append((process_time() - begin) * 1000)
    return median(times)


def main() -> None:
    """Print the figures."""
    loads = []
    for _ in range(5):
        load.cache_clear()
        begin = process_time()
        knowledge = load(DATA)
        loads.append((process_time() - begin) * 1000)
    print(f"load and check the knowledge base   {median(loads):8.1f} ms (target 300)")
    for name, path in {**samples.with_a_plan(), **samples.without_a_plan()}.items():
        intake = spelled_out(read_intake(path.read_bytes(), knowledge.known_ids), knowledge)
        took = milliseconds(partial(first_visit, intake, knowledge))
        print(f"plan {name:30} {took:8.2f} ms (target 5)")


if __name__ == "__main__":
    main()
