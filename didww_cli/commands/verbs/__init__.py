"""The verbs that are made from the catalog: list, get, create, update, delete."""
