"""The pictures of home tasks on a page: served as files, lit by the theme around them."""

from pathlib import Path

PICTURE = str(Path(__file__).parent / "picture")  # the script and the sheet of a component
