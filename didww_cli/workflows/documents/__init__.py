"""Documents: encrypted here, uploaded."""
