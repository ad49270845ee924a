"""Summaries: ``cdr summary``, ``history summary``."""
