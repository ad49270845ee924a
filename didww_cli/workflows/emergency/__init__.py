"""Emergency calling of numbers: what stands in the way, asking for it, and how far it is."""
