"""The records: how long they take with few and with many clients."""
