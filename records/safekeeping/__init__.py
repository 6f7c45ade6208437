"""The care of the whole: backups, keys changed, every row checked."""
