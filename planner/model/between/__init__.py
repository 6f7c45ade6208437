"""What happens between visits, each a value of its own: a session, a consent, a note."""
