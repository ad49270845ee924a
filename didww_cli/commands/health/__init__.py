"""The health of an account: what is amiss in it."""
