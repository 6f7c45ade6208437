"""The diary: how long it takes, how often it errs, how it is drawn."""
