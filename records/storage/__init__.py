"""The database: its tables, its faults as sentences, its making and its migrations, the trail."""
