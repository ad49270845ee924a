"""DIDWW's callbacks: read captures, verify and explain their signatures, sign, send and receive them."""
