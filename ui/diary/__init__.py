"""The diary page: a file a client brings, or entries made here, read and shown honestly."""
