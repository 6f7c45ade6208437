"""How long a text may be, and how many of a thing a record holds: said once, for all of them.

Generous, since what somebody wrote must still open: they keep a file from filling the memory and a
screen, and no rule of the planning rests on them. Whatever names a thing of the knowledge base is
held shorter by `known_as` where that is given.
"""

SHORT = 80  # letters of a label or a name that is drawn in one line
NAME = 120  # of a person or a practice
ADDRESS = 300
LINE = 500  # what stands in one field: a goal, a reason, a clinician's words
SEARCH = 200
PARAGRAPH = 2_000
ADDED = 5_000  # under a signed note
PAGE = 20_000  # a note, a consent, whatever an earlier edition held without a limit
ID = 200
LOGO = 400_000  # a cleaned picture as text

GOALS = 100  # of a file; the screen adds fewer
CLEARANCES = 1_000
EDITS = 2_000  # of a visit: each move of a line is one
STEPS = 50  # of the hand, back or forth
PAIN_SOURCES = 50  # more than there are names for
FINDINGS = 60
SCORES = 200  # of questionnaires
MILESTONES = 40
DAYS = 10_000  # of a diary written here: 27 years
HEADINGS = 1_000  # of a diary's file
USUAL_PLANS = 100
USUAL_EDITS = 200  # of a usual plan
CONSENT_POINTS = 12
LENGTHS = 12  # of sessions
ADDENDA = 100
NAMED = 5_000  # of one kind in the knowledge base

WHOLE_TEXT = LOGO  # the longest text of any record
WHOLE_LIST = 10_000  # the longest list or object of any record
TOLD = 100  # problems of one kind that are told one by one
