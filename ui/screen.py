"""What runs for every answer: the page that was asked for (`app.py` starts the server)."""

from ui.shell.navigation import run

run()
