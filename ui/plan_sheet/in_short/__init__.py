"""The plan beside the questions: in one line, and in short."""
