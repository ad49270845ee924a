"""``didww costs``: what the account costs each month."""
