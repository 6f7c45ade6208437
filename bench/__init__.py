"""How long things take, how often the diary errs, and whether the tests see a wrong rule."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
