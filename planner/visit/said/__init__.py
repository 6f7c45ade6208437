"""What is said in a visit: each change is a function from a visit to a visit."""
