"""The rules: what changes a plan, and whether the tests see one made wrong."""
