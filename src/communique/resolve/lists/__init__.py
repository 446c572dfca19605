"""Lists: commitments, partnerships, figures and the like, each row once with everybody who tells it."""
