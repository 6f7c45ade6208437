"""Hands close up: their own small skeleton, volume, props and sheet. A hand is 1 long."""
