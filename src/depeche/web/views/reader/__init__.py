"""A dispatch to be read: its text cut where something begins or ends, its speakers, and its rows."""
