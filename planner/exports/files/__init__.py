"""Files for other programs: a table, a calendar, a FHIR CarePlan."""
