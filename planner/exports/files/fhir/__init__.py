"""The plan for another records system: a FHIR R4B document of everything it says.

`bundle` puts it together; each other module makes resources of its kinds.
"""
