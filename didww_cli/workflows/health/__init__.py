"""Whether an account is in order."""
