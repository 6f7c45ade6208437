"""Days before and after a start compared, and what that carries."""
