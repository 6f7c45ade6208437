"""How often and how long: what was tested, what the client has, and what of it can be reached."""
