"""One client over all visits: what a list says, what is to be done, and how it went.

at_a_glance (a visit in a few facts) -> state (what that means today) -> day (who comes, what is
open); story: all visits and sessions of one client; changes: what each version of a visit changed.
"""
