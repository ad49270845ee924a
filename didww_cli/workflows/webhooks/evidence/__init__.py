"""Captures read for evidence: bytes are unwrapped to text and trees, facts are gathered, and readings are settled."""
