"""The same planner from a shell: the proof that it needs no screen.

python -m planner questions INTAKE.json
python -m planner plan INTAKE.json [--pdf F] [--csv F] [--ics F] [--fhir F] [--note F]
python -m planner diary FILE [--date-order dmy|mdy|ymd] [--pain COLUMN] [--scale LOW,HIGH] ...
python -m planner review PLAN.json DIARY [the same options] [--follow-up F] ...
python -m planner form [--conditions ID,ID] [--locale L] F.pdf
python -m planner figures DIR [--sheet F.png]
python -m planner schema intake|plan|diary|review|follow-up
python -m planner catalogue

questions, plan, diary, review and form answer in another language with --language L.
"""

import sys

from planner.command import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
