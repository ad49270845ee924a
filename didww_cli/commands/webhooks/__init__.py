"""``didww webhook``."""
