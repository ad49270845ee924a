"""``didww snapshot``: the configuration of an account as a file."""
