"""``didww files``."""
