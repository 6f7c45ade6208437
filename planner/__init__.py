"""The pain-plan builder's planner: values in, values out.

intake, knowledge -> screening -> planning, schedule -> visit -> exports, records, ui
                     diary -> analysis ----------> review -> visit
"""
