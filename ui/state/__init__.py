"""What a session holds: the open visit, the open diary, and their place on the disk."""
