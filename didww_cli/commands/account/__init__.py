"""What single nouns have beyond the verbs."""
