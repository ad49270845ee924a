"""``--input``: the verbs for many rows."""
