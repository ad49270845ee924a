"""The configuration of an account as a file: saved, compared, put back."""
