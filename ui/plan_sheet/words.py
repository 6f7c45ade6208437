"""What the browser says by itself around a plan."""

from ui.state.language import tell


def words() -> dict[str, str]:
    """By the names that the scripts know."""
    return {
        "undo": tell("Undo"),
        "redo": tell("Redo"),
        "add": tell("Add"),
        "close": tell("Close"),
        "by_what": tell("By what"),
        "panel": tell("Beside the plan"),
        "hint": tell("Tap a line: change it, and see why it is here."),
        "own": tell("In your own words"),
        "own_dose": tell("Minutes and days a week that you write count like those that are set."),
        "reword": tell("Use my words"),
        "add_why": tell("Your reason (printed)"),
        "put_in": tell("Put it in"),
        "keep": tell("Keep it so"),
        "write_first": tell("Write how it should read first."),
        "none_called": tell("Nothing here is called that."),
        "less": tell("Less. {what}"),
        "more": tell("More. {what}"),
        "type": tell("{what}: {number}. Type a number"),
        "not": tell("{what}, not possible: {why}"),
        "more_places": tell("More places"),
        "easier": tell("Easier"),
        "harder": tell("Harder"),
        "move": tell("Move {name}: drag it, or use the up and down arrows"),
        "moved": tell("Now number {place} of {of}."),
        "own_name": tell("What it is called"),
        "own_words": tell("How it is done, for the client"),
        "own_picture": tell("A picture from a file"),
        "no_picture": tell("This file is no picture that can be read."),
        "name_first": tell("Write what it is called first."),
    }
