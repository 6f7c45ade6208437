"""A bundle read again: its parts by kind, and everything that points somewhere."""

import json


def parts(text, kind):
    """The resources of a kind."""
    every = [one["resource"] for one in json.loads(text)["entry"]]
    return [one for one in every if one["resourceType"] == kind]


def only(text, kind):
    """The one resource of a kind."""
    (one,) = parts(text, kind)
    return one


def care_plan(text):
    """The care plan of a bundle."""
    return only(text, "CarePlan")


def done(text):
    """The activities that are done, each with its detail."""
    return [one for one in details(text) if not one["doNotPerform"]]


def left_out(text):
    """The activities that must not be done."""
    return [one for one in details(text) if one["doNotPerform"]]


def details(text):
    """Every activity's detail."""
    return [one["detail"] for one in care_plan(text)["activity"]]


def scores(text):
    """The numbers that were told: by what and when."""
    return {
        (one["code"]["text"], one["effectiveDateTime"]): one
        for one in parts(text, "Observation")
        if "valueQuantity" in one
    }


def walked(value, path=()):
    """Every value within, with the names that lead there."""
    yield path, value
    if isinstance(value, dict):
        for name, part in value.items():
            yield from walked(part, (*path, name))
    elif isinstance(value, list):
        for part in value:
            yield from walked(part, path)


def references(text):
    """Every address that something points to."""
    return [
        value["reference"]
        for _, value in walked(json.loads(text))
        if isinstance(value, dict) and "reference" in value
    ]
