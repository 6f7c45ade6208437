"""What a client is asked before the conversation: on paper, and alone with the tablet."""
