"""Looking back: what this machine wrote, and putting it back as it was."""
