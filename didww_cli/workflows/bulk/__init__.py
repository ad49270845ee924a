"""Many rows at once: read, checked, planned, carried out, gone on with."""
