"""The work of the hands: which technique, where, how firm, and why not another."""
