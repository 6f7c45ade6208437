"""What the last answer changed in the plan, for whoever saw it before."""
