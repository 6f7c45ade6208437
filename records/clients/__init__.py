"""What one owner has: clients, their visits and diaries, and how they are deleted."""
