"""``didww emergency``: what is done over its resources at once."""
