"""The documents that may leave the screen, each built when it is asked for."""

from collections.abc import Callable
from functools import partial
from typing import Literal

import streamlit as st

from planner.knowledge import Knowledge
from planner.model.intake import Intake
from planner.model.plan import Plan

Kind = Literal["primary", "secondary"]

# The exporters are imported on the click: typst takes longer to load than a plan takes to make.
# Streamlit calls these in another thread, so each is handed the plan it stands for.


def draw(plan: Plan, intake: Intake, knowledge: Knowledge, finished: bool) -> None:
    """The plan's documents, or under a stop or a hold the note's; under `ask` none."""
    if plan.clearance.may_be_handed_out and finished:
        made, name = (plan, knowledge), f"pain-plan-{plan.on}"
        button("PDF", partial(_plan_pdf, *made), f"{name}.pdf", "primary", shortcut="P")
        button("CSV", partial(_plan_csv, *made), f"{name}.csv", shortcut="T")
        button("Calendar", partial(_plan_ics, *made), f"{name}.ics", shortcut="K")
    elif not plan.clearance.may_be_handed_out and not plan.draft:
        note(plan, intake, knowledge)


def note(plan: Plan, intake: Intake, knowledge: Knowledge) -> None:
    """The note for whoever sees the client next, as PDF and as text."""
    made = (plan, intake, knowledge)
    button("Note (PDF)", partial(_note_pdf, *made), f"note-{plan.on}.pdf", "primary")
    button("Note (text)", partial(_note_text, *made), f"note-{plan.on}.txt")


def for_records(plan: Plan, knowledge: Knowledge) -> None:
    """The plan for another records system, where it may be handed out."""
    if plan.clearance.may_be_handed_out:
        button("FHIR", partial(_plan_fhir, plan, knowledge), f"pain-plan-{plan.on}.fhir.json")


def button(
    label: str,
    make: Callable[[], bytes],
    file_name: str,
    kind: Kind = "secondary",
    shortcut: str | None = None,
) -> None:
    """One document, made on the click in another thread from what it is handed here."""
    st.download_button(
        label,
        data=make,
        file_name=file_name,
        key=f"download-{label}",
        type=kind,
        shortcut=shortcut,
        icon=":material/download:",
        on_click="ignore",
    )


def _plan_pdf(plan: Plan, knowledge: Knowledge) -> bytes:
    from planner.exports.pdf import plan_pdf

    return plan_pdf(plan, knowledge)


def _plan_csv(plan: Plan, knowledge: Knowledge) -> bytes:
    from planner.exports.table import plan_csv

    return plan_csv(plan, knowledge).encode()


def _plan_ics(plan: Plan, knowledge: Knowledge) -> bytes:
    from planner.exports.calendar_file import plan_ics

    return plan_ics(plan, knowledge)


def _plan_fhir(plan: Plan, knowledge: Knowledge) -> bytes:
    from planner.exports.care_plan import plan_fhir

    return plan_fhir(plan, knowledge).encode()


def _note_pdf(plan: Plan, intake: Intake, knowledge: Knowledge) -> bytes:
    from planner.exports.note import note_for
    from planner.exports.pdf import note_pdf

    return note_pdf(note_for(plan, intake, knowledge))


def _note_text(plan: Plan, intake: Intake, knowledge: Knowledge) -> bytes:
    from planner.exports.note import note_for, note_text

    return note_text(note_for(plan, intake, knowledge)).encode()
