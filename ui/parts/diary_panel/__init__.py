"""Bringing a diary, answering what it leaves open, what changed."""
