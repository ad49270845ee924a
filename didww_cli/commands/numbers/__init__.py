"""``didww numbers``: what is on sale, and buying it."""
