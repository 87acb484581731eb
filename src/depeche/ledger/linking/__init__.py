"""Linking across dispatches: persons, occurrences, plans, promises and stances, each link with its reason."""
