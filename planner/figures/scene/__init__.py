"""What is no exercise: a scene of signs, before and after."""
