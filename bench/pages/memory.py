"""The memory of a server with one consultation open, after many answers, beside a bare page's."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bench import ROOT
from bench.pages.sessions import WIDGETS, Answer, in_the_plan, on_the_bare_page, widgets_of
from bench.table.measured import Found, Measured
from tests.browser.conftest import Server, free_port, start

EARLY = 0.1  # of the answers: from here on a server has loaded what it needs
Running = tuple[str, Server]


def measured(answers: int) -> Mapping[str, Found]:
    """So many answers to each, in turn."""
    with ExitStack() as stack:
        scripts = (ROOT / "app.py", ROOT), (WIDGETS, WIDGETS.parent)
        ours, theirs = (stack.enter_context(_server(*one)) for one in scripts)
        query = f"widgets={widgets_of(ours[0])}"
        answer = in_the_plan(ours[0]), on_the_bare_page(theirs[0], query)
        early = _after(range(round(answers * EARLY)), answer, ours, theirs)
        late = _after(range(round(answers * EARLY), answers), answer, ours, theirs)
    grown = [max(0.0, after - before) for after, before in zip(late, early, strict=True)]
    note = f"of that, {grown[0]:.1f} MB came with the last nine tenths of {answers:,} answers"
    return {"memory": Measured(late[:1], late[1:], f"{note}, {grown[1]:.1f} MB on the bare page")}


@contextmanager
def _server(script: Path, folder: Path) -> Iterator[Running]:
    port = free_port()
    process = start(script, folder, {}, port)
    try:
        yield f"http://127.0.0.1:{port}", process
    finally:
        process.terminate()
        process.wait(timeout=10)


def _after(turns: range, answers: tuple[Answer, Answer], *servers: Running) -> tuple[float, ...]:
    for turn in turns:
        for answer in answers:
            answer(turn)
    return tuple(_resident(process.pid) for _, process in servers)


def _resident(process: int) -> float:
    """What is in memory now, in MB."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return int(dict(line.split(":", 1) for line in lines)["VmRSS"].split()[0]) / 1024
