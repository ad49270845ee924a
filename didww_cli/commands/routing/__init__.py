"""Where calls go, and the account as a file."""
