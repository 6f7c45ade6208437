"""Text as bytes and as a size, before anything is known of it."""
