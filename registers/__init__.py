"""The registers beside the program: what it is built of, under which licences.

    requirements.lock, installed in .ci/locked -> NOTICE, docs/security/sbom.cdx.json

The tests in `tests/house/` hold each file to what it is made of.
"""
