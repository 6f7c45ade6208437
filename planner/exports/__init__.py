"""A plan in forms that leave the screen: PDF, CSV, iCalendar and FHIR."""
