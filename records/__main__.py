"""The care of the records from a shell; where they are and their keys come from the environment.

python -m records new-key                    a new key for PAIN_PLAN_KEY
python -m records check                      read every row; say what is damaged
python -m records backup FILE                everything in one file
python -m records restore FILE               put a backup in the place of what is there
python -m records rotate                     seal everything with the first key of PAIN_PLAN_KEY
python -m records clean                      overwrite what deleted rows left behind
python -m records clients [WORDS]            the list, with the ids that the others ask for
python -m records export CLIENT FILE         one client as a zip
python -m records take-in FILE               add a client's zip
python -m records delete CLIENT              delete a client for good
python -m records trail [CLIENT]             who did what and when
"""

import sys

from records.command import run

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
