"""Costs: what an account pays for each month, and what ends when."""
