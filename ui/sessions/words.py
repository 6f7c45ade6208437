"""The words beside a session's rows: all that its buttons and hints say."""

from functools import cache
from typing import Any

from planner.model.between.session import ConsentToday
from planner.model.follow_up import AfterLastTime
from planner.model.vocabulary import Answer
from planner.words import Language, say_in
from ui.state.language import tell

AFTERWARDS = {  # short, as they stand on a button
    AfterLastTime.BETTER: say_in("after the last session, on a button", "Better"),
    AfterLastTime.AS_USUAL: say_in("after the last session, on a button", "As usual"),
    AfterLastTime.SORE: say_in("after the last session, on a button", "Sore a day or two"),
    AfterLastTime.FLARE: say_in("after the last session, on a button", "Worse for longer"),
}
NEWS = {Answer.NO: say_in("anything new", "No"), Answer.YES: say_in("anything new", "Yes, ask")}
CONSENT = {
    ConsentToday.YES: say_in("consent today", "Yes"),
    ConsentToday.CHANGED: say_in("consent today", "Changed"),
    ConsentToday.NO: say_in("consent today", "No"),
}


@cache
def words(_: Language) -> dict[str, Any]:
    """Every word but the client's own and the facts."""
    return {
        "since": tell("Since last time"),
        "afterwards": [{"id": one.value, "name": tell(name)} for one, name in AFTERWARDS.items()],
        "lasted": tell("How many days did it last?"),
        "news": tell("Anything new in health or medicines?"),
        "newsAnswers": [{"id": one.value, "name": tell(name)} for one, name in NEWS.items()],
        "askFirst": tell("Ask before hands are laid on: a new visit has the short safety screen."),
        "home": tell("Days with home care, of the last 7"),
        "done": tell("Done today, as planned"),
        "otherwise": tell("Done today"),
        "nothing": tell("No massage was done. It is not counted as a session."),
        "somethingElse": tell("Something else"),
        "notDone": tell("Not done"),
        "places": tell("Places"),
        "addPlace": tell("Another place"),
        "choose": tell("Choose from the list"),
        "soDone": tell("It was done so"),
        "minutes": tell("Minutes in all"),
        "less": tell("Minutes in all: less"),
        "more": tell("Minutes in all: more"),
        "sign": tell("{name}: the comparable sign", name="{name}"),
        "noSign": tell("No comparable sign: the star in the assessment names one."),
        "before": tell("Before the massage"),
        "after": tell("After it"),
        "lower": tell("{points} lower", points="{points}"),
        "higher": tell("{points} higher", points="{points}"),
        "same": tell("The same"),
        "consent": tell("Consent today"),
        "consentAnswers": [{"id": one.value, "name": tell(name)} for one, name in CONSENT.items()],
        "line": tell("A line for the note, in the client's words"),
        "found": tell("What you saw and felt"),
        "beyond": tell("Beyond the plan; kept as it was:"),
    }
