"""The frame around every page: who may come in, which pages there are, what is set up once."""

from functools import cache
from pathlib import Path
from threading import Timer

import streamlit as st

from ui import clients, consultation, evidence, handed_over, practice, sessions
from ui.shell import entrance, last_resort, save_notice, streamlit_words, under_way
from ui.shell.elements import draw_as_typed
from ui.shell.streamlit_patch import let_callbacks_end
from ui.state import autosave, redrawn, session, step_in_address
from ui.state import practice as practice_of
from ui.state.language import read_by, tell, turn_to, unspoken

FIRST = "consultation"
WHILE_IT_IS_READ = 2.0  # seconds after the first page was asked for
HERE = Path(__file__).parent
STYLE = HERE / "style"
ICON = str(HERE / "icon.svg")  # a named icon would be fetched from the network


def run() -> None:
    """Draw the page that was asked for, with the visit that stood open."""
    draw_as_typed()
    if fault := unspoken():
        st.error(fault)
        return
    _load_charts_later()
    let_callbacks_end()
    st.set_page_config(page_title=tell("Pain-plan builder"), page_icon=ICON, layout="wide")
    st.html(_style())
    if not entrance.is_open():
        st.navigation([st.Page(_nothing, title=tell("Pain-plan builder"))], position="hidden")
        return
    session.resume()
    step_in_address.resume()
    turn_to(read_by(session.draft()) if handed_over.now() else practice_of.screen())
    session.note_what_left()
    pages = _pages()
    is_handed_over = bool(handed_over.now())
    page = st.navigation(list(pages.values()), position="hidden" if is_handed_over else "top")
    wanted = st.session_state.pop(session.GO, None)
    if wanted:
        st.switch_page(pages[wanted])
    redrawn.begin()
    autosave.show_address()
    step_in_address.show()
    sessions.resume()
    handed_over.show_in_address()
    streamlit_words.turn()
    under_way.watch()
    if is_handed_over:
        handed_over.draw()
        return
    save_notice.draw()
    with last_resort.said():
        page.run()
    st.session_state[session.DRAWN_BEFORE] = True


@cache
def _style() -> str:
    """How everything looks, tokens first: later sheets lean on them."""
    sheets = sorted(STYLE.glob("*.css"), key=lambda one: (one.stem != "tokens", one.stem))
    return f"<style>{''.join(one.read_text(encoding='utf-8') for one in sheets)}</style>"


def _nothing() -> None:
    """The page of somebody who may not come in."""


def _pages() -> dict[str, st.Page]:
    """Every page under its place in the address."""
    drawn = {
        "consultation": (consultation.draw, tell("Consultation")),
        "clients": (clients.draw, tell("Clients")),
        "diary": (_diary, tell("Diary")),
        "follow-up": (_follow_up, tell("Follow-up")),
        "evidence": (evidence.draw, tell("Evidence")),
        "practice": (practice.draw, tell("Practice")),
    }
    return {
        path: st.Page(draw, title=title, url_path=path, default=path == FIRST)
        for path, (draw, title) in drawn.items()
    }


def _diary() -> None:
    """The diary page; its charts and statistics load slowly, and not every process needs them."""
    from ui import diary

    diary.draw()


def _follow_up() -> None:
    """The follow-up page, which reads the diary too."""
    from ui import follow_up

    follow_up.draw()


@cache
def _load_charts_later() -> None:
    """Charts take over a second to load: done once, while the first page is read."""
    later = Timer(WHILE_IT_IS_READ, _load_charts)
    later.daemon = True
    later.start()


def _load_charts() -> None:
    # loaded, so that nothing waits for them later
    import planner.charts.figures
    import planner.charts.story  # noqa: F401
