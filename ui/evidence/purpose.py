"""What the program is for, and what not: one statement, as `docs/intended-purpose.md` has it."""

import streamlit as st

from planner.words import say
from ui.parts.markdown import bullets
from ui.state.language import tell

FOR = (
    say(
        "It helps a massage therapist to turn one conversation with a client in long-lasting pain"
        " into a plan: massage, other therapies and what to do at home, each line with its reason"
        " and its source."
    ),
    say(
        "It asks first about signs that need a doctor. Where there is one it makes no plan, but a"
        " note to take along."
    ),
    say(
        "It keeps visits, sessions and the diary, and proposes at a later visit what to keep, to"
        " change or to stop."
    ),
    say("The therapist decides about every line, and answers for what is done."),
)
NOT_FOR = (
    say(
        "No diagnosis: it does not say what illness or cause is behind a pain. What kind of pain it"
        " is, the therapist or a clinician says."
    ),
    say(
        "No prognosis: what studies saw in groups of people is told with how sure it is, and"
        " nothing is foretold for one client."
    ),
    say("No advice on medicines: whoever prescribes them decides about them."),
    say("Not for emergencies: where a sign is one, it says to get help now, and makes no plan."),
    say(
        "Not for clients on their own: they answer beforehand and take the plan home, and a"
        " therapist goes through both."
    ),
    say(
        "Not for children under 12, for whom it makes no plan. From 12 to 17 a parent or guardian"
        " signs. What was studied was studied in adults."
    ),
)
CAUTION = say(
    "Whether it counts as a medical device where it is used is for whoever puts it on the market or"
    " into use to find out. Nothing here answers that."
)


def draw() -> None:
    """The statement, folded."""
    with st.expander(tell("What this program is for, and what not")):
        st.markdown(bullets((*FOR, *NOT_FOR)))
        st.markdown(tell(CAUTION))
