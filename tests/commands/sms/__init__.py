"""SMS trunks, groups and checked senders."""
