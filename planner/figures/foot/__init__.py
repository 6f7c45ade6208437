"""The foot as a close-up: heel, arch and five toes in three dimensions, seen from anywhere."""
