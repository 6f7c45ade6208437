"""The registers beside the program: what it is built of, under which licences,
and what could go wrong.

    requirements.lock, installed in .ci/locked -> NOTICE, docs/security/sbom.cdx.json
    docs/hazards.toml                          -> docs/hazards.md

The tests in `tests/house/` hold each file to what it is made of.
"""
