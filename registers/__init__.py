"""The registers beside the program: what it is built of, under which licences,
what could go wrong, and how its defence stands.

    requirements.lock, installed in .ci/locked -> NOTICE, docs/security/sbom.cdx.json
    docs/hazards.toml                          -> docs/hazards.md
    docs/security/asvs.toml                    -> docs/security/asvs.md

The tests in `tests/house/` hold each file to what it is made of.
"""
