"""``didww journal``: what this machine wrote."""
