"""``didww orders``: buying."""
