"""The face as a close-up, from the side and the front, the jaw turning about its joint."""
