"""From what is wanted to requests, and what they lead to."""
