"""The plan in full on the screen: what it shows as a value, and the browser side that draws it."""
