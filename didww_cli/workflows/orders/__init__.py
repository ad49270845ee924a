"""Orders: their items, their price, and that none is placed twice."""
