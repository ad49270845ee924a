"""Summaries of call records and of the history."""
