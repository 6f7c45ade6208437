"""What is asked of a client, how it was answered, and what is asked again at a later visit."""
