"""Every row of the table: what of ours, beside what, to which goal, and why it is missed."""

from bench.table.rows import Family, Goal, Kind, Row

FASTER_THAN_WEASYPRINT = 8
SHEET = "the client's handout, four pictures"
MORE_ON_THE_PAGE = "a plan is made, kept on disk and drawn between the key and the words"
MORE_THAN_READING = (
    "reading as `read_csv` does is a fifth of it; three tenths recognise columns, a quarter makes"
    " days of them, a sixth counts weeks and months"
)

RULES = Family(
    "plan", "bench.rules.plans:beside_a_round_trip", 30, 3, 20,
    (
        Row(
            "plan",
            "a first plan of an intake, the mean of the samples",
            "reading and writing the same intake and plan with pydantic: nothing else makes such"
            " plans, and whatever did would have to do this",
            "ms", Kind.PROCESSOR, Goal(value=5),
            "the goal is of the first edition, with fewer questions, limits and home tasks",
        ),
    ),
)  # fmt: skip
KNOWLEDGE = Family(
    "knowledge", "bench.rules.plans:ten_times_as_large", 10, 1, 50,
    (
        Row(
            "knowledge-load",
            "loading and checking knowledge ten times as large",
            "the same as it is",
            "ms", Kind.PROCESSOR, Goal(ratio=10),
            "nothing in it grows faster than the files, but Python's collector looks at all of it",
        ),
        Row(
            "knowledge-plan",
            "a first plan on knowledge ten times as large",
            "the same plan on it as it is",
            "ms", Kind.PROCESSOR, Goal(ratio=10),
        ),
    ),
)  # fmt: skip
PAPERS = Family(
    "pdf", "bench.papers.beside_others:measured", 9, 1, 40,
    (
        Row(
            "pdf-weasyprint", SHEET,
            "WeasyPrint: the same words, tables and pictures, tagged",
            "ms", Kind.PROCESSOR, Goal(1 / FASTER_THAN_WEASYPRINT, 150),
        ),
        Row(
            "pdf-reportlab", SHEET,
            "ReportLab: the same words and tables, without pictures and tags",
            "ms", Kind.PROCESSOR,
        ),
        Row(
            "pdf-fpdf2", SHEET,
            "fpdf2: the same words and tables, without pictures and tags",
            "ms", Kind.PROCESSOR,
        ),
    ),
)  # fmt: skip
DIARY = Family(
    "million", "bench.diary.million:measured", 10, 1, 30,
    (
        Row(
            "million-dates",
            "a diary of a million rows read, cleaned and analysed",
            "bare `pandas.read_csv` of the file",
            "ms", Kind.CLOCK, Goal(ratio=2.5), MORE_THAN_READING,
        ),
        Row(
            "million-stamps",
            "the same with the second of each entry",
            "bare `pandas.read_csv` of the file",
            "ms", Kind.CLOCK, Goal(ratio=2.5), MORE_THAN_READING,
        ),
        Row(
            "million-memory",
            "its peak memory, imports included",
            "that of `pandas.read_csv`",
            "MB", Kind.MEMORY, Goal(ratio=3),
        ),
    ),
)  # fmt: skip
CLIENTS = Family(
    "clients", "bench.records.clients:measured", 5, 1, 90,
    (
        Row(
            "clients-list",
            "the list of 10,000 clients as its page makes it: counted, in order, in words",
            "a plain SQLite query of the same rows",
            "ms", Kind.PROCESSOR,
        ),
        Row(
            "clients-search",
            "one of 10,000 clients found by the label",
            "a plain SQLite query with `like`",
            "ms", Kind.PROCESSOR,
        ),
        Row(
            "clients-grow",
            "the list of 10,000 clients as its page makes it",
            "that of 10",
            "ms", Kind.PROCESSOR, Goal(ratio=1.5),
            "the page counts over all clients at every draw, which `docs/decisions.md` chose",
        ),
        Row(
            "clients-page",
            "one page of 20 from the records of 10,000 clients",
            "one page from those of 10",
            "ms", Kind.PROCESSOR, Goal(ratio=1.5),
        ),
        Row(
            "clients-open",
            "one visit opened among those of 10,000 clients",
            "one among those of 10",
            "ms", Kind.PROCESSOR, Goal(ratio=1.5),
        ),
        Row(
            "clients-save",
            "one answer saved, with its line in the trail and its sums",
            "the same bytes put into a plain SQLite table",
            "ms", Kind.PROCESSOR, Goal(value=5),
            "an answer writes a revision, the client's line and one of the trail, with their sums",
        ),
    ),
)  # fmt: skip
ANSWERS = Family(
    "answers", "bench.pages.answers:measured", 30, 3, 90,
    (
        Row(
            "answer",
            "an answer, kept on disk, until the plan beside it says so",
            "a slider on a bare page with as many widgets, until its text says so",
            "ms", Kind.CLOCK, Goal(ratio=1.4), MORE_ON_THE_PAGE,
        ),
        Row(
            "answer-slider",
            "the same answer",
            "a bare page with nothing but a slider and its text",
            "ms", Kind.CLOCK, Goal(ratio=1.4), MORE_ON_THE_PAGE,
        ),
        Row(
            "edit",
            "an edit of the plan in full, until its line says so",
            "a bare page with nothing but a slider and its text",
            "ms", Kind.CLOCK, Goal(ratio=1.4), MORE_ON_THE_PAGE,
        ),
    ),
)  # fmt: skip
FIRST_PAGE = Family(
    "first-page", "bench.pages.first_page:measured", 5, 1, 80,
    (
        Row(
            "first-page",
            "the first page of a server that has just started",
            "a bare page with a slider and its text",
            "ms", Kind.CLOCK, Goal(ratio=1.2),
            "the browser fetches a quarter more of Streamlit's files than for a slider, and a"
            " server's first run opens the records and makes the chart",
        ),
    ),
)  # fmt: skip
SESSIONS = Family(
    "sessions", "bench.pages.sessions:measured", 9, 1, 110,
    tuple(
        Row(
            f"sessions-{number}",
            f"an answer over the websocket, {number} at once, each kept on disk",
            "as many at once on a bare page with as many widgets",
            "ms", Kind.CLOCK, Goal(ratio=1),
            "each answer makes a plan and is kept on disk, all in one process",
        )
        for number in (1, 10, 50)
    ),
)  # fmt: skip
MEMORY = Family(
    "memory", "bench.pages.memory:measured", 1000, 50, 90,
    (
        Row(
            "memory",
            "a server with one consultation open, after 1,000 answers",
            "one with a bare page of as many widgets, after as many",
            "MB", Kind.MEMORY,
        ),
    ),
)  # fmt: skip
FAMILIES = (ANSWERS, FIRST_PAGE, SESSIONS, MEMORY, RULES, KNOWLEDGE, PAPERS, DIARY, CLIENTS)
