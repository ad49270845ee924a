"""Numbers on sale: where, what kind and for how much; and buying some of them."""
