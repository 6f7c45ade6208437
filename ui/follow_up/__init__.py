"""The follow-up page: what is asked at a later visit, what the review proposes, what is decided."""
