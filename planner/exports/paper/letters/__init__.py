"""Letters: a referral, a request for clearance, a provider's part of the plan, a client's slip."""
