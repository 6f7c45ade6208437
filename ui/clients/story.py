"""The client's story on one screen: how it went, where it hurt then and now, what comes next."""

from datetime import date
from functools import partial

import streamlit as st

from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.planning.course.occasions import span_on, visit_on
from planner.visit.client.day import next_day
from planner.visit.client.state import NAME, Step, called, hurts, more_of, next_step, state_of
from planner.visit.client.story import Happened, Marks, Story, happened, story
from planner.words import dated, say
from planner.words.plan import how_often, minutes, when
from records import HANDED_OUT, DiaryLine, Records
from ui import sessions
from ui.body_chart.still import seen_best, still
from ui.clients import ways
from ui.clients.seen import Seen
from ui.parts.wording import linked
from ui.state import clock
from ui.state.language import knowledge, shown, tell, tell_many

MOST, MOST_FILES = 6, 3  # lines of a card before the rest is asked for: all of it in one screen
ALL, ALL_FILES = "all-that-happened", "all-the-papers"


def head(of: Seen) -> None:
    """Whose page it is, how it stands, and since when."""
    today, first = clock.today(), of.visits[-1].on
    state = state_of(of.known, today)
    with st.container(horizontal=True, vertical_alignment="center", key="story-head"):
        st.button(tell("All clients"), key="all-clients", icon=":material/arrow_back:",
                  type="tertiary", on_click=ways.choose, args=(None,))  # fmt: skip
        st.title(_name(of), anchor=False, width="content")
        st.html(f'<span class="state-chip" data-tone="{state.value}"></span>')
        st.markdown(tell("**{state}**", state=NAME[state]), width="content")
        weeks = (today - first).days // 7
        hurt = shown(hurts(of.known, knowledge()))
        more = shown(more_of(of.known, today))
        st.caption(linked(hurt, more), width="content")
        since = tell("since {day}", day=first)
        lasted = tell_many("{number} week", "{number} weeks", weeks) if weeks > 0 else ""
        st.caption(linked(since, lasted), width="stretch")


def _name(of: Seen) -> str:
    name, age = shown(called(of.known)), of.known.glance.age
    return name if age is None else tell("{label}, {age}", label=name, age=age)


def pictures(of: Seen) -> None:
    """Pain and goals over all visits, and the body then and now."""
    told = story(of.made, of.beside)
    left, right = st.columns([2, 1])
    with left, st.container(border=True, key="story-course"):
        _course(told)
    with right, st.container(border=True, key="story-body"):
        _body(told)


def _course(told: Story) -> None:
    from planner.charts.story import story_picture

    picture = story_picture(told)
    st.header(tell("Pain and what can be done"), anchor=False)
    if picture is None:
        st.caption(tell("No pain was scored yet."))
        return
    figure = shown(picture)
    st.vega_lite_chart(figure.spec, theme=None, alt=figure.alt, width="stretch")
    st.caption(figure.alt)


def _body(told: Story) -> None:
    st.header(tell("Then and now"), anchor=False)
    if told.then is None:
        st.caption(tell("Nothing was marked on the body chart."))
        return
    some = [one for one in (told.then, told.now) if one]
    view = seen_best(*(one.levels for one in some))
    for column, one, place in zip(st.columns(2), some, ("then", "now"), strict=False):
        with column:
            still(one.levels, view, _marked(one), key=f"still-{place}")
            st.caption(_marked(one))


def _marked(one: Marks) -> str:
    many = tell_many("{number} place", "{number} places", len(one.levels))
    return tell("{day:short-year} · {places}", day=one.on, places=many)


def cards(records: Records, of: Seen) -> None:
    """What happened, what comes next, and what was handed out."""
    left, right = st.columns(2)
    with left, st.container(border=True, key="story-happened", gap=None):
        _happened(of)
    with right:
        with st.container(border=True, key="story-next"):
            _next(records, of)
        with st.container(border=True, key="story-files", gap=None):
            _files(records, of)


def _happened(of: Seen) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="story-happened-head"):
        st.header(tell("What happened"), anchor=False)
        visits = tell_many("{number} visit", "{number} visits", len(of.visits))
        had = len(of.beside.sessions)
        massages = tell_many("{number} session", "{number} sessions", had) if had else ""
        st.caption(linked(visits, massages), width="stretch")
        lines = _in_time(of)
        shown_all = st.session_state.get(ALL) == of.line.id
        if not shown_all and lines[MOST:]:
            st.button(tell("All {number} entries", number=len(lines)), key="story-all",
                      type="tertiary", on_click=_show_all, args=(of.line.id, ALL))  # fmt: skip
    for one in lines if shown_all else lines[:MOST]:
        if isinstance(one, Happened):
            _visit(one)
        else:
            sessions.line(of.line.id, one)


