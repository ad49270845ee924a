"""``didww exports``: create and download."""
