"""Visits as the first edition kept them in the records and saved them as files."""

import json

BLANK = """{"format": 1, "on": "2026-11-23", "locale": "US", "client": {"label": "", "age": null},
"pain": [], "marks": {}, "severity": {}, "answers": {}, "where": {}, "clearances": [],
"overrides": [], "edits": [], "preferences": {}}"""
HALF_SAID = """{"format": 1, "on": "2026-11-23", "client": {"label": ""}, "pain": [],
"severity": {}, "marks": {"calf_left": 2}}"""
WHOLE = """{"format": 1, "on": "2026-11-23", "locale": "UK", "visit": "first",
"client": {"label": "J.S.", "age": 52},
"pain": [{"condition": "low-back-pain", "regions": ["lower_back_left"],
"levels": {"lower_back_left": 3}, "months": 18, "assessed": true, "first_ever": false}],
"marks": {}, "severity": {"average": 6, "worst": 8, "sleep": 4.5},
"answers": {"p-anticoagulant": "yes", "rf-cauda-equina": "no"},
"where": {"p-varicose-veins": ["calf_left"]},
"clearances": [{"for": "p-dvt-recent", "by": "Dr Lee", "on": "2026-11-20", "limits": "no legs"}],
"overrides": [{"for": "p-needle-phobia", "reason": "no needles are planned"}],
"edits": [{"line": "swedish", "change": "reword", "words": "long slow strokes"}],
"preferences": {"way": "light", "pressure": null, "goals": ["walk to the shops"],
"techniques_declined": ["deep-tissue"], "session_minutes": 60, "days": ["mon", "thu"]},
"diary": {"name": "diary.csv", "file": "b1946ac9", "choices": {"date_order": "dmy",
"scale": [0.0, 10.0]}, "entries": [["2026-11-20", 5.0, null, 3.0, true, "after the walk"]],
"started": "2026-11-01"}}"""
LATER = {
    "visit": "follow-up",
    "follow_up": {
        "follows": "token",
        "last": None,
        "goals": [{"goal": "walk to the shops", "before": 3, "now": None}],
        "facts": {
            "after_last_time": "as usual",
            "sessions": {"done": 4},
            "overall": {"label": "much improved", "number": 2},
            "words": "better in the morning",
        },
        "verdict": {"choice": "edited", "reason": "she wants it so"},
        "plan": None,
        "note": "My own words.",
    },
}
FOLLOW_UP = json.dumps({**json.loads(WHOLE), **LATER})
EVERY_ONE = {"blank": BLANK, "half-said": HALF_SAID, "whole": WHOLE, "follow-up": FOLLOW_UP}