def _in_time(of: Seen) -> list[Happened | sessions.Logged]:
    """Visits and sessions, latest first."""
    lines: list[Happened | sessions.Logged] = [*happened(of.made), *sessions.logged(of.line.id)]
    return sorted(lines, key=lambda one: one.on, reverse=True)


def _show_all(client: str, of: str) -> None:
    st.session_state[of] = client


def _visit(one: Happened) -> None:
    words = tell(
        "{day:short-year} · **{title}** {more}", day=one.on, title=one.title, more=one.more
    )
    st.button(words, key=f"open-{one.token}", type="tertiary", width="stretch",
              icon=":material/event_available:",
              on_click=ways.to_visit, args=(one.token,))  # fmt: skip


DOES: dict[Step, Phrase] = {
    Step.GO_ON: say("Go on with the visit"),
    Step.SESSION: say("Open plan"),
    Step.OPEN: say("Open the visit"),
}


def _next(records: Records, of: Seen) -> None:
    st.header(tell("Next step"), anchor=False)
    step = next_step(of.known, clock.today())
    st.markdown(_what_next(of, step))
    with st.container(horizontal=True, key="story-acts"):
        if step is Step.SESSION:
            sessions.ways(of.line.id, first=True)
        _act(records, of, step)
        if step is not Step.REVIEW:
            _review(records, of, first=False)
        if step in (Step.REVIEW, Step.OPEN):
            sessions.ways(of.line.id, first=False)


def _act(records: Records, of: Seen, step: Step) -> None:
    if step is Step.REVIEW:
        _review(records, of, first=True)
        return
    st.button(tell(DOES[step]), key="story-step",
              type="secondary" if step is Step.SESSION else "primary",
              on_click=ways.to_latest, args=(records, of.line.id))  # fmt: skip


def _review(records: Records, of: Seen, *, first: bool) -> None:
    """Another visit, which looks back on the last."""
    st.button(
        tell("Begin the review"),
        key="next-visit",
        type="primary" if first else "secondary",
        help=tell(
            "Pain sources, lasting answers and wishes are taken over. The scores and the short "
            "safety screen are asked again."
        ),
        on_click=ways.begin_next,
        args=(records, of.line.id),
    )


def _what_next(of: Seen, step: Step) -> str:
    """The next planned day, and what the plan in force has for it in a line."""
    day, plan = next_day(of.known, clock.today()), of.plan
    if step is not Step.SESSION or day is None:
        return shown(more_of(of.known, clock.today()))
    visit = visit_on(plan, day) if plan else None
    on = when(visit) if visit else dated(day, "day")
    return tell("**Session, {when}**  \n{dose}", when=on, dose=_dose(plan, day) if plan else "")


def _dose(plan: Plan, day: date) -> str:
    """How often and how long in the phase that a day's visit belongs to."""
    span = span_on(plan, day)
    if span is None:
        return ""
    dose = how_often(span.phase.sessions_per_week), minutes(span.minutes)
    return tell("{parts:dots}", parts=dose)


def _files(records: Records, of: Seen) -> None:
    shown_all = st.session_state.get(ALL_FILES) == of.line.id
    with st.container(horizontal=True, vertical_alignment="center", key="story-files-head"):
        st.header(tell("Handed out, as it was"), anchor=False)
        if not shown_all and of.files[MOST_FILES:]:
            st.button(tell("All {number} papers", number=len(of.files)), key="files-all",
                      type="tertiary", on_click=_show_all,
                      args=(of.line.id, ALL_FILES))  # fmt: skip
    if not of.files:
        st.caption(tell("Each paper that leaves the screen is kept here as it was."))
    for one in of.files if shown_all else of.files[:MOST_FILES]:
        _file(records, one)


def _file(records: Records, one: DiaryLine) -> None:
    kind = say("handed out") if one.kind == HANDED_OUT else say("brought along")
    day = one.kept_at.astimezone().date()
    words = tell("{day:short-year} · **{name}** {kind}", day=day, name=one.name, kind=kind)
    st.download_button(words, data=partial(records.diary, one.id), file_name=one.name,
                       key=f"file-{one.id}", type="tertiary", width="stretch",
                       on_click="ignore", icon=":material/description:")  # fmt: skip
