"""A family of rows measured in this process, told as one line of JSON.

python -m bench.table.alone FAMILY TURNS
"""

import json
import sys

from bench.table.families import FAMILIES
from bench.table.measured import as_data


def main() -> None:
    """Measure and tell."""
    name, turns = sys.argv[1], int(sys.argv[2])
    family = next(one for one in FAMILIES if one.name == name)
    print(json.dumps(as_data(family.measure()(turns))))


if __name__ == "__main__":
    main()
