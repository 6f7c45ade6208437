"""One table: each row a ratio against what somebody would pick instead, measured side by side."""
