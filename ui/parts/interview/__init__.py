"""The questions and scores that a first visit and a follow-up share."""
