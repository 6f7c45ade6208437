"""Notes for whoever sees the client next, and the therapist's own note of a visit."""
